import { CircleCheck, EyeOff, TriangleAlert } from 'lucide-react';
import { Link } from 'wouter';
import type { DecisionCard, Ref } from '../../api/types';
import { Panel, Tag } from '../../parts/plain';
import { useWords } from '../../words/words';
import { fingerprint, isOpen } from './about';
import { detail } from './detailWords';
import { useThing } from './Thing';

/** What the deciders are shown: each thing in the version that was looked at, and whether it is another one now. */
export function Evidence({ card }: { card: DecisionCard }) {
  const w = useWords(detail);
  return (
    <Panel
      title={isOpen(card) ? w.evidence : w.evidenceThen}
      count={card.evidence.length}
      aside={<span className="sm dim">{w.evidenceFrozen(card.wording)}</span>}
    >
      {card.evidence.length === 0 ? (
        <p className="decisions-none">{w.noEvidence}</p>
      ) : (
        <ul className="decision-evidence">
          {card.evidence.map((ref) => (
            <Item key={ref.feature + ref.id + (ref.digest ?? '')} of={ref} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Item({ of: ref }: { of: Ref }) {
  const w = useWords(detail);
  const thing = useThing(ref);
  const changed = thing !== undefined && ref.digest !== undefined && thing.digest !== ref.digest;
  return (
    <li>
      <span className="grow">
        <span className="dim xs">{w.kinds[thing?.kind ?? 'other']}</span>
        <br />
        {thing ? (
          <Link href={thing.href}>
            <bdi>{thing.title}</bdi>
          </Link>
        ) : (
          <span className="dim">{w.notVisible}</span>
        )}
        {changed && (
          <>
            <br />
            <span className="sm c-warn">{w.changedHint}</span>
          </>
        )}
      </span>
      {thing === undefined ? (
        <Tag tone="mute" icon={EyeOff}>
          {w.notVisible}
        </Tag>
      ) : changed ? (
        <Tag tone="warn" icon={TriangleAlert}>
          {w.changedSince}
        </Tag>
      ) : (
        <Tag tone="mute" icon={CircleCheck}>
          {w.unchanged}
        </Tag>
      )}
      <span className="mono nowrap dim" title={`${w.fingerprint}: ${ref.digest ?? ''}`}>
        <span className="visually-hidden">{w.fingerprint} </span>
        {fingerprint(ref.digest ?? '')}
      </span>
    </li>
  );
}
