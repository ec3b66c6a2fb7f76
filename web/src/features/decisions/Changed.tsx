import { FilePenLine } from 'lucide-react';
import { useMemo } from 'react';
import type { DecisionCard, Ref } from '../../api/types';
import { Button } from '../../parts/controls';
import { useWords } from '../../words/words';
import { detail } from './detailWords';
import { changed as changedWords } from './formWords';
import { differences, type Difference } from './reading';
import { StatusTag } from './StatusTag';
import { ThingLink } from './Thing';

const CHANGED = 'decision-changed';

/** Takes the reader to what is other. */
export function showChange(): void {
  const section = document.getElementById(CHANGED);
  section?.scrollIntoView({ block: 'center' });
  section?.focus({ preventScroll: true });
}

/** Says what is other now than the reader has read, old beside new, until that is confirmed. */
export function Changed({ read, now, onRead }: { read: DecisionCard; now: DecisionCard; onRead: () => void }) {
  const w = useWords(detail);
  const reworded = read.wording !== now.wording;
  const found = useMemo(() => differences(read, now), [read, now]);
  return (
    <section className="decision-changed" role="alert" id={CHANGED} tabIndex={-1}>
      {reworded && (
        <>
          <h2>
            <FilePenLine className="icon" aria-hidden /> {w.textChanged(now.wording)}
          </h2>
          <p>{w.textChangedWhy}</p>
          <dl>
            {found.map((difference, i) => (
              <OneDifference key={i} of={difference} />
            ))}
          </dl>
        </>
      )}
      {read.status !== now.status && (
        <p className="row">
          <strong>{w.statusMoved}</strong> <StatusTag status={now.status} /> <bdi>{now.because}</bdi>
        </p>
      )}
      <Button kind="primary" onPress={onRead}>
        {reworded ? w.iHaveRead(now.wording) : w.iHaveSeen}
      </Button>
    </section>
  );
}

function OneDifference({ of: difference }: { of: Difference }) {
  const w = useWords(detail);
  const c = useWords(changedWords);
  const row = difference.row === undefined || difference.row === 'id' ? 'text' : difference.row;
  const part =
    difference.part === 'option'
      ? `${w.withOption(difference.letter ?? '')} · ${c.rows[row]}`
      : c.parts[difference.part];
  return (
    <div>
      <dt>{part}</dt>
      <dd>
        <span className="xs dim">{w.was}</span>
        <del>{piece(difference.was, difference.wasThing) ?? w.none}</del>
      </dd>
      <dd>
        <span className="xs dim">{w.is}</span>
        <ins>{piece(difference.is, difference.isThing) ?? w.none}</ins>
      </dd>
    </div>
  );
}

function piece(text: string | undefined, thing: Ref | undefined) {
  return thing ? <ThingLink thing={thing} /> : text === undefined ? null : <bdi>{text}</bdi>;
}
