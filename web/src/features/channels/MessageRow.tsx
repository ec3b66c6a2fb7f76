import { CornerUpLeft, Ellipsis, History } from 'lucide-react';
import { memo, useContext } from 'react';
import { Link, useLocation } from 'wouter';
import type { Id } from '../../api/types';
import { useMyId } from '../../live/me';
import { useName } from '../../live/people';
import { useCard, useRoom } from '../../live/room';
import { Button, IconButton, MenuButton, type Choice } from '../../parts/controls';
import { Avatar } from '../../parts/plain';
import { plainOf } from '../../parts/plainText';
import { shortened } from '../../parts/refs';
import { At, LocalClock } from '../../parts/times';
import { toast } from '../../parts/toast';
import { common } from '../../words/common';
import { useWords } from '../../words/words';
import { MessageContext } from './MessageContext';
import { MessageText } from './MessageText';
import type { MessageCard } from './sorting';
import { messageWords } from './words';

/**
 * One message.
 *
 * @param follows whether it stands below the name of the message before
 * @param marked whether a link led here
 */
export const MessageRow = memo(function MessageRow({
  id,
  follows,
  marked,
}: {
  id: Id;
  follows: boolean;
  marked: boolean;
}) {
  const w = useWords(messageWords);
  const c = useWords(common);
  const message = useCard('channels.messages', id);
  const acts = useContext(MessageContext);
  const me = useMyId();
  const name = useName(message?.author) || w.unknownAuthor;
  const zone = useCard('people.directory', message?.author)?.zone;
  if (!message) {
    return null;
  }
  const mine = message.author === me;
  return (
    <article
      className={'channels-message' + (follows ? ' follows' : '') + (marked ? ' marked' : '')}
      aria-label={name}
      data-message={id}
      tabIndex={marked ? -1 : undefined}
    >
      <div className="channels-gutter">{!follows && <Avatar name={name} />}</div>
      <div className="grow">
        {!follows && (
          <p className="channels-by">
            {message.author ? (
              <Link href={'/people/' + message.author} className="channels-name">
                <bdi>{name}</bdi>
              </Link>
            ) : (
              <span className="strong">{name}</span>
            )}
            {mine && <span className="dim xs">({c.you})</span>}
            <span className="xs dim">
              <At at={message.at} />
            </span>
            {zone && !mine && (
              <span className="xs dim channels-zone">
                <LocalClock zone={zone} />
              </span>
            )}
          </p>
        )}
        {message.replyTo && <Answered id={message.replyTo} />}
        <MessageText blocks={message.text} />
        {message.earlier.length > 0 && (
          <Button kind="quiet" size="small" icon={History} onPress={() => acts.open({ kind: 'earlier', id })}>
            {w.corrected}
          </Button>
        )}
      </div>
      <Tools message={message} mine={mine} />
    </article>
  );
});

/** What a message answers: who said it, and the beginning of it; leads there. */
function Answered({ id }: { id: Id }) {
  const w = useWords(messageWords);
  const message = useCard('channels.messages', id);
  const name = useName(message?.author) || w.unknownAuthor;
  if (!message) {
    return <p className="channels-answers sm dim">{w.answersUnseen}</p>;
  }
  return (
    <Link href={`/channels/${message.topic}?message=${id}`} className="channels-answers sm">
      <CornerUpLeft className="icon" aria-hidden />
      <span className="strong">{w.answers(name)}</span> <bdi>{shortened(plainOf(message.text), 110)}</bdi>
    </Link>
  );
}

function Tools({ message, mine }: { message: MessageCard; mine: boolean }) {
  const w = useWords(messageWords);
  const acts = useContext(MessageContext);
  const room = useRoom();
  const [, go] = useLocation();
  const items: Choice[] = [
    ...(acts.may.post ? [{ id: 'reply', words: w.reply }] : []),
    ...(mine && acts.may.correct ? [{ id: 'correct', words: w.correct }] : []),
    ...(acts.may.offerTask ? [{ id: 'task', words: w.makeTask }] : []),
    ...(acts.may.ask ? [{ id: 'ask', words: w.makeDecision }] : []),
    { id: 'copy', words: w.copyLink },
  ];
  const choose = (what: string) => {
    if (what === 'reply') {
      acts.reply(message.id);
    } else if (what === 'correct') {
      acts.open({ kind: 'correct', id: message.id });
    } else if (what === 'task') {
      acts.open({ kind: 'task', id: message.id });
    } else if (what === 'ask') {
      go(`/decisions?ask=1&origin=channels:${message.id}:${message.digest}`);
    } else {
      const link = `${location.origin}/c/${room.stream}/channels/${message.topic}?message=${message.id}`;
      navigator.clipboard.writeText(link).then(
        () => toast(w.copied),
        () => toast(w.notCopied),
      );
    }
  };
  return (
    <div className="channels-tools no-print">
      {acts.may.post && (
        <span data-reply>
          <IconButton label={w.reply} icon={CornerUpLeft} onPress={() => acts.reply(message.id)} />
        </span>
      )}
      <MenuButton label={w.more} icon={Ellipsis} items={items} onChoose={choose} />
    </div>
  );
}
