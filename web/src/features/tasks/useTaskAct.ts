import { useCallback } from 'react';
import { useAct } from '../../act/act';
import { send } from '../../act/send';
import type { Problem } from '../../api/problem';
import type { Commands } from '../../api/types';
import { useRoom } from '../../live/room';
import { toast } from '../../parts/toast';
import { common } from '../../words/common';
import { useWords } from '../../words/words';
import { commandOf, type Action } from './actions';
import { actionWords, doingWords } from './actionWords';
import type { TaskCard } from './sorting';
import { askOnce, inverseOf } from './undo';

export interface TaskAct {
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly clear: () => void;
  /** Does it, says so in passing, and offers to take it back where that is possible; `false` where it was refused. */
  readonly run: (action: Action, more?: object) => Promise<boolean>;
}

/** Through which the reader acts on a task. */
export function useTaskAct(task: TaskCard): TaskAct {
  const { busy, problem, clear, give } = useAct();
  const room = useRoom();
  const w = useWords(actionWords);
  const f = useWords(doingWords);
  const c = useWords(common);
  const run = useCallback(
    async (action: Action, more: object = {}) => {
      const words = w[action].done(task.title);
      const type = commandOf(action);
      const unsent = `${w[action].send}: ${task.title}`;
      const done = await give(type, { task: task.id, ...more } as Commands[typeof type], unsent, {
        on: 'tasks.board:' + task.id,
      });
      if (done === 'kept') {
        toast(c.keptForLater);
      } else if (done) {
        const inverse = inverseOf(action, task, f.undone);
        const verdict = inverse ? await askOnce(room.stream, inverse) : undefined;
        const undo = () => {
          if (inverse) {
            void send(room.stream, inverse.type, inverse.command as never, { on: 'tasks.board:' + task.id }).then(
              (sent) => !sent.ok && toast(sent.problem.detail || c.notDone(sent.problem.code)),
            );
          }
        };
        toast(words, verdict?.outcome === 'permitted' ? { words: c.undo, act: undo } : undefined);
      }
      return done !== false;
    },
    [give, room, task, w, f, c],
  );
  return { busy, problem, clear, run };
}
