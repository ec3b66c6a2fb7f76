import './decisions.css';
import { Link } from 'wouter';
import { permitted, useMay } from '../../act/may';
import type { DecisionCard } from '../../api/types';
import { useIsPast, useList } from '../../live/room';
import { useMemo } from 'react';
import { Remaining } from '../../parts/times';
import { useWords } from '../../words/words';
import { agreed, byDeadline, isOpen } from './about';
import { register } from './words';

/** What the server's own rules are asked about a decision: would it take my approval now? */
export function approval(card: DecisionCard, option: string | undefined) {
  return {
    type: 'decisions.approve' as const,
    command: {
      decision: card.id,
      wording: card.wording,
      option: option ?? card.recommended ?? card.options[0]?.id ?? '',
      // whether those who must be heard were heard is said beside the button, not by hiding it
      ...(card.unheard.length > 0 ? { unheard: '…' } : {}),
    },
  };
}

/** The open decisions that the reader may decide now, in the order of their deadlines. */
export function useMayDecide(): readonly DecisionCard[] {
  const cards = useList('decisions.register');
  const past = useIsPast();
  const open = useMemo(() => cards.filter(isOpen).sort(byDeadline), [cards]);
  const verdicts = useMay(past ? [] : open.map((card) => approval(card, undefined)));
  return open.filter((_, i) => permitted(verdicts, i));
}

/** The open decisions that the reader may decide now, as a short list with time left. Nothing where there are none. */
export function MayDecide({ quiet = true }: { quiet?: boolean }) {
  const w = useWords(register);
  const cards = useMayDecide();
  if (cards.length === 0) {
    return quiet ? null : <p className="dim sm">{w.mayDecideNothing}</p>;
  }
  return (
    <section className="decisions-may" aria-label={w.mayDecide}>
      <h3>
        {w.mayDecide} <span className="count">{cards.length}</span>
      </h3>
      <ul>
        {cards.map((card) => (
          <li key={card.id}>
            <Link href={'/decisions/' + card.id}>
              <span className="num dim">{card.label}</span> <bdi className="grow">{card.question}</bdi>
              {card.rule.type.quorum > 1 && (
                <span className="dim nowrap sm">{w.ofAgree(agreed(card), card.rule.type.quorum)}</span>
              )}
              {card.deadline && (
                <strong>
                  <Remaining until={card.deadline} />
                </strong>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
