import { memo } from 'react';
import { Link, useSearch } from 'wouter';
import { WindowVirtualizer } from 'virtua';
import { useCard } from '../../live/room';
import { At } from '../../parts/times';
import { useWords } from '../../words/words';
import { CriticalMark, DueMark, OwnerMark, PendingMark, RiskTag, StateTag, StopMark, WhyLine } from './marks';
import { isAdrift, isOpen, type TaskCard } from './sorting';
import { taskWords } from './words';
import { useTaskKeys } from './keys';

/** Beyond this many, only rows in view are made. */
const MANY = 60;

/** Tasks as a table, in the order in which they matter. */
export default function TaskList({ tasks, here }: { tasks: readonly TaskCard[]; here: string | undefined }) {
  useTaskKeys();
  const w = useWords(taskWords);
  const rows = tasks.map((task, i) => <Row key={task.id} id={task.id} here={task.id === here} at={i + 2} />);
  return (
    <div
      className="panel tasks-list"
      role="table"
      aria-label={w.sortedByMatters}
      aria-rowcount={tasks.length + 1}
    >
      <div className="tasks-row head" role="row" aria-rowindex={1}>
        {(['title', 'state', 'owner', 'risk', 'due', 'matters'] as const).map((column) => (
          <span
            key={column}
            role="columnheader"
            {...(column === 'matters' ? { 'aria-sort': 'descending' as const, title: w.mattersHint } : {})}
          >
            {w.columns[column]}
            {column === 'matters' && ' ↓'}
          </span>
        ))}
      </div>
      <div role="rowgroup">{tasks.length > MANY ? <WindowVirtualizer>{rows}</WindowVirtualizer> : rows}</div>
    </div>
  );
}

const Row = memo(function Row({ id, here, at }: { id: string; here: boolean; at: number }) {
  const task = useCard('tasks.board', id);
  const search = useSearch();
  const w = useWords(taskWords);
  if (!task) {
    return null;
  }
  return (
    <div
      className={'tasks-row' + (here ? ' here' : '') + (isAdrift(task) ? ' adrift' : '')}
      role="row"
      aria-rowindex={at}
      data-task-card={id}
    >
      <span role="cell" className="tasks-cell-title">
        <Link href={'/tasks/' + id + (search ? '?' + search : '')} data-task-link className="strong">
          <bdi>{task.title}</bdi>
        </Link>
        <WhyLine task={task} />
        {task.critical && isOpen(task) && <CriticalMark />}
      </span>
      <span role="cell" className="row">
        <StateTag state={task.state} />
        {task.stop && <StopMark />}
        <PendingMark task={task} />
      </span>
      <span role="cell">
        <OwnerMark task={task} />
      </span>
      <span role="cell">
        <RiskTag risk={task.risk} />
      </span>
      <span role="cell" className="sm">
        {isOpen(task) ? <DueMark task={task} /> : <span className="dim"><At at={task.since} /></span>}
      </span>
      <span role="cell" className="num tasks-cell-matters" title={w.hanging(task.hanging)}>
        {isOpen(task) && task.matters}
      </span>
    </div>
  );
});
