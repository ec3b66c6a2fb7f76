import type { Commands, Id } from '../../api/types';
import { Emitter } from '../../live/emitter';

/** What is being written in a topic, as this tab keeps it. */
export interface Draft {
  readonly text: string;
  readonly replyTo: Id | null;
}

export const NOTHING: Draft = { text: '', replyTo: null };

const given = new Emitter();

/** Under which name the draft of a topic is kept. */
export function draftOf(topic: Id): string {
  return 'channels.' + topic;
}

function read(topic: Id): Draft {
  try {
    return JSON.parse(sessionStorage.getItem('muster.draft.' + draftOf(topic)) ?? '') as Draft;
  } catch {
    return NOTHING;
  }
}

/** Puts the text of a message that was not sent back into the field of its topic, below what is there already. */
export function giveBack({ topic, text, replyTo }: Commands['channels.post']): void {
  const before = read(topic).text.trimEnd();
  const draft: Draft = { text: before === '' ? text : before + '\n\n' + text, replyTo: replyTo ?? null };
  sessionStorage.setItem('muster.draft.' + draftOf(topic), JSON.stringify(draft));
  given.emit(topic);
}

/** Calls when a text came back to the field of this topic. */
export function onGivenBack(topic: Id, take: (draft: Draft) => void): () => void {
  return given.on(topic, () => take(read(topic)));
}
