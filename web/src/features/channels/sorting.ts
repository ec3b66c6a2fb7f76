import type { Id, Views } from '../../api/types';

export type TopicCard = Views['channels.topics'];
export type MessageCard = Views['channels.messages'];

/** What of a topic the reader has not read yet on this device, and its last message. */
export interface News {
  readonly unread: number;
  /** Of those, how many name the reader. */
  readonly mentions: number;
  readonly last: MessageCard | undefined;
}

export const NO_NEWS: News = { unread: 0, mentions: 0, last: undefined };

/** Why a topic stands where it stands. */
export type Need = 'mentions' | 'unread' | 'rest' | 'closed';
export const NEEDS: readonly Need[] = ['mentions', 'unread', 'rest', 'closed'];

/**
 * What is new in every topic. What the reader wrote is never new to them.
 *
 * @param messages in the order in which they were said
 * @param readTo the last message that was read in a topic; `undefined` where none was
 */
export function newsOf(
  messages: readonly MessageCard[],
  me: Id,
  readTo: (topic: Id) => Id | undefined,
): ReadonlyMap<Id, News> {
  const news = new Map<Id, News>();
  for (const message of messages) {
    const before = news.get(message.topic) ?? NO_NEWS;
    if (readTo(message.topic) === message.id) {
      news.set(message.topic, { unread: 0, mentions: 0, last: message });
    } else {
      const mine = message.author === me;
      news.set(message.topic, {
        unread: before.unread + (mine ? 0 : 1),
        mentions: before.mentions + (!mine && message.mentions.includes(me) ? 1 : 0),
        last: message,
      });
    }
  }
  return news;
}

export function needOf(topic: TopicCard, news: News): Need {
  if (topic.closed) {
    return 'closed';
  }
  return news.mentions > 0 ? 'mentions' : news.unread > 0 ? 'unread' : 'rest';
}

/** Topics by need, in each the one in which something was said last first. */
export function byNeed(
  topics: readonly TopicCard[],
  news: ReadonlyMap<Id, News>,
): ReadonlyMap<Need, readonly TopicCard[]> {
  const groups = new Map<Need, TopicCard[]>(NEEDS.map((need) => [need, []]));
  for (const topic of topics.toSorted((a, b) => b.last.localeCompare(a.last))) {
    groups.get(needOf(topic, news.get(topic.id) ?? NO_NEWS))?.push(topic);
  }
  return groups;
}

/** The ids as the list shows them, from top to bottom. */
export function inOrder(groups: ReadonlyMap<Need, readonly TopicCard[]>): readonly Id[] {
  return NEEDS.flatMap((need) => (groups.get(need) ?? []).map((topic) => topic.id));
}

/** Whether all words of a search are in a title or in an outcome. */
export function says(topic: TopicCard, search: string): boolean {
  const text = fold(topic.title + ' ' + (topic.closed?.outcome ?? ''));
  return fold(search)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Without accents and capitals. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase().trim();
}
