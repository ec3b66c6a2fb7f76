import type { DecisionCard } from '../../api/types';
import { Remaining } from '../../parts/times';
import { lengthOf } from '../../words/times';
import { useWords } from '../../words/words';
import { durationOf, optionOf } from './about';
import { detail } from './detailWords';
import { listed, useMomentWords, useRoles } from './roles';
import { ruleWords } from './words';

/** How long is left, and what happens by itself if nobody answers. */
export function Clock({ card }: { card: DecisionCard }) {
  const w = useWords(detail);
  const moment = useMomentWords();
  const escalation = useEscalation(card);
  const { withName } = useRoles();
  return (
    <section className="decision-clock">
      {card.deadline ? (
        <>
          <p className="xs dim">
            {card.status === 'deferred'
              ? w.againAt(moment(card.deadline))
              : card.overdue
                ? w.lateSince(moment(card.deadline))
                : w.decideBefore(moment(card.deadline))}
          </p>
          <p className="decision-left">
            <Remaining until={card.deadline} />
          </p>
        </>
      ) : (
        <p className="strong">{w.noDeadline}</p>
      )}
      {escalation && <p className="sm dim">{escalation}</p>}
      {card.handedTo && <p className="sm">{w.handedTo(withName(card.handedTo))}</p>}
      {card.level > 0 && <p className="sm">{w.escalatedTo(card.level)}</p>}
      {card.because && (
        <p className="sm">
          <strong>{w.because}</strong> <bdi>{card.because}</bdi>
        </p>
      )}
    </section>
  );
}

/** `No answer by 14:30 UTC: it also goes to …, then to … after 45 min.` */
export function useEscalation(card: DecisionCard): string | null {
  const w = useWords(detail);
  const r = useWords(ruleWords);
  const moment = useMomentWords();
  const { withName } = useRoles();
  if (!card.next || !card.deadline || card.next.then === 'asked-again') {
    return null;
  }
  const who = (roles: readonly string[]) => listed(roles.map(withName), r.or);
  const by = w.noAnswerBy(moment(card.deadline)) + ' ';
  switch (card.next.then) {
    case 'lapses':
      return by + w.takes(optionOf(card, card.next.option)?.text ?? '');
    case 'overdue':
      return by + w.staysOpen;
    case 'escalates': {
      const steps = card.rule.type.escalation;
      return (
        by +
        w.goesTo(who(card.next.roles)) +
        steps
          .slice(card.level + 1)
          .map((step, i) => w.thenFor(who(step.roles), lengthOf(durationOf(steps[card.level + i]?.within ?? 'PT0S'))))
          .join('') +
        '.'
      );
    }
  }
}
