import { useSyncExternalStore } from 'react';
import type { Board } from '../live/board';
import { Emitter } from '../live/emitter';

/** Which cards have a command of this tab on the way, until the feed shows what came of it. */
class Pending {
  private readonly counts = new Map<string, number>();
  private readonly changes = new Emitter();

  /** Returns what ends it. */
  begin(card: string): () => void {
    this.count(card, 1);
    let over = false;
    return () => {
      if (!over) {
        over = true;
        this.count(card, -1);
      }
    };
  }

  /** Ends it when the board has that entry; a moment later where it never comes. */
  until(board: Board, seq: number, done: () => void): void {
    if (board.seq() >= seq) {
      done();
      return;
    }
    const end = () => {
      clearTimeout(timer);
      off();
      done();
    };
    const timer = setTimeout(end, 10_000);
    const off = board.changes.on('seq', () => board.seq() >= seq && end());
  }

  readonly has = (card: string): boolean => (this.counts.get(card) ?? 0) > 0;

  on(card: string, listener: () => void): () => void {
    return this.changes.on(card, listener);
  }

  private count(card: string, by: number): void {
    this.counts.set(card, (this.counts.get(card) ?? 0) + by);
    this.changes.emit(card);
  }
}

export const pending = new Pending();

/** Whether something of mine is on its way to this card: `tasks.board:ID`. */
export function usePending(card: string): boolean {
  return useSyncExternalStore(
    (wake) => pending.on(card, wake),
    () => pending.has(card),
  );
}
