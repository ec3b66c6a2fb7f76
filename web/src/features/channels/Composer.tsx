import { CornerUpLeft, Send, X } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Id } from '../../api/types';
import { useMyId } from '../../live/me';
import { nameIn, usePeople } from '../../live/people';
import { useCard, useConnection, useIsPast, useList, useRoom } from '../../live/room';
import { Button, IconButton } from '../../parts/controls';
import { useDraft } from '../../parts/draft';
import { Avatar } from '../../parts/plain';
import { plainOf } from '../../parts/plainText';
import { shortened } from '../../parts/refs';
import { LocalClock } from '../../parts/times';
import { useWords } from '../../words/words';
import { draftOf, NOTHING, onGivenBack, type Draft } from './giveBack';
import { newId } from '../../act/ids';
import { asked, calledOf, mentionsIn, offered, type Called } from './mentions';
import { onTheWay } from './sending';
import { useAudience } from './useAudience';
import type { TopicMay } from './useTopicMay';
import { channelWords, messageWords } from './words';

/** The server takes no longer ones. */
const LONGEST = 10_000;
const MOST_OFFERED = 6;

/**
 * Where something is said. What is typed stays in this tab until it was sent.
 *
 * @param replyTo the message that was chosen to be answered, with a number that grows with every choice
 */
export function Composer({
  topic,
  title,
  may,
  replyTo,
}: {
  topic: Id;
  title: string;
  may: TopicMay;
  replyTo: { readonly id: Id; readonly again: number } | null;
}) {
  const w = useWords(messageWords);
  const ch = useWords(channelWords);
  const past = useIsPast();
  const room = useRoom();
  const offline = useConnection(room).kind === 'offline';
  const audience = useAudience();
  const [draft, setDraft, forget] = useDraft<Draft>(draftOf(topic), () => NOTHING);
  const people = useCalled();
  const field = useRef<HTMLTextAreaElement>(null);
  const now = useRef(draft);
  now.current = draft;
  useEffect(() => {
    if (replyTo) {
      setDraft({ ...now.current, replyTo: replyTo.id });
      field.current?.focus();
    }
  }, [replyTo, setDraft]);
  useEffect(
    () =>
      onGivenBack(topic, (given) => {
        setDraft(given);
        field.current?.focus();
      }),
    [topic, setDraft],
  );
  const mentions = useMemo(() => mentionsIn(draft.text, people), [draft.text, people]);
  if (past || (may.known && !may.post && draft.text === '')) {
    return past ? null : <p className="channels-composer dim sm">{w.mayNot}</p>;
  }
  const left = LONGEST - draft.text.length;
  const sendable = draft.text.trim() !== '' && left >= 0;
  const send = () => {
    if (!sendable) {
      return;
    }
    const text = draft.text.trimEnd();
    const command = { topic, message: newId(), text, mentions, ...(draft.replyTo ? { replyTo: draft.replyTo } : {}) };
    onTheWay.post(room.stream, command, w.words(shortened(text.replace(/\s+/g, ' '), 80)));
    setDraft(NOTHING);
    forget();
    field.current?.focus();
  };
  return (
    <form
      className="channels-composer no-print"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {draft.replyTo && (
        <Answering id={draft.replyTo} onStop={() => setDraft({ ...draft, replyTo: null })} />
      )}
      <Field
        field={field}
        label={w.write(title)}
        text={draft.text}
        people={people}
        onChange={(text) => setDraft({ ...draft, text })}
        onSend={send}
      />
      <div className="row">
        <span className="sm dim grow">
          {left < 500 ? (
            <span className={left < 0 ? 'c-crit strong' : ''}>{left < 0 ? w.tooLong(-left) : w.left(left)}</span>
          ) : offline ? (
            w.offline
          ) : mentions.length > 0 ? (
            <Mentions ids={mentions} />
          ) : draft.text === '' ? (
            ch.readBy(audience)
          ) : (
            <span className="channels-formatting">{w.formatting}</span>
          )}
        </span>
        <span className="xs dim channels-hint">{w.keys}</span>
        <Button kind="primary" type="submit" icon={Send} isDisabled={!sendable}>
          {w.send}
        </Button>
      </div>
    </form>
  );
}

function useCalled(): readonly Called[] {
  const here = useList('crises.people');
  const directory = usePeople();
  return useMemo(() => calledOf(here, directory), [here, directory]);
}

function Mentions({ ids }: { ids: readonly Id[] }) {
  const w = useWords(messageWords);
  const people = usePeople();
  return ids.length === 1 ? w.mentionsOne(nameIn(people, ids[0])) : w.mentionsMany(ids.length);
}

function Answering({ id, onStop }: { id: Id; onStop: () => void }) {
  const w = useWords(messageWords);
  const message = useCard('channels.messages', id);
  const name = nameIn(usePeople(), message?.author) || w.unknownAuthor;
  return (
    <div className="channels-answering">
      <CornerUpLeft className="icon" aria-hidden />
      <span className="grow sm">
        <span className="strong">{w.replyingTo(name)}</span>{' '}
        {message && <bdi className="dim">{shortened(plainOf(message.text), 120)}</bdi>}
      </span>
      <IconButton label={w.stopReply} icon={X} onPress={onStop} />
    </div>
  );
}

/** Several lines; after an `@` the people of the crisis are offered. */
function Field({
  field,
  label,
  text,
  people,
  onChange,
  onSend,
}: {
  field: React.RefObject<HTMLTextAreaElement | null>;
  label: string;
  text: string;
  people: readonly Called[];
  onChange: (text: string) => void;
  onSend: () => void;
}) {
  const w = useWords(messageWords);
  const id = useId();
  const me = useMyId();
  const [caret, setCaret] = useState<number | null>(null);
  const [chosen, setChosen] = useState(0);
  const [refused, setRefused] = useState<number | null>(null);
  const wanted = caret === null ? null : asked(text, caret);
  const open = wanted !== null && wanted.from !== refused;
  const list = open ? offered(people.filter((person) => person.id !== me), wanted.search, MOST_OFFERED) : [];
  const at = Math.min(chosen, list.length - 1);
  const take = (person: Called | undefined) => {
    if (!person || !wanted || caret === null) {
      return;
    }
    const before = text.slice(0, wanted.from) + '@' + person.handle + ' ';
    const after = text.slice(caret);
    onChange(before + (after.startsWith(' ') ? after.slice(1) : after));
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(before.length, before.length);
      setCaret(before.length);
    });
  };
  const press = (event: React.KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSend();
    } else if (list.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      setChosen((at + (event.key === 'ArrowDown' ? 1 : list.length - 1)) % list.length);
    } else if (list.length > 0 && (event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) {
      event.preventDefault();
      take(list[at]);
    } else if (list.length > 0 && event.key === 'Escape') {
      event.preventDefault();
      setRefused(wanted?.from ?? null);
    }
  };
  const look = (target: HTMLTextAreaElement) => {
    const next = target.selectionStart === target.selectionEnd ? target.selectionStart : null;
    if (next !== caret) {
      setCaret(next);
      setChosen(0);
    }
    if (next === null || asked(target.value, next)?.from !== refused) {
      setRefused(null);
    }
  };
  return (
    <div className="channels-field">
      <label htmlFor={id + 'text'} className="visually-hidden">
        {label}
      </label>
      {list.length > 0 && (
        <ul className="channels-offered listbox" id={id + 'list'} role="listbox" aria-label={w.mention}>
          {list.map((person, i) => (
            <Offered key={person.id} id={id + i} person={person} chosen={i === at} onTake={() => take(person)} />
          ))}
        </ul>
      )}
      <textarea
        ref={field}
        id={id + 'text'}
        className="input"
        dir="auto"
        rows={2}
        placeholder={label}
        value={text}
        aria-autocomplete="list"
        aria-controls={list.length > 0 ? id + 'list' : undefined}
        aria-activedescendant={list.length > 0 ? id + at : undefined}
        onChange={(event) => {
          onChange(event.target.value);
          setCaret(event.target.selectionStart);
          setChosen(0);
        }}
        onSelect={(event) => look(event.currentTarget)}
        onBlur={() => setCaret(null)}
        onKeyDown={press}
      />
    </div>
  );
}

function Offered({ id, person, chosen, onTake }: { id: string; person: Called; chosen: boolean; onTake: () => void }) {
  const zone = useCard('people.directory', person.id)?.zone;
  return (
    <li
      id={id}
      role="option"
      aria-selected={chosen}
      className="item"
      {...(chosen ? { 'data-focused': '' } : {})}
      onPointerDown={(event) => {
        // the field keeps the focus
        event.preventDefault();
        onTake();
      }}
    >
      <Avatar name={person.name} small />
      <bdi>{person.name}</bdi>
      <span className="dim sm">@{person.handle}</span>
      {zone && (
        <span className="aside">
          <LocalClock zone={zone} />
        </span>
      )}
    </li>
  );
}
