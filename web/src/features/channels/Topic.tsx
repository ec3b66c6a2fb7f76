import { ArrowLeft, CircleCheck, Users } from 'lucide-react';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { Id } from '../../api/types';
import { useMyId } from '../../live/me';
import { useCard } from '../../live/room';
import { Button, useOpen } from '../../parts/controls';
import { Name, Note } from '../../parts/plain';
import { ThingLink } from '../../parts/refs';
import { At } from '../../parts/times';
import { useWords } from '../../words/words';
import { Composer } from './Composer';
import { MessageContext, type MessageActs } from './MessageContext';
import { MessageDialogs, type Asked } from './MessageDialogs';
import { MessageMenu, type MenuAt } from './MessageMenu';
import { Messages } from './Messages';
import { useAudience } from './useAudience';
import { useMessagesOf } from './useNews';
import { useTopicMay, type TopicMay } from './useTopicMay';
import { channelWords } from './words';

const CloseTopic = lazy(async () => ({ default: (await import('./dialogs')).CloseTopic }));
const ReopenTopic = lazy(async () => ({ default: (await import('./dialogs')).ReopenTopic }));

/** One topic: what was said, and where to say something. */
export function Topic({ id, message }: { id: Id; message: Id | undefined }) {
  const w = useWords(channelWords);
  const topic = useCard('channels.topics', id);
  const me = useMyId();
  const messages = useMessagesOf(id);
  const mine = messages.find((each) => each.author === me)?.id;
  const may = useTopicMay(id, topic?.closed !== undefined, mine);
  const [replyTo, setReplyTo] = useState<{ readonly id: Id; readonly again: number } | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [menu, setMenu] = useState<MenuAt | null>(null);
  const reply = useCallback((to: Id) => setReplyTo((before) => ({ id: to, again: (before?.again ?? 0) + 1 })), []);
  const { post, correct, offerTask, ask } = may;
  const acts = useMemo<MessageActs>(
    () => ({
      may: { post, correct, offerTask, ask },
      reply,
      open: setAsked,
      menu: (of, anchor) => setMenu({ id: of, anchor }),
    }),
    [post, correct, offerTask, ask, reply],
  );
  if (!topic) {
    return null;
  }
  return (
    <section className="channels-centre" aria-labelledby="topic-title">
      <Head id={id} may={may} />
      <MessageContext.Provider value={acts}>
        <Messages topic={topic} messages={messages} wanted={message} />
      </MessageContext.Provider>
      {topic.closed ? (
        <div className="channels-closed">
          <Note tone="mute" icon={CircleCheck}>
            <span className="strong">{w.isClosed}:</span> <bdi>{topic.closed.outcome}</bdi>{' '}
            <span className="dim nowrap">
              <Name id={topic.closed.by} /> · <At at={topic.closed.at} />
            </span>
          </Note>
        </div>
      ) : (
        <Composer topic={id} title={topic.title} may={may} replyTo={replyTo} />
      )}
      {menu && <MessageMenu at={menu} acts={acts} onClose={() => setMenu(null)} />}
      {asked && <MessageDialogs asked={asked} onClose={() => setAsked(null)} />}
    </section>
  );
}

function Head({ id, may }: { id: Id; may: TopicMay }) {
  const w = useWords(channelWords);
  const topic = useCard('channels.topics', id);
  const audience = useAudience();
  const closing = useOpen();
  const reopening = useOpen();
  if (!topic) {
    return null;
  }
  return (
    <header className="channels-head">
      <Link href="/channels" className="btn quiet channels-back">
        <ArrowLeft className="icon" aria-hidden />
        {w.back}
      </Link>
      <div className="grow">
        <h1 id="topic-title" className="channels-title">
          <bdi>{topic.title}</bdi>
        </h1>
        <p className="sm dim channels-under">
          <span>
            <Users className="icon" aria-hidden /> {w.readBy(audience)}
          </span>
          {topic.about && (
            <span className="channels-about-short">
              <ThingLink refTo={topic.about} />
            </span>
          )}
        </p>
      </div>
      {may.close && (
        <Button icon={CircleCheck} onPress={closing.show}>
          {w.close}
        </Button>
      )}
      {may.reopen && <Button onPress={reopening.show}>{w.reopen}</Button>}
      {closing.open && (
        <Suspense fallback={null}>
          <CloseTopic id={id} onClose={closing.hide} />
        </Suspense>
      )}
      {reopening.open && (
        <Suspense fallback={null}>
          <ReopenTopic id={id} onClose={reopening.hide} />
        </Suspense>
      )}
    </header>
  );
}
