import { useMemo } from 'react';
import { Link } from 'wouter';
import type { DecisionCard, TaskCard, TaskState } from '../../api/types';
import { useCard, useList } from '../../live/room';
import { Name, Panel } from '../../parts/plain';
import { useWords } from '../../words/words';
import { isOpen, letterOf } from './about';
import { detail } from './detailWords';
import { DecisionLink } from './Row';
import { replacements, taskStates } from './words';

/** What hangs on the question: tasks that its answer opens or ends, and the decision that it would touch. */
export function Consequences({ card, option, mine }: { card: DecisionCard; option: string | null; mine: boolean }) {
  const w = useWords(detail);
  const tasks = useList('tasks.board');
  const gated = useMemo(() => tasks.filter((task) => task.gate?.decision.id === card.id), [tasks, card.id]);
  const open = isOpen(card);
  const starting = gated.filter((task) => task.gate?.option === undefined || task.gate.option === option);
  const ending = gated.filter((task) => task.gate?.option !== undefined && task.gate.option !== option);
  const letter = option ? letterOf(card.options, option) : '';
  const ahead = letter === '' ? w.waits(gated.length) : mine ? w.changesIf(letter) : w.changesIfTaken(letter);
  const title = open ? ahead : w.changesNow;
  return (
    <Panel title={title}>
      <div className="body decision-changes">
        {gated.length === 0 && !card.replaces && <p className="dim">{w.nothingHangs}</p>}
        {!open && gated.length > 0 && <Tasks title={w.followed(gated.length)} tasks={gated} />}
        {open && option !== null && starting.length > 0 && (
          <Tasks title={w.starts(starting.length)} tasks={starting} />
        )}
        {open && option !== null && ending.length > 0 && <Tasks title={w.stops(ending.length)} tasks={ending} />}
        {open && option === null && gated.length > 0 && <Tasks title={w.waits(gated.length)} tasks={gated} />}
        {card.replaces && <Replaced card={card} option={open ? option : (card.verdict?.option ?? null)} />}
      </div>
    </Panel>
  );
}

function Tasks({ title, tasks }: { title: string; tasks: readonly TaskCard[] }) {
  const states = useWords(taskStates);
  return (
    <div>
      <h3>{title}</h3>
      <ul className="sm">
        {tasks.map((task) => (
          <li key={task.id}>
            <Link href={'/tasks/' + task.id}>
              <bdi>{task.title}</bdi>
            </Link>{' '}
            <span className="dim">
              {states[task.state as TaskState]}
              {task.owner && (
                <>
                  {' · '}
                  <Name id={task.owner} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Replaced({ card, option }: { card: DecisionCard; option: string | null }) {
  const w = useWords(detail);
  const how = useWords(replacements);
  const earlier = useCard('decisions.register', card.replaces?.decision);
  return (
    <div>
      <h3>{w.touches}</h3>
      <p className="sm">{card.replaces && <DecisionLink id={card.replaces.decision} />}</p>
      <ul className="sm">
        {Object.entries(card.replaces?.by ?? {}).map(([id, replacement]) => (
          <li key={id} className={id === option ? 'strong' : 'dim'}>
            {w.withOption(letterOf(card.options, id))}: {how[replacement]}
            {earlier && ` (${earlier.label})`}
          </li>
        ))}
      </ul>
    </div>
  );
}
