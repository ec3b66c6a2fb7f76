import { useMemo } from 'react';
import type { Id } from '../../api/types';
import { useMyId } from '../../live/me';
import { useList } from '../../live/room';
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
  return useMemo(
    () => ({
      grouping: newsOf(messages, me, (topic) => readMarks.readToWhenOpened(topic)),
      live: newsOf(messages, me, (topic) => readMarks.readTo(topic)),
    }),
    // the marks have another version when they say something else
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [messages, me, version],
  );
}

/** The messages of one topic, in the order in which they were said. */
export function useMessagesOf(topic: Id): readonly MessageCard[] {
  const messages = useList('channels.messages');
  return useMemo(() => messages.filter((message) => message.topic === topic), [messages, topic]);
}
