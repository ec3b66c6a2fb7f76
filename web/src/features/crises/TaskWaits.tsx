import {
  CircleHelp,
  Hand,
  OctagonX,
  SearchCheck,
  Timer,
  TriangleAlert,
  UserRoundX,
  type LucideIcon,
} from 'lucide-react';
import { Link } from 'wouter';
import { permitted, useMay } from '../../act/may';
import type { Id } from '../../api/types';
import { useName } from '../../live/people';
import { useCard } from '../../live/room';
import { Button } from '../../parts/controls';
import { Tag, type Tone } from '../../parts/plain';
import { Age, At, LocalClock } from '../../parts/times';
import { useWords } from '../../words/words';
import type { Action } from '../tasks/actions';
import { actionWords, doingWords } from '../tasks/actionWords';
import { useProposal } from '../tasks/Card';
import { DoingHere, useDoing } from '../tasks/Doing';
import { DueMark, PendingMark, RiskTag, useUnsent } from '../tasks/marks';
import type { TaskCard } from '../tasks/sorting';
import { useTaskAct } from '../tasks/useTaskAct';
import { taskWords } from '../tasks/words';
import type { Verb } from './queue';
import { queueWords } from './warWords';

type TaskVerb = Exclude<Verb, 'decide' | 'confirm' | 'update'>;

const LOOKS: { readonly [V in TaskVerb]: readonly [Tone, LucideIcon] } = {
  stop: ['warn', TriangleAlert],
  accept: ['warn', Hand],
  verify: ['info', SearchCheck],
  blocked: ['crit', OctagonX],
  unanswered: ['crit', CircleHelp],
  'find-owner': ['crit', UserRoundX],
  late: ['crit', Timer],
};

/** A task that waits for the reader, with the answer in place. */
export function TaskWaits({ id, verb, primary }: { id: Id; verb: TaskVerb; primary: boolean }) {
  const task = useCard('tasks.board', id);
  return task ? <Shown task={task} verb={verb} primary={primary} /> : null;
}

function Shown({ task, verb, primary }: { task: TaskCard; verb: TaskVerb; primary: boolean }) {
  const w = useWords(queueWords);
  const [tone, icon] = LOOKS[verb];
  const words: { readonly [V in TaskVerb]: string } = {
    stop: w.stop,
    accept: w.offered,
    verify: w.verify,
    blocked: w.blockedByYou,
    unanswered: w.unanswered,
    'find-owner': w.noOwner,
    late: w.overdue,
  };
  return (
    <>
      <div className="row">
        <Tag tone={tone} icon={icon}>
          {words[verb]}
        </Tag>
        <PendingMark task={task} />
        <span className="end">
          <RiskTag risk={task.risk} />
        </span>
      </div>
      <h3>
        <Link href={'/tasks/' + task.id} className="war-card-link">
          <bdi>{task.title}</bdi>
        </Link>
      </h3>
      <p className="sm dim war-clamp">
        <Why task={task} verb={verb} />
      </p>
      {verb === 'find-owner' || verb === 'unanswered' ? (
        <FindOwner task={task} primary={primary} />
      ) : (
        <Answer task={task} verb={verb} primary={primary} />
      )}
    </>
  );
}

function Why({ task, verb }: { task: TaskCard; verb: TaskVerb }) {
  const w = useWords(queueWords);
  const asker = useName(task.offer?.by);
  const owner = useName(task.owner);
  const asked = useName(task.offer?.to);
  switch (verb) {
    case 'accept':
      return (
        <>
          {task.offer?.by ? w.asksYou(asker) : w.someoneAsks} <DueMark task={task} />
        </>
      );
    case 'verify':
      return <>{w.saysDone(owner)}</>;
    case 'blocked':
      return (
        <>
          {w.waitsForYou(owner)} <bdi>{task.blocked?.note}</bdi>
        </>
      );
    case 'unanswered':
      return (
        <>
          {w.hasNotAnswered(asked)} {task.offer && <Age since={task.offer.at} />}. {w.hangs(task.hanging)}
        </>
      );
    case 'find-owner':
      return (
        <>
          {w.noOwnerSince} <Age since={task.since} />. {w.hangs(task.hanging)}
        </>
      );
    case 'late':
      return task.lost.length > 0 ? (
        <>{w.lost}</>
      ) : (
        <>
          {w.dueWas} {task.due && <At at={task.due} />}. {w.hangs(task.hanging)}
        </>
      );
    case 'stop':
      return <bdi>{task.description}</bdi>;
  }
}

const ANSWERS: { readonly [V in TaskVerb]?: readonly [Action, Action?] } = {
  stop: ['confirm-stop'],
  accept: ['accept', 'decline'],
  verify: ['verify', 'send-back'],
};

/** The answer that is asked for; where there is none to press, the way to the task. */
function Answer({ task, verb, primary }: { task: TaskCard; verb: TaskVerb; primary: boolean }) {
  const w = useWords(queueWords);
  const a = useWords(actionWords);
  const doing = useDoing(task);
  const unsent = useUnsent(task.id);
  const busy = doing.busy || unsent;
  const [yes, no] = ANSWERS[verb] ?? [];
  return (
    <>
      <div className="row war-card-acts">
        {yes ? (
          <Button kind={primary ? 'primary' : 'outlined'} isDisabled={busy} onPress={() => doing.begin(yes)}>
            {a[yes].verb}
          </Button>
        ) : (
          <Link href={'/tasks/' + task.id} className={'btn ' + (primary ? 'primary' : 'outlined')}>
            {w.openTask}
          </Link>
        )}
        {no && (
          <Button kind="quiet" isDisabled={busy} onPress={() => doing.begin(no)}>
            {a[no].verb}
          </Button>
        )}
      </div>
      <DoingHere doing={doing} />
    </>
  );
}

/** Somebody who could do it, one press away. */
function FindOwner({ task, primary }: { task: TaskCard; primary: boolean }) {
  const w = useWords(taskWords);
  const f = useWords(doingWords);
  const act = useTaskAct(task);
  const doing = useDoing(task);
  const proposal = useProposal(task);
  const name = useName(proposal?.person);
  const zone = useCard('people.directory', proposal?.person)?.zone;
  const unsent = useUnsent(task.id);
  const may = useMay(
    proposal ? [{ type: 'tasks.reassign', command: { task: task.id, to: proposal.person } }] : [],
  );
  return (
    <>
      {proposal && (
        <p className="sm dim">
          <bdi>{name}</bdi> {w.freeNow(proposal.open)}
          {zone && (
            <>
              {' · '}
              <LocalClock zone={zone} />
            </>
          )}
        </p>
      )}
      <div className="row war-card-acts">
        {proposal && permitted(may, 0) && (
          <Button
            kind={primary ? 'primary' : 'outlined'}
            isDisabled={act.busy || unsent}
            onPress={() => void act.run('reassign', { to: proposal.person, reason: f.ownerlessReason })}
          >
            {w.offerTo(name.split(' ')[0] ?? name)}
          </Button>
        )}
        <Button kind="quiet" onPress={() => doing.begin('reassign')}>
          {w.chooseOwner}
        </Button>
      </div>
      <DoingHere doing={act.problem ? { ...doing, problem: act.problem } : doing} />
    </>
  );
}
