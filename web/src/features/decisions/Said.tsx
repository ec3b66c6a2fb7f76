import { CircleCheck, CircleSlash, MessageSquareWarning } from 'lucide-react';
import type { DecisionCard, DecisionCardSaid, DecisionCardVoiced } from '../../api/types';
import { Panel, Person, Tag } from '../../parts/plain';
import { At } from '../../parts/times';
import { useWords } from '../../words/words';
import { letterOf } from './about';
import { detail } from './detailWords';
import { useRoles } from './roles';

/** Who spoke with authority, under which, and what it counts for. */
export function Voices({ card }: { card: DecisionCard }) {
  const w = useWords(detail);
  if (card.voices.length === 0) {
    return null;
  }
  return (
    <Panel title={w.voices} count={card.voices.length}>
      <ul className="decision-said">
        {card.voices.map((voice, i) => (
          <Voice key={i} card={card} voice={voice} />
        ))}
      </ul>
    </Panel>
  );
}

function Voice({ card, voice }: { card: DecisionCard; voice: DecisionCardVoiced }) {
  const w = useWords(detail);
  const { title } = useRoles();
  return (
    <li className={voice.counts ? '' : 'void'}>
      <p className="row">
        <Person id={voice.person} small clock={false} />
        {voice.option === undefined ? (
          <Tag tone="crit" icon={CircleSlash}>
            {w.rejects}
          </Tag>
        ) : (
          <Tag tone={voice.counts ? 'ok' : 'mute'} icon={CircleCheck}>
            {w.approves(letterOf(card.options, voice.option) || voice.option)}
          </Tag>
        )}
        {!voice.counts && <Tag tone="warn">{w.void}</Tag>}
        <span className="end dim sm">
          <At at={voice.at} />
        </span>
      </p>
      <p>
        <bdi>{voice.reason}</bdi>
      </p>
      {voice.conditions && (
        <p>
          <strong>{w.conditions}</strong> <bdi>{voice.conditions}</bdi>
        </p>
      )}
      {voice.unheard.length > 0 && (
        <p>
          <strong>{w.withoutHearing(voice.unheard.map(title).join(', '))}</strong> <bdi>{voice.unheardBecause}</bdi>
        </p>
      )}
      <p className="sm dim">
        {title(voice.under.role)} · {w.underRule(card.title, voice.under.level)} ·{' '}
        {w.charter(voice.under.charter.split('@')[0] ?? '')} · {w.version(voice.under.wording)} ·{' '}
        <span className="num">{w.ofAt(voice.under.voices, voice.under.quorum)}</span>
      </p>
    </li>
  );
}

/** Dissent on record, before and after. */
export function Objections({ card }: { card: DecisionCard }) {
  const w = useWords(detail);
  return (
    <Panel title={w.objections} count={card.objections.length}>
      {card.objections.length === 0 ? (
        <p className="decisions-none">{w.noObjections}</p>
      ) : (
        <Remarks said={card.objections} wording={card.wording} objection />
      )}
    </Panel>
  );
}

export function Answers({ card }: { card: DecisionCard }) {
  const w = useWords(detail);
  if (card.answers.length === 0) {
    return null;
  }
  return (
    <Panel title={w.answers} count={card.answers.length}>
      <Remarks said={card.answers} wording={card.wording} />
    </Panel>
  );
}

function Remarks({
  said,
  wording,
  objection = false,
}: {
  said: readonly DecisionCardSaid[];
  wording: number;
  objection?: boolean;
}) {
  const w = useWords(detail);
  const { title } = useRoles();
  return (
    <ul className="decision-said">
      {said.map((each, i) => (
        <li key={i}>
          <p className="row">
            {objection && <MessageSquareWarning className="icon c-warn" aria-hidden />}
            <Person id={each.person} small clock={false} />
            {each.role && <span className="dim sm">{title(each.role)}</span>}
            {each.wording !== wording && <Tag tone="warn">{w.onVersion(each.wording)}</Tag>}
            {each.dissent && <Tag tone="mute">{w.dissent}</Tag>}
            <span className="end dim sm">
              <At at={each.at} />
            </span>
          </p>
          <p>
            <bdi>{each.text}</bdi>
          </p>
        </li>
      ))}
    </ul>
  );
}
