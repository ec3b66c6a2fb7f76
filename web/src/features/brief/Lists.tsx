import { OctagonX } from 'lucide-react';
import { Link } from 'wouter';
import type { Id, TaskCard, Views } from '../../api/types';
import { useMyId } from '../../live/me';
import { useCard, useOutOf } from '../../live/room';
import { useNow } from '../../live/time';
import { Name, Panel, Tag } from '../../parts/plain';
import { Age, At, Remaining } from '../../parts/times';
import { useWords } from '../../words/words';
import { byDeadline, byVerdict, isOpen, letterOf, optionOf } from '../decisions/about';
import { StatusTag } from '../decisions/StatusTag';
import { useNames } from '../decisions/roles';
import { brief } from './words';

const MOST_BLOCKED = 3;
const DAY = 24 * 60 * 60_000;

const openOnes = (cards: readonly Views['decisions.register'][]) => cards.filter(isOpen).sort(byDeadline);
const decidedOnes = (cards: readonly Views['decisions.register'][]) =>
  cards.filter((card) => card.verdict !== undefined).sort(byVerdict);
const blockedOnes = (cards: readonly Views['tasks.board'][]) =>
  cards.filter((card) => card.blocked !== undefined).sort((a, b) => b.matters - a.matters);

/** What waits for a decision by somebody else; the reader's own stand on top of the page. */
export function OpenDecisions({ base }: { base: string }) {
  const w = useWords(brief);
  const me = useMyId();
  const names = useNames();
  const all = useOutOf('decisions.register', openOnes);
  const open = all.filter((card) => !card.waitingFor.includes(me));
  if (all.length > 0 && open.length === 0) {
    return null;
  }
  return (
    <Panel title={open.length < all.length ? w.otherDecisions : w.openDecisions} count={open.length}>
      <ul className="brief-rows">
        {open.length === 0 && <li className="dim">{w.noOpenDecisions}</li>}
        {open.map((card) => (
          <li key={card.id}>
            <div className="brief-line">
              <Link href={`${base}/decisions/${card.id}`} className="grow">
                <bdi>{card.question}</bdi>
              </Link>
              {card.deadline && (
                <strong>
                  <Remaining until={card.deadline} />
                  <span className="print-only">
                    , <At at={card.deadline} />
                  </span>
                </strong>
              )}
            </div>
            <p className="sm dim">
              {card.label}
              {card.overdue && <strong className="c-crit"> · {w.late}</strong>}
              {card.waitingFor.length > 0 && (
                <>
                  {' · '}
                  {w.waitsFor} {names(card.waitingFor)}
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** What cannot go on, and why: the three that hold up most. */
export function Blocked({ base }: { base: string }) {
  const w = useWords(brief);
  const blocked = useOutOf('tasks.board', blockedOnes);
  return (
    <Panel title={w.blocked} count={blocked.length}>
      <ul className="brief-rows">
        {blocked.length === 0 && <li className="dim">{w.nothingBlocked}</li>}
        {blocked.slice(0, MOST_BLOCKED).map((task) => (
          <BlockedTask key={task.id} task={task} base={base} />
        ))}
        {blocked.length > MOST_BLOCKED && <li className="dim">{w.moreBlocked(blocked.length - MOST_BLOCKED)}</li>}
      </ul>
    </Panel>
  );
}

function BlockedTask({ task, base }: { task: TaskCard; base: string }) {
  const w = useWords(brief);
  const { blocked } = task;
  if (!blocked) {
    return null;
  }
  return (
    <li>
      <Link href={`${base}/tasks/${task.id}`}>
        <bdi>{task.title}</bdi>
      </Link>
      <p className="row sm">
        <Tag tone="crit" icon={OctagonX}>
          {w.causes[blocked.cause]}
        </Tag>
        {blocked.person && <Name id={blocked.person} />}
        {blocked.thing && <Waited feature={blocked.thing.feature} id={blocked.thing.id} />}
        <span className="dim">
          {w.blockedFor} <Age since={blocked.since} />
        </span>
      </p>
      {blocked.note && (
        <p className="sm dim">
          <bdi>{blocked.note}</bdi>
        </p>
      )}
      <p className="sm">{task.owner ? <Name id={task.owner} /> : <strong className="c-crit">{w.noOwner}</strong>}</p>
    </li>
  );
}

/** What a blocked task waits for, by name. */
function Waited({ feature, id }: { feature: string; id: Id }) {
  const task = useCard('tasks.board', feature === 'tasks' ? id : undefined);
  const decision = useCard('decisions.register', feature === 'decisions' ? id : undefined);
  return <bdi>{task?.title ?? (decision && `${decision.label} ${decision.question}`)}</bdi>;
}

export function DecidedLately({ base }: { base: string }) {
  const w = useWords(brief);
  const now = useNow();
  const names = useNames();
  const decided = useOutOf('decisions.register', decidedOnes).filter(
    (card) => now - Date.parse(card.verdict?.at ?? card.askedAt) < DAY,
  );
  return (
    <Panel title={w.decided} count={decided.length}>
      <ul className="brief-rows">
        {decided.length === 0 && <li className="dim">{w.noneDecided}</li>}
        {decided.map((card) => {
          const option = optionOf(card, card.verdict?.option);
          return (
            <li key={card.id}>
              <div className="brief-line">
                <Link href={`${base}/decisions/${card.id}`} className="grow">
                  <bdi>{card.question}</bdi>
                </Link>
                <StatusTag status={card.status} />
              </div>
              {option && (
                <p className="sm">
                  <strong>{letterOf(card.options, option.id)}</strong> · <bdi>{option.text}</bdi>
                </p>
              )}
              <p className="sm dim">
                {card.label} · {card.verdict && <At at={card.verdict.at} />}
                {card.verdict && card.verdict.by.length > 0 && <> · {names(card.verdict.by)}</>}
              </p>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
