import { ArrowLeft, MessagesSquare, OctagonX, TriangleAlert, X } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { useAct } from '../../act/act';
import { permitted, useMay } from '../../act/may';
import { usePending } from '../../act/pending';
import type { Id, Views } from '../../api/types';
import { useCard, useOutOf } from '../../live/room';
import { Button, IconButton } from '../../parts/controls';
import { Empty, Name, Note, Nobody, Person } from '../../parts/plain';
import { DecisionLink, TaskLink, ThingLink } from '../../parts/refs';
import { Refusal } from '../../parts/Refusal';
import { Age, At, Remaining } from '../../parts/times';
import { lengthOf } from '../../words/times';
import { useWords } from '../../words/words';
import { useTaskActions, type Action, type Possible } from './actions';
import { useReadOnly } from './Card';
import { DoingHere, TaskMenu, useDoing, useVerbs, type Doing } from './Doing';
import { detailWords } from './detailWords';
import { History } from './History';
import { CriticalMark, DueMark, PendingMark, RiskTag, StateTag } from './marks';
import { isOpen, type TaskCard } from './sorting';
import { causes, taskWords } from './words';

/** Time to answer an offer before whoever leads is told; the server's rule, repeated here only to say when. */
const TIME_TO_ANSWER = 15 * 60_000;

/** Everything about one task, and what can be done with it. */
export function Detail({ id }: { id: Id }) {
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
  return <Open task={task} back={back} />;
}

function Open({ task, back }: { task: TaskCard; back: string }) {
  const w = useWords(taskWords);
  const d = useWords(detailWords);
  const readOnly = useReadOnly();
  const sending = usePending('tasks.board:' + task.id);
  const doing = useDoing(task);
  const [, go] = useLocation();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus({ preventScroll: true }), []);
  return (
    <article className="tasks-detail" aria-labelledby="task-open" onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && go(back)}>
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
          {sending && <PendingMark />}
        </div>
        <Alerts task={task} />
        {!readOnly && <NextSteps task={task} doing={doing} />}
        <DoingHere doing={doing} />
        {task.description ? <p className="tasks-description" dir="auto">{task.description}</p> : <p className="dim">{d.noDescription}</p>}
        <Facts task={task} />
        <Ties task={task} />
        <Talk task={task} readOnly={readOnly} />
        <History task={task.id} />
      </div>
    </article>
  );
}

const BESIDE: readonly Action[] = ['decline', 'send-back', 'complete', 'block', 'hand-over', 'reassign', 'take', 'recall', 'reopen'];

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

function Facts({ task }: { task: TaskCard }) {
  const d = useWords(detailWords);
  const w = useWords(taskWords);
  const { offer } = task;
  const answerBy = offer && new Date(Date.parse(offer.at) + TIME_TO_ANSWER).toISOString();
  return (
    <dl className="facts">
      <Fact name={d.owner}>
        {task.owner ? (
          <>
            <Person id={task.owner} small />
            {task.ownerLeft && <span className="c-crit strong"> {w.ownerLeft}</span>}
          </>
        ) : (
          <Nobody words={w.noOwner} small />
        )}
      </Fact>
      {offer && (
        <Fact name={d.asked}>
          <Person id={offer.to} small />
          <span className="sm dim">
            {d.askedSince} <At at={offer.at} />
            {offer.by && (
              <>
                {' · '}
                <Name id={offer.by} />
              </>
            )}
          </span>
          {offer.overdue ? (
            <span className="sm c-crit">
              {d.escalated}{' '}
              {offer.escalatedTo.map((person, i) => (
                <span key={person}>
                  {i > 0 && ', '}
                  <Name id={person} />
                </span>
              ))}
            </span>
          ) : (
            answerBy && (
              <span className="sm">
                {d.escalatesAt} <At at={answerBy} /> (<Remaining until={answerBy} urgent={300_000} />): {d.escalatesThen}
              </span>
            )
          )}
        </Fact>
      )}
      {task.seekers.length > 0 && isOpen(task) && (
        <Fact name={d.seekers}>
          {task.seekers.map((person) => (
            <Person key={person} id={person} small />
          ))}
        </Fact>
      )}
      {task.substitute && (
        <Fact name={d.substitute}>
          <Person id={task.substitute.person} small />
          <span className="sm dim">
            {d.until} <At at={task.substitute.until} />
          </span>
        </Fact>
      )}
      <Fact name={d.risk}>
        <span>
          <RiskTag risk={task.risk} />
        </span>
        {task.riskReason && (
          <span className="sm dim">
            <bdi>{task.riskReason}</bdi>
          </span>
        )}
      </Fact>
      <Fact name={d.due}>
        {task.due ? (
          isOpen(task) ? (
            <span>
              <DueMark task={task} />
              {!task.overdue && (
                <>
                  {' · '}
                  <Remaining until={task.due} />
                </>
              )}
            </span>
          ) : (
            <At at={task.due} />
          )
        ) : (
          <span className="dim">{d.noDue}</span>
        )}
      </Fact>
      {task.expected && (
        <Fact name={d.expected}>
          <Length iso={task.expected} />
        </Fact>
      )}
      {task.verifier && (
        <Fact name={d.verifier}>
          <Person id={task.verifier} small />
        </Fact>
      )}
      {(task.evidenceRequired || task.evidence.length > 0) && (
        <Fact name={d.evidence}>
          {task.evidence.length === 0 && <span className="dim">{d.evidenceNone}</span>}
          {task.evidence.map((ref) => (
            <ThingLink key={ref.id} refTo={ref} />
          ))}
        </Fact>
      )}
      {task.askedBy && (
        <Fact name={d.askedBy}>
          <Person id={task.askedBy} small />
        </Fact>
      )}
      {task.origin && (
        <Fact name={d.origin}>
          <ThingLink refTo={task.origin} />
        </Fact>
      )}
      {task.subject && (
        <Fact name={d.subject}>
          <span className="mono">{task.subject}</span>
        </Fact>
      )}
      {isOpen(task) && (
        <Fact name={d.matters}>
          <span className="num">
            {task.matters} <span className="dim">· {w.hanging(task.hanging)}</span>
          </span>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className="stack-4">{children}</dd>
    </>
  );
}

/** `PT1H30M` in words. */
function Length({ iso }: { iso: string }) {
  const read = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?/.exec(iso);
  const [days, hours, minutes, seconds] = (read ?? []).slice(1).map((part) => Number(part ?? 0));
  return <>{lengthOf((((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60_000 + (seconds ?? 0) * 1000)}</>;
}

/** What it waits for and what waits for it. */
function Ties({ task }: { task: TaskCard }) {
  const d = useWords(detailWords);
  return (
    <>
      {task.gate && (
        <section className="stack-4">
          <h3>{d.gate}</h3>
          <DecisionLink id={task.gate.decision.id} />
          {task.gate.option && (
            <p className="sm dim">
              {d.option} <bdi>{task.gate.option}</bdi>
            </p>
          )}
          {task.gate.shut && isOpen(task) && <p className="sm">{d.gateShut}</p>}
        </section>
      )}
      {task.dependsOn.length > 0 && <TiedTasks title={d.dependsOn} ids={task.dependsOn} />}
      {task.dependents.length > 0 && <TiedTasks title={d.dependents} ids={task.dependents} />}
    </>
  );
}

function TiedTasks({ title, ids }: { title: string; ids: readonly Id[] }) {
  return (
    <section className="stack-4">
      <h3>
        {title} <span className="count">{ids.length}</span>
      </h3>
      <ul className="stack-4">
        {ids.map((id) => (
          <li key={id} className="tasks-tied">
            <TaskLink id={id} icon={false} />
            <StateOf id={id} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function StateOf({ id }: { id: Id }) {
  const task = useCard('tasks.board', id);
  return task ? <StateTag state={task.state} /> : null;
}

/** Where it is talked about; a topic is opened by whoever wants to. */
function Talk({ task, readOnly }: { task: TaskCard; readOnly: boolean }) {
  const d = useWords(detailWords);
  const act = useAct();
  const topics = useOutOf('channels.topics', aboutTasks).filter((topic) => topic.task === task.id);
  const command = { title: task.title.slice(0, 200), about: { feature: 'tasks', id: task.id } };
  const may = useMay(readOnly || topics.length > 0 ? [] : [{ type: 'channels.open-topic', command }]);
  const [, go] = useLocation();
  const open = async () => {
    const topic = newId();
    if (await act.give('channels.open-topic', { ...command, topic }, d.topicOpened)) {
      go('/channels/' + topic);
    }
  };
  if (topics.length === 0 && !permitted(may, 0)) {
    return null;
  }
  return (
    <section className="stack-4">
      <h3>{d.topic}</h3>
      {topics.map((topic) => (
        <p key={topic.id} className="row">
          <ThingLink refTo={{ feature: 'channels', id: topic.id }} />
          <span className="sm dim">{d.messages(topic.messages)}</span>
        </p>
      ))}
      {topics.length === 0 && (
        <div>
          <Button icon={MessagesSquare} size="small" isDisabled={act.busy} onPress={() => void open()}>
            {d.talk}
          </Button>
        </div>
      )}
      <Refusal problem={act.problem} />
    </section>
  );
}

const aboutTasks = (topics: readonly Views['channels.topics'][]) =>
  topics
    .filter((topic) => topic.about?.feature === 'tasks')
    .map((topic) => ({ id: topic.id, task: topic.about?.id, messages: topic.messages }));

/** 128 random bits as the server writes ids: base64url without padding. */
function newId(): Id {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
