import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useConnection, useOrganisation } from '../live/room';
import { Toasts } from '../parts/toast';
import { useWords } from '../words/words';
import { AccountMenu } from './AccountMenu';
import { ConnectionBar } from './bars';
import { Keys } from './Keys';
import { Live } from './TopBar';
import { frame } from './words';

/** The frame of screens outside a crisis. */
export function OuterFrame({ children }: { children: ReactNode }) {
  const w = useWords(frame);
  const organisation = useOrganisation();
  useConnection(organisation);
  return (
    <div className="outer">
      <a className="skip" href="#main">
        {w.skipToMain}
      </a>
      <header className="heads">
        <div className="top">
          <Link href="/" className="brand">
            <i aria-hidden />
            <span>{w.product}</span>
          </Link>
          <div className="top-tools no-print">
            <Link href="/help" className="btn quiet">
              {w.help}
            </Link>
            <Live board={organisation} />
            <AccountMenu />
          </div>
        </div>
      </header>
      <ConnectionBar board={organisation} />
      {children}
      <Toasts />
      <Keys />
    </div>
  );
}
