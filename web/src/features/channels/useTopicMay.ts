import { permitted, useMay } from '../../act/may';
import type { Id } from '../../api/types';
import { useMyId } from '../../live/me';
import { useIsPast, useRoomCard } from '../../live/room';

/** What the reader may do in a topic now, by the server's own rules. */
export interface TopicMay {
  /** Whether there is an answer yet. */
  readonly known: boolean;
  readonly post: boolean;
  readonly close: boolean;
  readonly reopen: boolean;
  readonly correct: boolean;
  readonly offerTask: boolean;
  readonly ask: boolean;
}

/** @param mine a message of the reader's own, to ask whether it could be corrected */
export function useTopicMay(topic: Id, closed: boolean, mine: Id | undefined): TopicMay {
  const me = useMyId();
  const past = useIsPast();
  const over = useRoomCard()?.closing !== undefined;
  const answers = useMay(
    past || over
      ? []
      : [
          { type: 'channels.post', command: { topic, mentions: [] } },
          closed
            ? { type: 'channels.reopen-topic', command: { topic } }
            : { type: 'channels.close-topic', command: { topic } },
          { type: 'tasks.offer', command: { to: me, risk: 'medium', dependsOn: [], evidenceRequired: false } },
          ...(mine ? [{ type: 'channels.correct' as const, command: { message: mine, mentions: [] } }] : []),
        ],
  );
  return {
    known: past || over || answers !== null,
    post: permitted(answers, 0),
    close: !closed && permitted(answers, 1),
    reopen: closed && permitted(answers, 1),
    offerTask: permitted(answers, 2),
    correct: mine !== undefined && permitted(answers, 3),
    ask: !past && !over,
  };
}
