import { useSyncExternalStore } from 'react';
import type { Commands } from '../api/types';
import { Emitter } from '../live/emitter';
import type { Problem } from '../api/problem';
import { send, type Sent } from './send';

/** A command that was given without a network. */
export interface Unsent {
  readonly key: string;
  readonly stream: string;
  readonly type: keyof Commands;
  readonly command: unknown;
  /** What it says, for people. */
  readonly words: string;
  readonly at: number;
  /** Why the server refused it when it came; then it waits for its author. */
  readonly problem?: Problem;
}

const KEY = 'muster.outbox';

/** What never waits: it has to be given by somebody who sees what holds now. */
const NEVER_KEPT: ReadonlySet<string> = new Set([
  'decisions.approve',
  'decisions.reject',
  'decisions.supersede',
  'decisions.hand-over',
  'decisions.defer',
  'crises.close',
]);

export function mayWait(type: keyof Commands): boolean {
  return !NEVER_KEPT.has(type);
}

/** Commands that were not sent yet, in the order in which they were given. One for all tabs. */
class Outbox {
  private readonly changes = new Emitter();
  private items: readonly Unsent[] = this.load();
  private sending = false;

  constructor() {
    addEventListener('online', () => void this.deliver());
    addEventListener('storage', (event) => {
      if (event.key === KEY) {
        this.items = this.load();
        this.changes.emit('outbox');
      }
    });
  }

  readonly list = (): readonly Unsent[] => this.items;
  readonly subscribe = (listener: () => void): (() => void) => this.changes.on('outbox', listener);

  keep(item: Unsent): void {
    this.set([...this.load(), item]);
  }

  withdraw(key: string): void {
    this.set(this.load().filter((item) => item.key !== key));
  }

  /** Sends what waits, in order; stops at the first that gets no answer. */
  async deliver(): Promise<void> {
    if (this.sending) {
      return;
    }
    this.sending = true;
    try {
      const work = async () => {
        for (const item of this.load()) {
          if (item.problem) {
            continue;
          }
          const sent: Sent = await send(item.stream, item.type, item.command as never, { key: item.key });
          if (sent.ok) {
            this.withdraw(item.key);
          } else if (sent.problem.status === 0 || sent.problem.status === 401 || sent.problem.status === 503) {
            return;
          } else {
            this.set(
              this.load().map((each) => (each.key === item.key ? { ...each, problem: sent.problem } : each)),
            );
          }
        }
      };
      if ('locks' in navigator) {
        await navigator.locks.request('muster outbox', work);
      } else {
        await work();
      }
    } finally {
      this.sending = false;
    }
  }

  private load(): readonly Unsent[] {
    try {
      return JSON.parse(localStorage.getItem(KEY) ?? '[]') as Unsent[];
    } catch {
      return [];
    }
  }

  private set(items: readonly Unsent[]): void {
    this.items = items;
    localStorage.setItem(KEY, JSON.stringify(items));
    this.changes.emit('outbox');
  }
}

export const outbox = new Outbox();

export function useOutbox(): readonly Unsent[] {
  return useSyncExternalStore(outbox.subscribe, outbox.list);
}
