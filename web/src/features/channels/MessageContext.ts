import { createContext } from 'react';
import type { Id } from '../../api/types';
import type { Asked } from './MessageDialogs';
import type { TopicMay } from './useTopicMay';

/** What can be done with a message of the topic on the screen. */
export interface MessageActs {
  readonly may: Pick<TopicMay, 'post' | 'correct' | 'offerTask' | 'ask'>;
  readonly reply: (to: Id) => void;
  readonly open: (asked: Asked) => void;
  readonly menu: (message: Id, anchor: HTMLElement) => void;
}

export const MessageContext = createContext<MessageActs>({
  may: { post: false, correct: false, offerTask: false, ask: false },
  reply: () => undefined,
  open: () => undefined,
  menu: () => undefined,
});
