import type { Commands } from '../../api/types';
import { Emitter } from '../../live/emitter';

const given = new Emitter();
let last: Commands['channels.post'] | null = null;

/** Puts the text of a message that was not sent back into the field of its topic. */
export function giveBack(command: Commands['channels.post']): void {
  last = command;
  given.emit(command.topic);
}

/** Calls when a text comes back to the field of this topic. */
export function onGivenBack(topic: string, take: (command: Commands['channels.post']) => void): () => void {
  return given.on(topic, () => last && take(last));
}
