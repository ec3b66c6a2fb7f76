import { memo } from 'react';
import { Link, useSearch } from 'wouter';
import { permitted, useMay } from '../../act/may';
import { useName } from '../../live/people';
import { useCard, useList, useOutOf } from '../../live/room';
import { useNow } from '../../live/time';
import { Button } from '../../parts/controls';
import { LocalClock } from '../../parts/times';
import { isNight } from '../../words/times';
import { useWords } from '../../words/words';
import { doingWords } from './actionWords';
import { DoingHere, TaskMenu, useDoing } from './Doing';
import { CriticalMark, DueMark, OwnerMark, PendingMark, RiskTag, StateTag, StopMark, WhyLine } from './marks';
import { functionsOf, isAdrift, isOpen, proposedOwner, type Held, type TaskCard } from './sorting';
import { useTaskAct } from './useTaskAct';
import { useReadOnly } from './useReadOnly';
import { taskWords } from './words';

/** A task on the board: what it is, what holds it up, who has it, how bad it is. Wakes when it changes. */
export const BoardCard = memo(function BoardCard({ id, quiet = false, here = false }: {
  id: string;
  /** On a wall: without anything to do. */
  quiet?: boolean;
  here?: boolean;
}) {
  const task = useCard('tasks.board', id);
  return task ? <Shown task={task} quiet={quiet} here={here} /> : null;
});

function Shown({ task, quiet, here }: { task: TaskCard; quiet: boolean; here: boolean }) {
  const readOnly = useReadOnly() || quiet;
  const search = useSearch();
  const adrift = isAdrift(task);
  const handedTo = useName(task.owner ? task.offer?.to : undefined);
  const w = useWords(taskWords);
  // the lane says the state; what it does not say is that somebody is asked, or that nobody wants it
  const odd = task.state === 'offered' || task.state === 'declined';
  return (
    <article
      className={'tasks-card' + (adrift ? ' adrift' : '') + (here ? ' here' : '')}
      aria-labelledby={'task-' + task.id}
      data-task-card={task.id}
    >
      <div className="tasks-card-head">
        <h3 id={'task-' + task.id}>
          <Link href={'/tasks/' + task.id + (search ? '?' + search : '')} data-task-link>
            <bdi>{task.title}</bdi>
          </Link>
        </h3>
        {!readOnly && <CardMenu task={task} />}
      </div>
      <WhyLine task={task} />
      <div className="tasks-card-marks">
        {odd && <StateTag state={task.state} />}
        {task.stop && isOpen(task) && <StopMark />}
        <DueMark task={task} />
        {task.critical && isOpen(task) && <CriticalMark />}
        <PendingMark task={task} />
      </div>
      <div className="tasks-card-foot">
        <OwnerMark task={task} />
        {isOpen(task) ? <RiskTag risk={task.risk} /> : <StateTag state={task.state} />}
      </div>
      {task.owner && task.offer && isOpen(task) && <p className="xs dim">{w.handOver(handedTo)}</p>}
      {adrift && !readOnly && <Proposal task={task} />}
    </article>
  );
}

function CardMenu({ task }: { task: TaskCard }) {
  const doing = useDoing(task);
  return (
    <span className="tasks-card-menu">
      <TaskMenu task={task} doing={doing} />
      <DoingHere doing={doing} />
    </span>
  );
}

/** Somebody who could take what nobody owns, one press away, for who may ask them. */
function Proposal({ task }: { task: TaskCard }) {
  const w = useWords(taskWords);
  const f = useWords(doingWords);
  const act = useTaskAct(task);
  const doing = useDoing(task);
  const proposal = useProposal(task);
  const to = proposal?.person;
  const name = useName(to);
  const zone = useCard('people.directory', to)?.zone;
  const may = useMay(
    to === undefined
      ? []
      : [
          { type: 'tasks.hand-over', command: { task: task.id, to } },
          { type: 'tasks.reassign', command: { task: task.id, to } },
        ],
  );
  const action = permitted(may, 0) ? 'hand-over' : permitted(may, 1) ? 'reassign' : null;
  if (!proposal || !action) {
    return null;
  }
  return (
    <div className="stack-4">
      <p className="xs dim">
        <bdi>{name}</bdi> {w.freeNow(proposal.open)}
        {zone && (
          <>
            {' · '}
            <LocalClock zone={zone} />
          </>
        )}
      </p>
      <div className="row">
        <Button
          size="small"
          isDisabled={act.busy}
          onPress={() => void act.run(action, { to: proposal.person, reason: f.ownerlessReason })}
        >
          {w.offerTo(name.split(' ')[0] ?? name)}
        </Button>
        <Button size="small" kind="quiet" onPress={() => doing.begin('reassign')}>
          {w.chooseOwner}
        </Button>
      </div>
      <DoingHere doing={act.problem ? { ...doing, problem: act.problem } : doing} />
    </div>
  );
}

const openOnes = (cards: readonly TaskCard[]) =>
  cards.filter(isOpen).map((card): Held => ({ owner: card.owner, asked: card.offer?.to, state: card.state }));

/** Who could be asked; worked out anew only where owners or people change. */
export function useProposal(task: TaskCard): { readonly person: string; readonly open: number } | null {
  const people = useList('crises.people');
  const seats = useList('crises.seats');
  const open = useOutOf('tasks.board', openOnes);
  const now = useNow();
  return proposedOwner(task, open, people, functionsOf(seats, people), (person) =>
    person.zone !== undefined && isNight(now, person.zone),
  );
}
