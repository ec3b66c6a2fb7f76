import { place } from '../../api/read';
import type { Commands } from '../../api/types';
import type { Question, Verdict } from '../../act/may';
import type { Action } from './actions';
import type { TaskCard } from './sorting';

/** A command that takes back what another one did. */
export interface Inverse {
  readonly type: keyof Commands;
  readonly command: object;
}

/**
 * What takes an action back, if anything does. It is a command of its own and stands in the record like any other.
 *
 * @param task as it was before
 * @param words the reason or note it gives
 */
export function inverseOf(action: Action, task: TaskCard, words: string): Inverse | null {
  const id = task.id;
  switch (action) {
    case 'block':
      return task.blocked
        ? { type: 'tasks.block', command: { task: id, ...causeOf(task) } }
        : { type: 'tasks.unblock', command: { task: id, note: words } };
    case 'unblock':
      return task.blocked ? { type: 'tasks.block', command: { task: id, ...causeOf(task) } } : null;
    case 'hand-over':
    case 'reassign':
      return task.owner && !task.offer ? { type: 'tasks.recall', command: { task: id } } : null;
    case 'set-due':
      return { type: 'tasks.set-due', command: { task: id, ...(task.due ? { due: task.due } : {}), reason: words } };
    case 'set-risk':
      return { type: 'tasks.set-risk', command: { task: id, risk: task.risk, reason: words } };
    case 'set-dependencies':
      return { type: 'tasks.set-dependencies', command: { task: id, dependsOn: task.dependsOn, reason: words } };
    case 'set-verifier':
      return task.verifier
        ? { type: 'tasks.set-verifier', command: { task: id, verifier: task.verifier, reason: words } }
        : null;
    case 'reword':
      return {
        type: 'tasks.reword',
        command: { task: id, title: task.title, description: task.description, reason: words },
      };
    case 'drop':
      return { type: 'tasks.reopen', command: { task: id, reason: words } };
    case 'reopen':
      return task.state === 'dropped' ? { type: 'tasks.drop', command: { task: id, reason: words } } : null;
    case 'complete':
      return task.verifier ? null : { type: 'tasks.reopen', command: { task: id, reason: words } };
    case 'name-substitute':
      return { type: 'tasks.end-substitution', command: { task: id, reason: words } };
    default:
      return null;
  }
}

function causeOf(task: TaskCard): object {
  if (!task.blocked) {
    return {};
  }
  const { cause, person, thing, note } = task.blocked;
  return { cause, ...(person ? { person } : {}), ...(thing ? { thing } : {}), note };
}

/** What the server says about one question, once; `undefined` where it cannot be asked. */
export async function askOnce(stream: string, question: Question): Promise<Verdict | undefined> {
  try {
    const response = await fetch(place(stream) + '/dry', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Muster': '1' },
      body: JSON.stringify([question]),
    });
    return response.ok ? ((await response.json()) as { answers: Verdict[] }).answers[0] : undefined;
  } catch {
    return undefined;
  }
}
