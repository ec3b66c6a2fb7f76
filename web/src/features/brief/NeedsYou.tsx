import { CircleCheck, Gavel } from 'lucide-react';
import { Link } from 'wouter';
import type { DecisionCard, Id } from '../../api/types';
import { useConnection, useIndex, useRoom, useWaiting } from '../../live/room';
import { Tag } from '../../parts/plain';
import { At, Remaining } from '../../parts/times';
import { useWords } from '../../words/words';
import { byDeadline, isOpen, letterOf, optionOf } from '../decisions/about';
import { useIsConsulted, useRoles } from '../decisions/roles';
import { brief } from './words';

/** The open decisions that wait for the reader: the only primary button of the page is on the most urgent one. */
export function NeedsYou({ base }: { base: string }) {
  const w = useWords(brief);
  const waiting = useWaiting();
  const decisions = useIndex('decisions.register');
  const mine = waiting
    .flatMap((each) => (each.view === 'decisions.register' ? (decisions.get(each.id) ?? []) : []))
    .filter(isOpen)
    .sort(byDeadline);
  const others = waiting.length - mine.length;
  return (
    <section aria-label={w.needsYou} className="brief-needs">
      {mine.map((card, i) => (
        <Needed key={card.id} card={card} base={base} primary={i === 0} />
      ))}
      {waiting.length === 0 && (
        <p className="brief-calm">
          <CircleCheck className="icon c-ok" aria-hidden /> {w.nothingNeeds}
        </p>
      )}
      {others > 0 && (
        <Link href={base} className="brief-more">
          {w.alsoWaiting(others)}
        </Link>
      )}
    </section>
  );
}

function Needed({ card, base, primary }: { card: DecisionCard; base: string; primary: boolean }) {
  const w = useWords(brief);
  const { title } = useRoles();
  const advice = useIsConsulted()(card);
  const offline = useConnection(useRoom()).kind === 'offline';
  const option = optionOf(card, card.recommended);
  const heard = card.rule.type.consult.filter((role: Id) => !card.unheard.includes(role));
  return (
    <article className="brief-card needed">
      <div className="row">
        <Tag tone="info" icon={Gavel}>
          {w.needsYou}
        </Tag>
        <span className="dim sm num">{card.label}</span>
        {card.deadline && (
          <strong className="end">
            <Remaining until={card.deadline} /> {card.overdue ? '' : w.left}
            <span className="print-only">
              , <At at={card.deadline} />
            </span>
          </strong>
        )}
      </div>
      <h2>
        <bdi>{card.question}</bdi>
      </h2>
      {option && (
        <p className="dim sm">
          <bdi>{w.recommends(`${letterOf(card.options, option.id)} · ${option.text}`)}</bdi>
        </p>
      )}
      {card.unheard.length > 0 ? (
        <p className="c-warn sm">{w.unheard(card.unheard.map(title).join(', '))}</p>
      ) : (
        heard.length > 0 && <p className="dim sm">{w.heard(heard.map(title).join(', '))}</p>
      )}
      <Link
        href={`${base}/decisions/${card.id}`}
        className={'btn large block no-print ' + (primary ? 'primary' : 'outlined')}
      >
        {offline ? w.reviewOffline : advice ? w.reviewAdvice : w.review}
      </Link>
    </article>
  );
}
