import { useId, useMemo, useState } from 'react';
import { Link, useSearch } from 'wouter';
import { initialsOf, nameIn, usePeople } from '../../live/people';
import { Check } from '../../parts/choose';
import { Empty } from '../../parts/plain';
import { useWords } from '../../words/words';
import { drawn, inOrder, linesOf, NODE, tiedOf, type Edge, type Node } from './layout';
import { OwnerMark, STATE_MARKS, StateTag } from './marks';
import { isOpen, isOwnerless, type TaskCard } from './sorting';
import { states, taskWords } from './words';
import './graph.css';

/** What waits for what, drawn from left to right; and the same as a list. */
export default function Graph({ tasks, here }: { tasks: readonly TaskCard[]; here: string | undefined }) {
  const w = useWords(taskWords);
  const [withDone, setWithDone] = useState(false);
  const shown = useMemo(() => {
    const open = tasks.filter(isOpen);
    return withDone || open.length === 0 ? tasks : open;
  }, [tasks, withDone]);
  const alone = shown.length - tiedOf(shown).length;
  return (
    <section className="stack" aria-label={w.graphTitle}>
      <div className="row">
        <p className="dim sm tasks-graph-hint">{w.graphHint}</p>
        <Check checked={!withDone} onChange={(hide) => setWithDone(!hide)}>
          {w.graphHideDone}
        </Check>
      </div>
      {alone === shown.length ? <Empty>{w.graphNone}</Empty> : <Drawing tasks={shown} here={here} />}
      {alone > 0 && alone < shown.length && <p className="dim sm">{w.graphAlone(alone)}</p>}
      <AsList tasks={shown} />
    </section>
  );
}

function Drawing({ tasks, here }: { tasks: readonly TaskCard[]; here: string | undefined }) {
  const w = useWords(taskWords);
  const picture = useMemo(() => drawn(tasks), [tasks]);
  const arrow = useId();
  return (
    <div className="tasks-graph panel" tabIndex={0} role="group" aria-label={w.graphTitle}>
      <svg
        width={Math.ceil(picture.width)}
        height={Math.ceil(picture.height)}
        viewBox={`0 0 ${Math.ceil(picture.width)} ${Math.ceil(picture.height)}`}
      >
        <defs>
          {['', ' critical'].map((kind) => (
            <marker
              key={kind}
              id={arrow + kind.trim()}
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth={kind ? 12 : 10}
              markerHeight={kind ? 12 : 10}
              orient="auto"
              markerUnits="userSpaceOnUse"
            >
              <path d="M0,0 L8,4 L0,8 z" className={'tasks-arrow' + kind} />
            </marker>
          ))}
        </defs>
        {picture.edges.map((edge) => (
          <Line key={edge.from + edge.to} edge={edge} arrow={arrow} />
        ))}
        {picture.nodes.map((node) => (
          <Box key={node.task.id} node={node} here={node.task.id === here} />
        ))}
      </svg>
    </div>
  );
}

function Line({ edge, arrow }: { edge: Edge; arrow: string }) {
  return (
    <path
      d={edge.path}
      className={'tasks-edge' + (edge.critical ? ' critical' : '')}
      markerEnd={`url(#${arrow + (edge.critical ? 'critical' : '')})`}
    />
  );
}

const CHARACTERS = 29;

function Box({ node, here }: { node: Node; here: boolean }) {
  const w = useWords(taskWords);
  const s = useWords(states);
  const people = usePeople();
  const search = useSearch();
  const { task, x, y } = node;
  const { icon: Icon, tone } = STATE_MARKS[task.state];
  const owner = task.owner ? nameIn(people, task.owner) : w.noOwner;
  const lines = linesOf(task.title, CHARACTERS, 2);
  const critical = task.critical && isOpen(task);
  const loud = isOwnerless(task) && !task.offer;
  const marks = [tone, critical && 'critical', loud && 'adrift', here && 'here'].filter(Boolean);
  const said = [task.title, s[task.state], owner, critical ? w.critical : ''].filter(Boolean).join(', ');
  return (
    <g transform={`translate(${x} ${y})`}>
      <Link
        href={'/tasks/' + task.id + (search ? '?' + search : '')}
        className={['tasks-node', ...marks].join(' ')}
      >
        <title>{said}</title>
        <rect className="tasks-node-box" width={NODE.width} height={NODE.height} rx={6} />
        {lines.map((line, i) => (
          <text key={i} x={10} y={19 + i * 16} className="tasks-node-title">
            {line}
          </text>
        ))}
        <Icon x={10} y={NODE.height - 24} width={14} height={14} className="tasks-node-icon" aria-hidden />
        <text x={29} y={NODE.height - 12} className="tasks-node-state">
          {s[task.state]}
        </text>
        <text x={NODE.width - 10} y={NODE.height - 12} textAnchor="end" className="tasks-node-owner">
          {task.owner ? initialsOf(owner) : isOpen(task) ? '?' : ''}
        </text>
      </Link>
    </g>
  );
}

/** The same in words: step by step, with what each comes after. */
function AsList({ tasks }: { tasks: readonly TaskCard[] }) {
  const w = useWords(taskWords);
  const titles = useMemo(() => new Map(tasks.map((task) => [task.id, task.title])), [tasks]);
  const steps = useMemo(() => inOrder(tasks), [tasks]);
  return (
    <details className="tasks-steps">
      <summary>{w.graphAsList}</summary>
      <ol className="stack">
        {steps.map((step, i) => (
          <li key={i} className="stack-4">
            <h3>{w.step(i + 1)}</h3>
            <ul className="stack-4">
              {step.map((task) => {
                const before = task.dependsOn.flatMap((id) => titles.get(id) ?? []);
                return (
                  <li key={task.id} className="tasks-step">
                    <span className="grow">
                      <Link href={'/tasks/' + task.id}>
                        <bdi>{task.title}</bdi>
                      </Link>
                      <span className="dim sm">
                        {' '}
                        {before.length > 0 ? `${w.after} ${before.join('; ')}` : w.nothingBefore}
                      </span>
                    </span>
                    <OwnerMark task={task} clock={false} />
                    <StateTag state={task.state} />
                  </li>
                );
              })}
            </ul>
          </li>
        ))}
      </ol>
    </details>
  );
}
