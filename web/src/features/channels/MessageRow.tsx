import { CornerUpLeft, Ellipsis, History } from 'lucide-react';
import { memo, useContext } from 'react';
import { Link } from 'wouter';
import type { Id } from '../../api/types';
import { useMyId } from '../../live/me';
import { useName } from '../../live/people';
import { useCard } from '../../live/room';
import { Button } from '../../parts/controls';
import { Avatar } from '../../parts/plain';
import { plainOf } from '../../parts/plainText';
import { shortened } from '../../parts/refs';
import { At } from '../../parts/times';
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
      <Tools message={message} />
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

/** Plain buttons, for there are many of them; the menu is one for all messages. */
function Tools({ message }: { message: MessageCard }) {
  const w = useWords(messageWords);
  const acts = useContext(MessageContext);
  return (
    <div className="channels-tools no-print">
      {acts.may.post && (
        <button
          type="button"
          className="btn quiet square"
          aria-label={w.reply}
          title={w.reply}
          data-reply
          onClick={() => acts.reply(message.id)}
        >
          <CornerUpLeft className="icon" aria-hidden />
        </button>
      )}
      <button
        type="button"
        className="btn quiet square"
        aria-label={w.more}
        title={w.more}
        aria-haspopup="menu"
        onClick={(event) => acts.menu(message.id, event.currentTarget)}
      >
        <Ellipsis className="icon" aria-hidden />
      </button>
    </div>
  );
}
