import { useSyncExternalStore } from 'react';
import type { Commands } from '../api/types';
import { Emitter } from '../live/emitter';
import type { Problem } from '../api/problem';
import { send, type Sent } from './send';

/** A command that was given without a network. */
export interface Unsent {
  readonly key: string;
  /** Whose it is: nobody else sends it, whoever signs in on this device. */
  readonly person: string;
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

/** Commands that were not sent yet, in the order in which they were given. One for all tabs of the same person. */
class Outbox {
  private readonly changes = new Emitter();
  private person = '';
  private items: readonly Unsent[] = [];
  private sending = false;

  constructor() {
    addEventListener('online', () => void this.deliver());
    addEventListener('storage', (event) => {
      if (event.key === KEY) {
        this.show();
      }
    });
  }

  /** From now on it holds what is this person's. */
  as(person: string): void {
    this.person = person;
    this.show();
  }

  private show(): void {
    this.items = this.load().filter((item) => item.person === this.person);
    this.changes.emit('outbox');
  }

  readonly list = (): readonly Unsent[] => this.items;
  readonly subscribe = (listener: () => void): (() => void) => this.changes.on('outbox', listener);

  keep(item: Omit<Unsent, 'person'>): void {
    this.set([...this.load(), { ...item, person: this.person }]);
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
          if (item.problem || item.person !== this.person) {
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
    localStorage.setItem(KEY, JSON.stringify(items));
    this.show();
  }
}

export const outbox = new Outbox();

export function useOutbox(): readonly Unsent[] {
  return useSyncExternalStore(outbox.subscribe, outbox.list);
}
