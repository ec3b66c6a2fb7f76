import { useMemo } from 'react';
import type { Id } from '../../api/types';
import { useMyId } from '../../live/me';
import { useIsPast, useList } from '../../live/room';
import { readMarks, useReadMarks } from './read';
import { newsOf, type MessageCard, type News } from './sorting';

/**
 * What is new: as it is now, and as it was when the topic on the screen was opened, by which the list is grouped: a topic
 * does not jump away while it is being read.
 */
export function useShownNews(): { grouping: ReadonlyMap<Id, News>; live: ReadonlyMap<Id, News> } {
  const messages = useList('channels.messages');
  const me = useMyId();
  const version = useReadMarks();
  const past = useIsPast();
  return useMemo(
    () => {
      if (past) {
        const before = nothingNew(newsOf(messages, me, () => undefined));
        return { grouping: before, live: before };
      }
      return {
        grouping: newsOf(messages, me, (topic) => readMarks.readToWhenOpened(topic)),
        live: newsOf(messages, me, (topic) => readMarks.readTo(topic)),
      };
    },
    // the marks have another version when they say something else
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [messages, me, past, version],
  );
}

/** In the past nothing is new. */
function nothingNew(news: ReadonlyMap<Id, News>): ReadonlyMap<Id, News> {
  return new Map([...news].map(([topic, { last }]) => [topic, { unread: 0, mentions: 0, last }]));
}

/** The messages of one topic, in the order in which they were said. */
export function useMessagesOf(topic: Id): readonly MessageCard[] {
  const messages = useList('channels.messages');
  return useMemo(() => messages.filter((message) => message.topic === topic), [messages, topic]);
}
