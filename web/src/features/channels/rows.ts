import type { Id } from '../../api/types';
import { dayOf } from '../../words/times';
import type { MessageCard } from './sorting';

/** What stands in a row of the list of messages. */
export type Row =
  | { readonly kind: 'day'; readonly key: string; readonly at: string }
  | { readonly kind: 'new'; readonly key: string }
  | { readonly kind: 'message'; readonly key: string; readonly id: Id; readonly follows: boolean };

/** Messages of one person with no longer pauses stand below one name. */
const PAUSE = 5 * 60_000;

/**
 * The messages of a topic with lines for days and one where the new ones begin.
 *
 * @param readTo the last message that was read when the topic was opened; `undefined` where none was: then there is no
 *   line, for everything is new
 */
export function rowsOf(messages: readonly MessageCard[], zone: string, readTo: Id | undefined, me: Id): readonly Row[] {
  const rows: Row[] = [];
  const known = readTo !== undefined && messages.some((each) => each.id === readTo);
  let unread = false;
  let marked = !known;
  let before: MessageCard | undefined;
  let day = '';
  const days = new Map<number, string>();
  for (const message of messages) {
    const today = dayIn(days, Date.parse(message.at), zone);
    let broken = today !== day;
    if (broken) {
      rows.push({ kind: 'day', key: 'day ' + message.id, at: message.at });
      day = today;
    }
    if (unread && !marked && message.author !== me) {
      rows.push({ kind: 'new', key: 'new' });
      marked = true;
      broken = true;
    }
    const follows = !broken && before !== undefined && isOneBreath(before, message);
    rows.push({ kind: 'message', key: message.id, id: message.id, follows });
    unread ||= message.id === readTo;
    before = message;
  }
  return rows;
}

/** Every zone changes its day at a quarter of an hour: thousands of messages need few formats. */
function dayIn(days: Map<number, string>, at: number, zone: string): string {
  const quarter = Math.floor(at / 900_000);
  let day = days.get(quarter);
  if (day === undefined) {
    day = dayOf(at, zone);
    days.set(quarter, day);
  }
  return day;
}

function isOneBreath(before: MessageCard, message: MessageCard): boolean {
  return (
    before.author !== undefined &&
    before.author === message.author &&
    message.replyTo === undefined &&
    Date.parse(message.at) - Date.parse(before.at) <= PAUSE
  );
}
