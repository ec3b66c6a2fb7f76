import { useSyncExternalStore } from 'react';
import { outbox } from '../../act/outbox';
import { send } from '../../act/send';
import type { Problem } from '../../api/problem';
import type { Commands, Id } from '../../api/types';
import { Emitter } from '../../live/emitter';
import { boardOf } from '../../live/boards';
import { giveBack } from './giveBack';

/** A message on its way, or one that the server did not take. */
export interface Sending {
  readonly key: string;
  readonly stream: string;
  readonly command: Commands['channels.post'] & { readonly message: Id };
  readonly problem?: Problem;
}

/** So long a message that arrived is shown as on its way, if the feed does not bring it. */
const PATIENCE = 10_000;
const NOBODY: readonly Sending[] = [];

/**
 * Messages on their way, in the order in which they were written: none overtakes another, whatever the network does.
 * Outside the screens, so that going to another topic loses nothing.
 */
class OnTheWay {
  private readonly changes = new Emitter();
  private items: readonly Sending[] = [];
  private turn: Promise<void> = Promise.resolve();

  readonly subscribe = (wake: () => void): (() => void) => this.changes.on('sending', wake);
  readonly list = (): readonly Sending[] => this.items;

  /** @param words what it says, for the list of what is not sent yet */
  post(stream: string, command: Sending['command'], words: string): void {
    const item = { key: crypto.randomUUID(), stream, command };
    this.set([...this.items, item]);
    this.turn = this.turn.then(() => this.deliver(item, words)).catch(() => undefined);
  }

  drop(key: string): void {
    this.set(this.items.filter((item) => item.key !== key));
  }

  private async deliver(item: Sending, words: string): Promise<void> {
    const { key, stream, command } = item;
    const keep = () => {
      outbox.keep({ key, stream, type: 'channels.post', command, words, at: Date.now() });
      this.drop(key);
    };
    if (outbox.list().some((each) => each.stream === stream && !each.problem)) {
      keep();
      await outbox.deliver();
      return;
    }
    const sent = await send(stream, 'channels.post', command, { key });
    if (sent.ok) {
      this.dropWhenShown(item);
    } else if (sent.problem.status === 0) {
      keep();
    } else if (sent.problem.status === 401) {
      // whoever signs in again finds it where it was written
      giveBack(command);
      this.drop(key);
    } else {
      this.set(this.items.map((each) => (each.key === key ? { ...each, problem: sent.problem } : each)));
    }
  }

  private dropWhenShown({ key, stream, command }: Sending): void {
    const board = boardOf(stream);
    const shown = () => board?.card('channels.messages', command.message) !== undefined;
    if (!board || shown()) {
      this.drop(key);
      return;
    }
    const end = () => {
      clearTimeout(timer);
      off();
      this.drop(key);
    };
    const timer = setTimeout(end, PATIENCE);
    const off = board.changes.on('card:channels.messages:' + command.message, () => shown() && end());
  }

  private set(items: readonly Sending[]): void {
    this.items = items;
    this.changes.emit('sending');
  }
}

export const onTheWay = new OnTheWay();

export function useSending(): readonly Sending[] {
  return useSyncExternalStore(onTheWay.subscribe, onTheWay.list, () => NOBODY);
}
