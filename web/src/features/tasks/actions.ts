import { useMemo } from 'react';
import { useMay, permitted, type Question, type Verdict } from '../../act/may';
import type { Commands, Id, Views } from '../../api/types';
import { useMyId } from '../../live/me';
import { useList } from '../../live/room';
import { isAdrift, type TaskCard } from './sorting';

/** What somebody can do to a task: the commands of the feature that people give. */
export const ACTIONS = [
  'confirm-stop',
  'accept',
  'decline',
  'verify',
  'send-back',
  'unblock',
  'start',
  'complete',
  'take',
  'block',
  'hand-over',
  'reassign',
  'recall',
  'name-substitute',
  'end-substitution',
  'set-due',
  'set-risk',
  'set-dependencies',
  'set-verifier',
  'reword',
  'reopen',
  'drop',
] as const;
export type Action = (typeof ACTIONS)[number];

/** Actions that ask for nothing: they are done at once. */
export const DIRECT: ReadonlySet<Action> = new Set(['accept', 'take', 'start', 'recall']);

/** A time that no clock reaches, for asking whether a later time may be set at all. */
const SOME_DAY = '2199-01-01T00:00:00Z';

export function commandOf(action: Action): keyof Commands {
  return `tasks.${action}`;
}

/**
 * What to ask the server for finding out whether an action is open to the reader. What people fill in later is left
 * out, or something stands in for it: somebody, another risk. `null` where nothing can, and so nothing could be chosen.
 */
export function questionOf(
  action: Action,
  task: TaskCard,
  people: readonly Views['crises.people'][],
  tasks: readonly TaskCard[],
): Question | null {
  const type = commandOf(action);
  const ask = (more: object = {}): Question => ({ type, command: { task: task.id, ...more } });
  const taken = [task.owner, task.offer?.to, task.substitute?.person, task.verifier];
  const other = people.find((person) => (person.kind ?? 'human') === 'human' && !taken.includes(person.id))?.id;
  switch (action) {
    case 'hand-over':
    case 'reassign':
      return other === undefined ? null : ask({ to: other });
    case 'name-substitute':
      return other === undefined ? null : ask({ person: other, until: SOME_DAY });
    case 'set-verifier':
      return other === undefined ? null : ask({ verifier: other });
    case 'block':
      return ask({ cause: 'other' });
    case 'complete':
      return ask({ evidence: task.evidenceRequired ? [{ feature: 'tasks', id: task.id }] : [] });
    case 'confirm-stop':
      return ask({ answer: 'stopped' });
    case 'set-due':
      return ask({ due: SOME_DAY });
    case 'set-risk':
      return ask({ risk: task.risk === 'low' ? 'high' : 'low' });
    case 'set-dependencies': {
      const root = tasks.find((each) => each.id !== task.id && each.dependsOn.length === 0 && each.state !== 'dropped');
      const instead = task.dependsOn.length > 0 ? [] : root && [root.id];
      return instead ? ask({ dependsOn: instead }) : null;
    }
    default:
      return ask();
  }
}

export interface Possible {
  /** `false` until the server has said anything. */
  readonly known: boolean;
  readonly actions: ReadonlySet<Action>;
  /** The next sensible step, if it is open to the reader. */
  readonly primary: Action | null;
  readonly verdict: (action: Action) => Verdict | undefined;
}

const NEXT: readonly Action[] = ['confirm-stop', 'accept', 'verify', 'unblock', 'start', 'complete', 'take'];

/** What the reader may do to a task now, as the server's rules say. */
export function useTaskActions(task: TaskCard): Possible {
  const people = useList('crises.people');
  const tasks = useList('tasks.board');
  const me = useMyId();
  const asked = useMemo(
    () => ACTIONS.flatMap((action) => {
      const question = questionOf(action, task, people, tasks);
      return question ? [{ action, question }] : [];
    }),
    [task, people, tasks],
  );
  const verdicts = useMay(asked.map((each) => each.question));
  return useMemo(() => {
    const may = new Set(asked.flatMap(({ action }, i) => (permitted(verdicts, i) ? [action] : [])));
    const actions = withoutDoubles(may, task, me);
    const toFind = isAdrift(task) && actions.has('reassign') ? 'reassign' : null;
    const primary = NEXT.find((action) => actions.has(action)) ?? toFind;
    const verdict = (action: Action) => verdicts?.[asked.findIndex((each) => each.action === action)];
    return { known: verdicts !== null, actions, primary, verdict };
  }, [asked, verdicts, task, me]);
}

/**
 * Both commands give a task to somebody else; which one is meant depends on whose it is. Who has it hands it over,
 * others reassign it, and only one of them is shown.
 */
function withoutDoubles(may: ReadonlySet<Action>, task: TaskCard, me: Id): ReadonlySet<Action> {
  const mine = task.owner === me || task.substitute?.person === me;
  const left = new Set(may);
  if (left.has('hand-over') && left.has('reassign')) {
    left.delete(mine ? 'reassign' : 'hand-over');
  }
  return left;
}

/** A person to ask about a hand-over in a question, who is neither of the task already. */
export function workersOf(task: TaskCard): readonly Id[] {
  return [task.owner, task.offer?.to, task.substitute?.person].filter((id) => id !== undefined);
}
