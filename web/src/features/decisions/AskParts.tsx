import { Scale, TriangleAlert } from 'lucide-react';
import type { DecisionType, Id } from '../../api/types';
import { useList } from '../../live/room';
import { Select } from '../../parts/choose';
import { Note } from '../../parts/plain';
import { lengthOf } from '../../words/times';
import { useWords } from '../../words/words';
import { durationOf } from './about';
import { Line } from './Authority';
import type { Draft } from './form';
import { asking } from './formWords';
import { holds } from './Related';
import { useCrisisNow, useMomentWords, useRuleSentence } from './roles';
import { DecisionLink } from './Row';

const EARLIER = [10, 15, 30, 60, 120, 240, 480];

/** The kinds that the charter knows. */
export function Kind({
  draft,
  types,
  fixed,
  change,
  problem,
}: {
  draft: Draft;
  types: readonly DecisionType[] | null;
  fixed: boolean;
  change: (next: Partial<Draft>) => void;
  problem: boolean;
}) {
  const w = useWords(asking);
  if (types === null) {
    return <p className="dim">{w.loadingTypes}</p>;
  }
  return (
    <>
      <Select
        label={w.type}
        placeholder={w.typePlaceholder}
        value={draft.type || null}
        onChange={(type) => change({ type, minutes: '' })}
        items={types.map((type) => ({
          id: type.name,
          words: type.title,
          disabled: fixed && type.name !== draft.type,
        }))}
      />
      {draft.type === '' && <p className={problem ? 'c-crit sm' : 'dim sm'}>{w.noType}</p>}
    </>
  );
}

/** Who would decide, under what: said as soon as the kind is known. */
export function WhoDecides({ type }: { type: DecisionType }) {
  const w = useWords(asking);
  const sentence = useRuleSentence();
  return (
    <div aria-live="polite">
      <Line icon={Scale} tone="c-info">
        <strong>{w.whoDecides}</strong>
        <span>{sentence(type)}</span>
      </Line>
    </div>
  );
}

export function Deadline({
  type,
  draft,
  change,
}: {
  type: DecisionType;
  draft: Draft;
  change: (next: Partial<Draft>) => void;
}) {
  const w = useWords(asking);
  const now = useCrisisNow();
  const moment = useMomentWords();
  const usual = durationOf(type.timeToDecide);
  const chosen = draft.minutes ? Number(draft.minutes) * 60_000 : usual;
  return (
    <Select
      label={w.deadline}
      value={draft.minutes || 'usual'}
      onChange={(minutes) => change({ minutes: minutes === 'usual' ? '' : minutes })}
      hint={w.deadlineAt(moment(now() + chosen))}
      items={[
        { id: 'usual', words: w.deadlineUsual(lengthOf(usual)) },
        ...EARLIER.filter((minutes) => minutes * 60_000 < usual).map((minutes) => ({
          id: String(minutes),
          words: w.deadlineEarlier(lengthOf(minutes * 60_000)),
        })),
      ]}
    />
  );
}

/** Two orders about one thing may contradict each other: what holds already is shown while the question is written. */
export function SameSubject({ subject, not }: { subject: string; not: Id | undefined }) {
  const w = useWords(asking);
  const cards = useList('decisions.register');
  const same = cards.filter((card) => subject !== '' && card.subject === subject && card.id !== not && holds(card));
  return same.map((card) => (
    <Note key={card.id} tone="warn" icon={TriangleAlert}>
      {w.inForce(card.label)}: <DecisionLink id={card.id} />
    </Note>
  ));
}
