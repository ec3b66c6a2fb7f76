import type { Board, BoardData } from '../live/board';
import { session } from '../live/session';

/** A board as this device last saw it. */
export interface Kept {
  readonly at: number;
  readonly data: BoardData;
}

/** After so long what is kept is not shown any more, and deleted. */
export const DEAD_AFTER = 12 * 60 * 60 * 1000;
const PAUSE = 5_000;
const STORE = 'boards';

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('muster', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no database'));
  });
}

async function within<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const request = work(database.transaction(STORE, mode).objectStore(STORE));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('no answer'));
    });
  } finally {
    database.close();
  }
}

const waiting = new Map<string, ReturnType<typeof setTimeout>>();

/** Keeps the board for when there is no network, a little later: many changes are one write. */
export function keepBoard(board: Board): void {
  if (!waiting.has(board.stream) && !session.isLost()) {
    waiting.set(
      board.stream,
      setTimeout(() => {
        waiting.delete(board.stream);
        const kept: Kept = { at: Date.now(), data: board.toData() };
        // a device that keeps nothing is a device that works online only
        void within('readwrite', (store) => store.put(kept, board.stream)).catch(() => undefined);
      }, PAUSE),
    );
  }
}

/** What was kept of a stream, unless it is too old. */
export async function keptBoard(stream: string): Promise<Kept | undefined> {
  try {
    const kept = await within<Kept | undefined>('readonly', (store) => store.get(stream));
    if (kept && Date.now() - kept.at > DEAD_AFTER) {
      await within('readwrite', (store) => store.delete(stream));
      return undefined;
    }
    return kept;
  } catch {
    return undefined;
  }
}

/** Forgets everything that was kept of crises: at sign-out, and when the server says that the session is over. */
export async function wipe(): Promise<void> {
  waiting.forEach((timer) => clearTimeout(timer));
  waiting.clear();
  localStorage.removeItem('muster.me');
  await within('readwrite', (store) => store.clear()).catch(() => undefined);
}
