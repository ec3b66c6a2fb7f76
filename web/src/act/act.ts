import { useCallback, useContext, useState } from 'react';
import type { Problem } from '../api/problem';
import type { Commands } from '../api/types';
import { RoomContext } from '../live/room';
import { mayWait, outbox } from './outbox';
import { send, type Committed, type How } from './send';

/**
 * What a control that gives commands goes through: `idle`, `busy`, then done, kept for later, or refused in words that
 * stay where it happened until the next attempt.
 */
export interface Act {
  readonly busy: boolean;
  readonly problem: Problem | null;
  /** Forgets the last refusal. */
  readonly clear: () => void;
  /**
   * Gives a command in the crisis on the screen. Says `true` when it is durable, `'kept'` when it waits for the network,
   * `false` when it was refused; then `problem` says why.
   *
   * @param words what it says, for the list of what is not sent yet
   */
  readonly give: <C extends keyof Commands>(
    type: C,
    command: Commands[C],
    words: string,
    how?: How & { readonly then?: (committed: Committed) => void },
  ) => Promise<boolean | 'kept'>;
}

/** @param stream where to; the crisis on the screen where none is named */
export function useAct(stream?: string): Act {
  const room = useStream(stream);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const give = useCallback<Act['give']>(
    async (type, command, words, how = {}) => {
      setBusy(true);
      setProblem(null);
      const key = how.key ?? crypto.randomUUID();
      const sent = await send(room, type, command, { ...how, key });
      setBusy(false);
      if (sent.ok) {
        how.then?.(sent.committed);
        return true;
      }
      if (sent.problem.status === 0 && mayWait(type)) {
        outbox.keep({ key, stream: room, type, command, words, at: Date.now() });
        return 'kept';
      }
      setProblem(sent.problem);
      return false;
    },
    [room],
  );
  return { busy, problem, clear: useCallback(() => setProblem(null), []), give };
}

/** The crisis on the screen, where no stream is named. */
function useStream(stream: string | undefined): string {
  const room = useContext(RoomContext);
  const named = stream ?? room?.stream;
  if (named === undefined) {
    throw new Error('no crisis here, and no stream named');
  }
  return named;
}
