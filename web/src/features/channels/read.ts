import { useSyncExternalStore } from 'react';
import type { Id } from '../../api/types';
import { Emitter } from '../../live/emitter';

const KEY = 'muster.read.';

/**
 * Up to which message each topic was read on this device, and what that was when the topic on the screen was opened:
 * what is new stays marked as new, and its topic where it is, until the reader goes elsewhere.
 */
class ReadMarks {
  private readonly changes = new Emitter();
  private version = 0;
  private opened: { readonly topic: Id; readonly readTo: Id | undefined } | null = null;

  constructor() {
    addEventListener('storage', (event) => event.key?.startsWith(KEY) && this.tell());
  }

  readonly subscribe = (wake: () => void): (() => void) => this.changes.on('read', wake);
  readonly now = (): number => this.version;

  readTo(topic: Id): Id | undefined {
    return localStorage.getItem(KEY + topic) ?? undefined;
  }

  /** What was read when the topic was opened; of others, what is read now. */
  readToWhenOpened(topic: Id): Id | undefined {
    return this.opened?.topic === topic ? this.opened.readTo : this.readTo(topic);
  }

  /** The topic that is on the screen from now on. */
  open(topic: Id | null): void {
    if (topic !== (this.opened?.topic ?? null)) {
      this.opened = topic === null ? null : { topic, readTo: this.readTo(topic) };
      this.tell();
    }
  }

  mark(topic: Id, message: Id): void {
    if (this.readTo(topic) !== message) {
      try {
        localStorage.setItem(KEY + topic, message);
      } catch {
        // a device that keeps nothing shows everything as new
      }
      this.tell();
    }
  }

  private tell(): void {
    this.version++;
    this.changes.emit('read');
  }
}

export const readMarks = new ReadMarks();

/** Another number whenever something was read. */
export function useReadMarks(): number {
  return useSyncExternalStore(readMarks.subscribe, readMarks.now);
}
