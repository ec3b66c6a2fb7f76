import { ArrowRight, CircleAlert, UserCheck } from 'lucide-react';
import { memo } from 'react';
import { Link } from 'wouter';
import type { DecisionCard } from '../../api/types';
import { useMyId } from '../../live/me';
import { useCard } from '../../live/room';
import { Name, Tag } from '../../parts/plain';
import { At, Remaining } from '../../parts/times';
import { lengthOf } from '../../words/times';
import { useWords } from '../../words/words';
import { agreed, letterOf, optionOf } from './about';
import { listed, useNames, useRoles } from './roles';
import { StatusTag } from './StatusTag';
import { register, ruleWords, thenWords } from './words';

/** What happens by itself at the deadline, in words. */
export function useThen(): (card: DecisionCard) => string {
  const w = useWords(thenWords);
  const r = useWords(ruleWords);
  const { title } = useRoles();
  return (card) =>
    card.next
      ? w[card.next.then](
          card.next.then === 'lapses'
            ? (optionOf(card, card.next.option)?.text ?? '')
            : listed(card.next.roles.map(title), r.or),
        )
      : '';
}

/** A question that waits: the time left first, then what it is and whom it waits for. */
export const OpenRow = memo(function OpenRow({ card }: { card: DecisionCard }) {
  const w = useWords(register);
  const me = useMyId();
  const names = useNames();
  const { title } = useRoles();
  const then = useThen();
  const mine = card.waitingFor.includes(me);
  const quorum = card.rule.type.quorum;
  return (
    <li>
      <Link href={'/decisions/' + card.id} className={'decisions-row' + (mine ? ' mine' : '')}>
        <span className="decisions-left">
          {card.deadline ? (
            <>
              <span className="decisions-big">
                <Remaining until={card.deadline} />
              </span>
              <span className="xs dim">{card.overdue ? w.late : then(card)}</span>
            </>
          ) : (
            <span className={card.overdue ? 'strong c-crit' : 'dim'}>{card.overdue ? w.late : w.noDeadline}</span>
          )}
        </span>
        <span className="grow decisions-what">
          <span className="row sm dim">
            <span className="num">{card.label}</span>
            <span>{card.title}</span>
            {mine && (
              <Tag tone="info" icon={UserCheck}>
                {w.yours}
              </Tag>
            )}
            {card.status !== 'waiting' && <StatusTag status={card.status} />}
          </span>
          <bdi className="decisions-question">{card.question}</bdi>
          <span className="sm dim">
            {card.waitingFor.length > 0 && `${w.waitsFor} ${names(card.waitingFor)}`}
            {card.waitingFor.length === 0 && (card.status === 'deferred' ? <bdi>{card.because}</bdi> : w.nobodyCan)}
            {quorum > 1 && (
              <>
                {' · '}
                <strong>{agreed(card) > 0 ? w.ofAgree(agreed(card), quorum) : w.needs(quorum)}</strong>
              </>
            )}
          </span>
          {card.unheard.length > 0 && (
            <span className="sm c-warn row">
              <CircleAlert className="icon" aria-hidden />
              {w.unheard(card.unheard.map(title).join(', '))}
            </span>
          )}
        </span>
        <ArrowRight className="icon dim" aria-hidden />
      </Link>
    </li>
  );
});

/** A question that was answered: the outcome first. */
export const DecidedRow = memo(function DecidedRow({ card }: { card: DecisionCard }) {
  const w = useWords(register);
  const chosen = optionOf(card, card.verdict?.option);
  return (
    <li>
      <div className="decisions-row decided">
        <span className="decisions-left">
          <StatusTag status={card.status} />
        </span>
        <span className="grow decisions-what">
          <span className="row sm dim">
            <span className="num">{card.label}</span>
            <span>{card.title}</span>
          </span>
          <Link href={'/decisions/' + card.id} className="decisions-question">
            <bdi>{card.question}</bdi>
          </Link>
          {chosen && (
            <bdi>
              <strong>{letterOf(card.options, chosen.id)}</strong> · {chosen.text}
            </bdi>
          )}
          {!chosen && card.because && <bdi className="dim">{card.because}</bdi>}
          <span className="sm dim">
            <DecidedBy card={card} />
          </span>
          {card.successor && (
            <span className="sm">
              {w.replacedBy} <DecisionLink id={card.successor.by} />
            </span>
          )}
          {card.replaces && (
            <span className="sm">
              {w.replaces} <DecisionLink id={card.replaces.decision} />
            </span>
          )}
        </span>
        {card.verdict && (
          <span className="decisions-when sm dim num">
            <At at={card.verdict.at} />
            <span>{w.took(lengthOf(Date.parse(card.verdict.at) - Date.parse(card.askedAt)))}</span>
          </span>
        )}
      </div>
    </li>
  );
});

/** Who decided, and under which role; or which rule did when nobody spoke. */
export function DecidedBy({ card }: { card: DecisionCard }) {
  const w = useWords(register);
  const { title } = useRoles();
  if (card.verdict?.silence !== undefined) {
    return <>{w.bySilence(card.verdict.silence)}</>;
  }
  return (
    <>
      {card.verdict?.by.map((person, i) => {
        const voice = card.voices.findLast((each) => each.person === person);
        return (
          <span key={person}>
            {i > 0 && ', '}
            <Name id={person} />
            {voice && ` ${w.as} ${title(voice.under.role)}`}
          </span>
        );
      })}
    </>
  );
}

/** Another decision by its label, with its question as far as there is room. */
export function DecisionLink({ id }: { id: string }) {
  const card = useCard('decisions.register', id);
  return (
    <Link href={'/decisions/' + id}>
      {card ? (
        <>
          <span className="num">{card.label}</span> <bdi>{card.question}</bdi>
        </>
      ) : (
        id.slice(0, 6) + '…'
      )}
    </Link>
  );
}
