import { History, Search } from 'lucide-react';
import { Link, useLocation } from 'wouter';
import type { Board } from '../live/board';
import { useMe } from '../live/me';
import { useMoment } from '../live/moment';
import { useConnection, useRoomCard } from '../live/room';
import { useNow } from '../live/time';
import { phases } from '../features/crises/words';
import { Button, IconButton } from '../parts/controls';
import { Tag } from '../parts/plain';
import { clockOf, cityOf, shortDayOf } from '../words/times';
import { common } from '../words/common';
import { useWords } from '../words/words';
import { AccountMenu } from './AccountMenu';
import { openPalette } from './palette';
import { frame } from './words';

/** One header for every screen of a crisis: its name, how bad it is, its state, the connection, the time. */
export function TopBar({ live }: { live: Board }) {
  const w = useWords(frame);
  const c = useWords(common);
  const p = useWords(phases);
  const room = useRoomCard();
  const [place] = useLocation();
  const moment = useMoment();
  const inWarRoom = place === '/' || place === '';
  return (
    <div className="top">
      <Link href="~/" className="brand">
        <i aria-hidden />
        <span>{w.product}</span>
      </Link>
      {room && (
        <div className="crumb">
          <span className="dim nowrap">{room.label}</span>
          <Link href="/" className="crisis-name">
            <bdi>{room.title ?? room.codeName}</bdi>
          </Link>
          {room.severityTitle && <Tag tone="solid">{room.severityTitle}</Tag>}
          {room.exercise && (
            <span className="wide-only">
              <Tag tone="exer">{c.exercise}</Tag>
            </span>
          )}
          {!inWarRoom && <span className="strong nowrap wide-only">{p[room.phase]}</span>}
        </div>
      )}
      <div className="top-tools no-print">
        <Button kind="outlined" icon={Search} onPress={openPalette}>
          <span className="wide-text">{w.searchOrDo}</span>
          <kbd className="wide-only" aria-hidden>
            Ctrl K
          </kbd>
        </Button>
        {moment.at === null && (
          <IconButton label={w.moment} icon={History} onPress={() => moment.go(String(live.seq()))} />
        )}
        {moment.at === null && <Live board={live} />}
        <Clock />
        <AccountMenu />
      </div>
    </div>
  );
}

export function Live({ board }: { board: Board }) {
  const w = useWords(frame);
  const state = useConnection(board);
  const words =
    state.kind === 'live' ? w.live : state.kind === 'slow' ? w.slow : state.kind === 'offline' ? w.offline : w.connecting;
  return (
    <span className={'connection ' + state.kind}>
      <b aria-hidden />
      {words}
    </span>
  );
}

function Clock() {
  const me = useMe();
  const w = useWords(common);
  const now = useNow();
  return (
    <span className="top-clock num nowrap wide-only">
      <strong>{clockOf(now, 'UTC')}</strong> UTC
      <span className="dim">
        {' · '}
        {shortDayOf(now, 'UTC')}
        {me.zone !== 'UTC' && ` · ${clockOf(now, me.zone)} ${cityOf(me.zone)} (${w.you})`}
      </span>
    </span>
  );
}
