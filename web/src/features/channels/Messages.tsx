import { ArrowDown } from 'lucide-react';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { VList, type VListHandle } from 'virtua';
import type { Id } from '../../api/types';
import { useOutbox, type Unsent } from '../../act/outbox';
import { useMyId } from '../../live/me';
import { useIsPast, useRoom } from '../../live/room';
import { Button } from '../../parts/controls';
import { Empty } from '../../parts/plain';
import { useZone } from '../../parts/times';
import { longDayOf } from '../../words/times';
import { useWords } from '../../words/words';
import { MessageRow } from './MessageRow';
import { readMarks, useReadMarks } from './read';
import { rowsOf, type Row } from './rows';
import { useSending, type Sending } from './sending';
import type { MessageCard, TopicCard } from './sorting';
import { SendingRow, UnsentRow } from './UnsentRow';
import { channelWords } from './words';

type Shown =
  | Row
  | { readonly kind: 'sending'; readonly key: string; readonly item: Sending }
  | { readonly kind: 'unsent'; readonly key: string; readonly item: Unsent }
  /** Some air below the last message. */
  | { readonly kind: 'end'; readonly key: string };

const END: Shown = { kind: 'end', key: 'end' };
/** Nearer to the end than this is at the end. */
const NEAR = 32;

/**
 * What was said in a topic. Who is at the end stays there; who reads further up is not moved: a button says how much is
 * new.
 *
 * @param wanted the message that a link leads to
 */
export function Messages({
  topic,
  messages,
  wanted,
}: {
  topic: TopicCard;
  messages: readonly MessageCard[];
  wanted: Id | undefined;
}) {
  const w = useWords(channelWords);
  const zone = useZone();
  const me = useMyId();
  const list = useRef<VListHandle>(null);
  const [readTo] = useState(() => readMarks.readTo(topic.id));
  const own = useOwn(topic.id, messages);
  const rows = useMemo<readonly Shown[]>(
    () => (messages.length + own.length === 0 ? [] : [...rowsOf(messages, zone, readTo, me), ...own, END]),
    [messages, zone, readTo, me, own],
  );
  const read = useReading(topic.id, messages, rows, list);
  useStart(list, rows, wanted);
  const toEnd = () => list.current?.scrollToIndex(rows.length - 1, { align: 'end' });
  useFollowing(read.atEnd, rows, messages, me, toEnd);
  const toNew = () => {
    const at = rows.findIndex((row) => row.kind === 'message' && row.id === read.firstNew);
    if (at >= 0) {
      list.current?.scrollToIndex(at, { align: 'start' });
    }
  };
  if (rows.length === 0) {
    return (
      <div className="channels-log channels-quiet">
        <Empty>{w.quiet(topic.title)}</Empty>
      </div>
    );
  }
  return (
    <div className="channels-log">
      <VList
        ref={list}
        className="channels-list"
        role="log"
        aria-live="off"
        aria-label={w.log(topic.title)}
        tabIndex={0}
        data={rows}
        onScroll={read.look}
        onScrollEnd={read.look}
        onResize={() => {
          if (read.atEnd.current) {
            toEnd();
          }
          requestAnimationFrame(read.look);
        }}
      >
        {(row) => <RowOf key={row.key} row={row} wanted={wanted} />}
      </VList>
      {read.unread > 0 && !read.end ? (
        <div className="channels-jump">
          <Button kind="primary" size="small" icon={ArrowDown} onPress={toNew}>
            {w.newButton(read.unread)}
          </Button>
        </div>
      ) : (
        !read.end && (
          <div className="channels-jump">
            <Button size="small" icon={ArrowDown} onPress={toEnd}>
              {w.toEnd}
            </Button>
          </div>
        )
      )}
      <Summary messages={messages} title={topic.title} me={me} />
    </div>
  );
}

function RowOf({ row, wanted }: { row: Shown; wanted: Id | undefined }) {
  const w = useWords(channelWords);
  const zone = useZone();
  switch (row.kind) {
    case 'day':
      return (
        <div className="channels-day">
          <h2>{longDayOf(Date.parse(row.at), zone)}</h2>
        </div>
      );
    case 'new':
      return (
        <div className="channels-new">
          <h2>{w.newLine}</h2>
        </div>
      );
    case 'message':
      return <MessageRow id={row.id} follows={row.follows} marked={row.id === wanted} />;
    case 'sending':
      return <SendingRow item={row.item} />;
    case 'unsent':
      return <UnsentRow item={row.item} />;
    case 'end':
      return <div className="channels-end" />;
  }
}

/** What the reader wrote and the record does not have yet. */
function useOwn(topic: Id, messages: readonly MessageCard[]): readonly Shown[] {
  const stream = useRoom().stream;
  const sending = useSending();
  const unsent = useOutbox();
  return useMemo(() => {
    const here = new Set(messages.map((message) => message.id));
    const waiting = unsent.filter(
      (item) =>
        item.stream === stream && item.type === 'channels.post' && (item.command as { topic?: Id }).topic === topic,
    );
    const going = sending.filter(
      (item) => item.stream === stream && item.command.topic === topic && !here.has(item.command.message),
    );
    return [
      ...waiting.map((item) => ({ kind: 'unsent' as const, key: item.key, item })),
      ...going.map((item) => ({ kind: 'sending' as const, key: item.key, item })),
    ];
  }, [topic, messages, stream, sending, unsent]);
}

/** Begins at what a link leads to, else at the line where the new ones begin, else at the end. */
function useStart(list: React.RefObject<VListHandle | null>, rows: readonly Shown[], wanted: Id | undefined): void {
  const started = useRef<string | null>(null);
  const some = rows.length > 0;
  useLayoutEffect(() => {
    const start = wanted ?? '';
    if (!some || started.current === start) {
      return;
    }
    const linked = wanted === undefined ? -1 : rows.findIndex((row) => row.kind === 'message' && row.id === wanted);
    if (wanted === undefined && started.current !== null) {
      return;
    }
    started.current = start;
    const fresh = rows.findIndex((row) => row.kind === 'new');
    if (linked >= 0) {
      list.current?.scrollToIndex(linked, { align: 'center' });
    } else if (fresh >= 0) {
      list.current?.scrollToIndex(fresh, { align: 'start' });
    } else {
      list.current?.scrollToIndex(rows.length - 1, { align: 'end' });
    }
  }, [list, rows, some, wanted]);
}

/** Marks as read what was on the screen. */
function useReading(
  topic: Id,
  messages: readonly MessageCard[],
  rows: readonly Shown[],
  list: React.RefObject<VListHandle | null>,
) {
  useReadMarks();
  const me = useMyId();
  const past = useIsPast();
  const [end, setEnd] = useState(true);
  const atEnd = useRef(true);
  const places = useMemo(() => new Map(messages.map((message, i) => [message.id, i])), [messages]);
  const read = places.get(readMarks.readTo(topic) ?? '') ?? -1;
  const fresh = past ? [] : messages.slice(read + 1).filter((message) => message.author !== me);
  const look = useCallback(() => {
    const view = list.current;
    if (!view || view.viewportSize === 0) {
      return;
    }
    const bottom = view.scrollOffset + view.viewportSize;
    atEnd.current = view.scrollSize - bottom < NEAR;
    setEnd(atEnd.current);
    if (document.hidden || past) {
      return;
    }
    let at = atEnd.current ? rows.length - 1 : view.findItemIndex(bottom - 1);
    if (!atEnd.current && view.getItemOffset(at) + view.getItemSize(at) > bottom + 1) {
      at--;
    }
    while (at >= 0 && rows[at]?.kind !== 'message') {
      at--;
    }
    const row = rows[at];
    if (row?.kind === 'message' && (places.get(row.id) ?? -1) > (places.get(readMarks.readTo(topic) ?? '') ?? -1)) {
      readMarks.mark(topic, row.id);
    }
  }, [list, rows, places, topic, past]);
  useEffect(() => {
    const frame = requestAnimationFrame(look);
    document.addEventListener('visibilitychange', look);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('visibilitychange', look);
    };
  }, [look]);
  return { look, unread: fresh.length, firstNew: fresh[0]?.id, end, atEnd };
}

/** After a message of one's own, and for who is at the end already. */
function useFollowing(
  atEnd: React.RefObject<boolean>,
  rows: readonly Shown[],
  messages: readonly MessageCard[],
  me: Id,
  toEnd: () => void,
): void {
  const before = useRef(rows.length);
  useLayoutEffect(() => {
    const more = rows.length > before.current;
    before.current = rows.length;
    const last = rows[rows.length - 2];
    const own = last?.kind === 'sending' || (last?.kind === 'message' && messages[messages.length - 1]?.author === me);
    if (more && (own || atEnd.current)) {
      toEnd();
    }
    // only what was added matters
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [rows.length]);
}

const GATHER = 4_000;

/** Says in passing how many came, for who does not see it: the list itself says nothing. */
function Summary({ messages, title, me }: { messages: readonly MessageCard[]; title: string; me: Id }) {
  const w = useWords(channelWords);
  const told = useRef(messages.length);
  const [words, setWords] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => {
      const fresh = messages.slice(told.current).filter((message) => message.author !== me).length;
      told.current = messages.length;
      if (fresh > 0) {
        setWords(w.newIn(fresh, title));
      }
    }, GATHER);
    return () => clearTimeout(timer);
  }, [messages, me, title, w]);
  return (
    <p className="visually-hidden" role="status" aria-live="polite">
      {words}
    </p>
  );
}
