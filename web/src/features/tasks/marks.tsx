import {
  ChevronsUp,
  ChevronUp,
  Circle,
  CircleCheck,
  CircleMinus,
  CirclePlay,
  CornerDownRight,
  Hand,
  Hourglass,
  Minus,
  OctagonX,
  Route,
  Send,
  SearchCheck,
  Timer,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react';
import { useOutbox } from '../../act/outbox';
import { usePending } from '../../act/pending';
import type { Id, Risk, TaskState } from '../../api/types';
import { useName } from '../../live/people';
import { Name, Nobody, Person, Tag, type Tone } from '../../parts/plain';
import { At } from '../../parts/times';
import { DecisionLink, TaskLink, ThingLink } from '../../parts/refs';
import { useWords } from '../../words/words';
import { isOpen, type TaskCard } from './sorting';
import { causes, risks, states, taskWords } from './words';

export const STATE_MARKS: { readonly [S in TaskState]: { readonly icon: LucideIcon; readonly tone: Tone } } = {
  offered: { icon: Hand, tone: 'mute' },
  waiting: { icon: Hourglass, tone: 'mute' },
  'ready-to-start': { icon: Circle, tone: 'mute' },
  'in-progress': { icon: CirclePlay, tone: 'info' },
  blocked: { icon: OctagonX, tone: 'crit' },
  'awaiting-verification': { icon: SearchCheck, tone: 'info' },
  done: { icon: CircleCheck, tone: 'ok' },
  declined: { icon: CircleMinus, tone: 'crit' },
  dropped: { icon: CircleMinus, tone: 'mute' },
};

const RISK_MARKS: { readonly [R in Risk]: { readonly icon: LucideIcon; readonly tone: Tone } } = {
  critical: { icon: ChevronsUp, tone: 'crit' },
  high: { icon: ChevronUp, tone: 'warn' },
  medium: { icon: Minus, tone: 'mute' },
  low: { icon: Minus, tone: 'mute' },
};

export function StateTag({ state }: { state: TaskState }) {
  const w = useWords(states);
  const { icon, tone } = STATE_MARKS[state];
  return (
    <Tag tone={tone} icon={icon}>
      {w[state]}
    </Tag>
  );
}

export function RiskTag({ risk }: { risk: Risk }) {
  const w = useWords(risks);
  const { icon, tone } = RISK_MARKS[risk];
  return (
    <Tag tone={tone} icon={icon}>
      {w[risk]}
    </Tag>
  );
}

/** When it is due, and loudly when that has passed; nothing where it is over or has no time. */
export function DueMark({ task }: { task: TaskCard }) {
  const w = useWords(taskWords);
  if (!task.due || !isOpen(task)) {
    return null;
  }
  return task.overdue ? (
    <span className="c-crit strong nowrap">
      <Timer className="icon" aria-hidden /> {w.overdueSince} <At at={task.due} />
    </span>
  ) : (
    <span className="nowrap">
      {w.due} <At at={task.due} />
    </span>
  );
}

export function CriticalMark() {
  const w = useWords(taskWords);
  return (
    <span className="tasks-critical nowrap" title={w.critical}>
      <Route className="icon" aria-hidden /> {w.criticalShort}
    </span>
  );
}

/** Whether something of the reader's for this task waits for the network. */
export function useUnsent(task: Id): boolean {
  return useOutbox().some((item) => (item.command as { readonly task?: Id } | null)?.task === task);
}

/** Something of the reader's is on its way to this task, or waits for the network. */
export function PendingMark({ task }: { task: TaskCard }) {
  const w = useWords(taskWords);
  const sending = usePending('tasks.board:' + task.id);
  const unsent = useUnsent(task.id);
  if (unsent) {
    return (
      <Tag tone="warn" icon={Send}>
        {w.unsentMark}
      </Tag>
    );
  }
  return sending ? (
    <span className="dim nowrap" role="status">
      <Send className="icon" aria-hidden /> {w.pendingMark}
    </span>
  ) : null;
}

export function StopMark() {
  const w = useWords(taskWords);
  return (
    <Tag tone="warn" icon={TriangleAlert}>
      {w.stopAsked}
    </Tag>
  );
}

/** Who owns it, with the time where they are; nobody, where nobody does. */
export function OwnerMark({ task, clock = true }: { task: TaskCard; clock?: boolean }) {
  const w = useWords(taskWords);
  const asked = useName(task.offer?.to);
  if (task.owner === undefined) {
    if (!isOpen(task)) {
      return null;
    }
    return task.offer ? (
      <span className={'person' + (task.offer.overdue ? ' c-crit strong' : '')}>
        <span className="avatar small nobody tasks-asked" aria-hidden>
          ?
        </span>
        <bdi>{task.offer.overdue ? w.askedLate(asked) : w.askedName(asked)}</bdi>
      </span>
    ) : (
      <Nobody words={w.noOwner} small />
    );
  }
  return (
    <span className="person">
      <Person id={task.owner} small clock={clock} />
      {task.ownerLeft && <span className="c-crit strong nowrap">{w.ownerLeft}</span>}
    </span>
  );
}

/** Why it does not go on, and what or whom it waits for; nothing where nothing holds it up. */
export function WhyLine({ task }: { task: TaskCard }) {
  const w = useWords(taskWords);
  const c = useWords(causes);
  if (!isOpen(task)) {
    return null;
  }
  if (task.blocked) {
    const { cause, thing, person, note } = task.blocked;
    return (
      <Line loud>
        {thing ? (
          <>
            {thing.feature === 'decisions' ? w.needsDecision : w.waitsForTask} <ThingLink refTo={thing} icon={false} />
          </>
        ) : person ? (
          <>
            {w.waitsForTask} <Name id={person} />
            <span className="dim">: {note}</span>
          </>
        ) : (
          <>
            {c[cause]}
            {note && (
              <span className="dim">
                : <bdi>{note}</bdi>
              </span>
            )}
          </>
        )}
      </Line>
    );
  }
  if (task.lost.length > 0) {
    return <Line loud>{w.lost}</Line>;
  }
  const [first] = task.pending;
  if (first !== undefined) {
    return (
      <Line>
        {task.pending.length === 1 ? (
          <>
            {w.waitsForTask} <TaskLink id={first} icon={false} />
          </>
        ) : (
          w.waitsForTasks(task.pending.length)
        )}
      </Line>
    );
  }
  if (task.gate?.shut) {
    return (
      <Line>
        {w.needsDecision} <DecisionLink id={task.gate.decision.id} icon={false} />
      </Line>
    );
  }
  return null;
}

function Line({ loud = false, children }: { loud?: boolean; children: React.ReactNode }) {
  return (
    <p className={'tasks-why' + (loud ? ' c-crit' : ' dim')}>
      <CornerDownRight className="icon" aria-hidden />
      <span>{children}</span>
    </p>
  );
}
