import { ArrowLeft, OctagonX, TriangleAlert, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import type { Id } from '../../api/types';
import { useCard } from '../../live/room';
import { Button, IconButton } from '../../parts/controls';
import { Empty, Name, Note } from '../../parts/plain';
import { DecisionLink, ThingLink } from '../../parts/refs';
import { Age, At } from '../../parts/times';
import { useWords } from '../../words/words';
import { useTaskActions, type Action, type Possible } from './actions';
import { useReadOnly } from './useReadOnly';
import { DoingHere, TaskMenu, useDoing, useVerbs, type Doing } from './Doing';
import { detailWords } from './detailWords';
import { Facts } from './Facts';
import { History } from './History';
import { CriticalMark, PendingMark, StateTag } from './marks';
import { isOpen, type TaskCard } from './sorting';
import { Talk, Ties } from './Ties';
import { causes, taskWords } from './words';

/** Everything about one task, and what can be done with it. */
export default function Detail({ id, alone = false }: {
  id: Id;
  /** Whether it has the page for itself. */
  alone?: boolean;
}) {
  const w = useWords(taskWords);
  const task = useCard('tasks.board', id);
  const search = useSearch();
  const back = '/tasks' + (search ? '?' + search : '');
  if (!task) {
    return (
      <Empty
        action={
          <Link href={back} className="btn outlined">
            {w.back}
          </Link>
        }
      >
        {w.gone}
      </Empty>
    );
  }
  return <Open task={task} back={back} alone={alone} />;
}

function Open({ task, back, alone }: { task: TaskCard; back: string; alone: boolean }) {
  const w = useWords(taskWords);
  const d = useWords(detailWords);
  const readOnly = useReadOnly();
  const doing = useDoing(task);
  const [, go] = useLocation();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    head.current?.focus({ preventScroll: true });
    if (alone) {
      window.scrollTo(0, 0);
    }
  }, [alone]);
  return (
    <article
      className="tasks-detail"
      aria-labelledby="task-open"
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && go(back)}
    >
      <header>
        <Link href={back} className="tasks-detail-back">
          <ArrowLeft className="icon" aria-hidden /> {w.back}
        </Link>
        <span className="end row">
          {!readOnly && <TaskMenu task={task} doing={doing} open={false} />}
          <span className="tasks-detail-close">
            <IconButton label={w.close} icon={X} onPress={() => go(back)} />
          </span>
        </span>
      </header>
      <div className="stack">
        <h2 id="task-open" ref={head} tabIndex={-1}>
          <bdi>{task.title}</bdi>
        </h2>
        <div className="row sm">
          <StateTag state={task.state} />
          <span className="dim">
            {d.since} <At at={task.since} /> (<Age since={task.since} />)
          </span>
          {task.critical && <CriticalMark />}
          <PendingMark task={task} />
        </div>
        <Alerts task={task} />
        {!readOnly && <NextSteps task={task} doing={doing} />}
        <DoingHere doing={doing} />
        {task.description ? (
          <p className="tasks-description" dir="auto">
            {task.description}
          </p>
        ) : (
          <p className="dim">{d.noDescription}</p>
        )}
        <Facts task={task} />
        <Ties task={task} />
        <Talk task={task} readOnly={readOnly} />
        <History task={task.id} />
      </div>
    </article>
  );
}

const BESIDE: readonly Action[] = [
  'decline',
  'send-back',
  'complete',
  'block',
  'hand-over',
  'reassign',
  'take',
  'recall',
  'reopen',
];

/** The next sensible step as the one primary button, and at most two more; the menu has the rest. */
function NextSteps({ task, doing }: { task: TaskCard; doing: Doing }) {
  const d = useWords(detailWords);
  const verbFor = useVerbs(task);
  const possible = useTaskActions(task);
  const { primary } = possible;
  const beside = BESIDE.filter((action) => action !== primary && possible.actions.has(action)).slice(0, 2);
  const who = whoCanGoOn(task, possible);
  return (
    <div className="stack-4">
      <div className="row">
        {primary && (
          <Button kind="primary" isDisabled={doing.busy} onPress={() => doing.begin(primary)}>
            {verbFor(primary)}
          </Button>
        )}
        {beside.map((action) => (
          <Button key={action} isDisabled={doing.busy} onPress={() => doing.begin(action)}>
            {verbFor(action)}
          </Button>
        ))}
      </div>
      {!primary && who.length > 0 && (
        <p className="sm dim">
          {d.whoCan}{' '}
          {who.map((person, i) => (
            <span key={person}>
              {i > 0 && ', '}
              <Name id={person} />
            </span>
          ))}
        </p>
      )}
    </div>
  );
}

/** Who could do what the reader may not, as the server says. */
function whoCanGoOn(task: TaskCard, possible: Possible): readonly Id[] {
  const next: { readonly [state in TaskCard['state']]?: Action } = {
    offered: 'accept',
    'ready-to-start': 'start',
    'in-progress': 'complete',
    blocked: 'unblock',
    'awaiting-verification': 'verify',
  };
  const action = next[task.state];
  const verdict = action && possible.verdict(action);
  return verdict?.outcome === 'forbidden' ? verdict.whoCan.slice(0, 3) : [];
}

function Alerts({ task }: { task: TaskCard }) {
  const d = useWords(detailWords);
  const c = useWords(causes);
  const w = useWords(taskWords);
  return (
    <>
      {task.stop && (
        <Note tone="warn" icon={TriangleAlert}>
          <strong>{d.stop}</strong> {d.stopWhy[task.stop.why]} <DecisionLink id={task.stop.decision} /> {d.stopOwner}
        </Note>
      )}
      {task.blocked && isOpen(task) && (
        <Note tone="crit" icon={OctagonX}>
          <strong>{c[task.blocked.cause]}</strong> {d.for} <Age since={task.blocked.since} />
          {task.blocked.person && (
            <>
              {' · '}
              <Name id={task.blocked.person} />
            </>
          )}
          {task.blocked.note && (
            <p>
              <bdi>{task.blocked.note}</bdi>
            </p>
          )}
          {task.blocked.thing && (
            <p>
              <ThingLink refTo={task.blocked.thing} />
            </p>
          )}
        </Note>
      )}
      {task.lost.length > 0 && isOpen(task) && (
        <Note tone="crit" icon={TriangleAlert}>
          {w.lost}
        </Note>
      )}
    </>
  );
}
