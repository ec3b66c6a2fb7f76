import './home.css';
import { FlaskConical, Gavel, OctagonX, Plus, UserRoundCheck, Clock, type LucideIcon } from 'lucide-react';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { Link } from 'wouter';
import type { Views } from '../../api/types';
import type { Board } from '../../live/board';
import { join, leave } from '../../live/boards';
import { useMe } from '../../live/me';
import { RoomContext, useFilled, useList, useOrganisation, useRoomCard } from '../../live/room';
import { useNow } from '../../live/time';
import { Bones, Empty, Name, Note, Panel, Tag, type Tone } from '../../parts/plain';
import { At, Remaining } from '../../parts/times';
import { lengthOf } from '../../words/times';
import { common } from '../../words/common';
import { useWords } from '../../words/words';
import { OuterFrame } from '../../app/OuterFrame';
import { phases } from '../crises/words';
import { waitingIn, type Verb, type Waiting } from './queue';
import { home } from './words';

/** So many crises are followed live from here: each is a connection, and a browser has few. */
const MOST = 3;

const LOOKS: Record<Verb, readonly [Tone, LucideIcon]> = {
  decide: ['info', Gavel],
  confirm: ['warn', UserRoundCheck],
  accept: ['warn', UserRoundCheck],
  verify: ['info', UserRoundCheck],
  stop: ['crit', OctagonX],
  findOwner: ['crit', OctagonX],
  late: ['crit', Clock],
  blocked: ['crit', OctagonX],
  updateLate: ['crit', Clock],
};

/** Where am I needed: what waits for me in all my crises, and where each of them stands. */
export default function HomeScreen() {
  const w = useWords(home);
  const c = useWords(common);
  const me = useMe();
  const organisation = useOrganisation();
  const filled = useFilled(organisation);
  const crises = useList('crises.register');
  const open = crises.filter((card) => !card.closedAt);
  const followed = open.slice(-MOST);
  const boards = useBoards(followed.map((card) => card.id));
  return (
    <OuterFrame>
      <main className="page home" id="main">
        <div className="page-title">
          <h1>{w.title}</h1>
          <Link href="/declare" className="btn outlined end">
            <Plus className="icon" aria-hidden />
            {w.declare}
          </Link>
        </div>
        {me.demonstration && (
          <Note tone="exer" icon={FlaskConical}>
            {w.demonstration}
          </Note>
        )}
        {!filled ? (
          <Bones label={c.loading} lines={8} />
        ) : (
          <>
            <Queue
              boards={boards}
              expected={followed.length}
              empty={open.length === 0 ? w.nothingAtAll : w.nothing}
            />
            {open.length > followed.length && (
              <Note tone="mute" icon={Clock}>
                {w.moreCrises(open.length - followed.length)}
              </Note>
            )}
            <Crises
              title={w.open}
              cards={open.filter((card) => !card.exercise)}
              boards={boards}
              {...(open.length === 0 ? { empty: w.noneOpen } : {})}
            />
            <Crises title={w.exercises} cards={open.filter((card) => card.exercise)} boards={boards} />
            <Crises title={w.closed} cards={crises.filter((card) => card.closedAt)} boards={boards} />
          </>
        )}
        <Account />
      </main>
    </OuterFrame>
  );
}

/** The live boards of these crises for as long as the screen is there. */
function useBoards(ids: readonly string[]): ReadonlyMap<string, Board> {
  const key = ids.join(' ');
  const [boards, setBoards] = useState<ReadonlyMap<string, Board>>(new Map());
  useEffect(() => {
    const joined = key === '' ? [] : key.split(' ');
    setBoards(new Map(joined.map((id) => [id, join(id)])));
    return () => joined.forEach(leave);
  }, [key]);
  return boards;
}

/** Wakes whenever anything happens in any of the crises. */
function useMoves(boards: ReadonlyMap<string, Board>): void {
  const subscribe = useCallback(
    (wake: () => void) => {
      const ends = [...boards.values()].flatMap((board) => [
        board.changes.on('seq', wake),
        board.changes.on('waiting', wake),
      ]);
      return () => ends.forEach((end) => end());
    },
    [boards],
  );
  useSyncExternalStore(subscribe, () =>
    [...boards.values()].map((board) => `${board.seq()} ${board.waiting().map((each) => each.id).join(' ')}`).join(),
  );
}

/** @param expected how many crises there are to wait for before it may be said that nothing waits */
function Queue({
  boards,
  expected,
  empty,
}: {
  boards: ReadonlyMap<string, Board>;
  expected: number;
  empty: string;
}) {
  const c = useWords(common);
  const me = useMe();
  useMoves(boards);
  const known = boards.size >= expected && [...boards.values()].every((board) => board.filled);
  const items = [...boards.values()].flatMap((board) => waitingIn(board, me.person).map((item) => ({ board, item })));
  return (
    <div className="home-queue">
      {items.map(({ board, item }, i) => (
        <RoomContext.Provider value={board} key={item.verb + item.key}>
          <Item item={item} board={board} first={i === 0} />
        </RoomContext.Provider>
      ))}
      {items.length === 0 && (known ? <Empty>{empty}</Empty> : <Bones label={c.loading} lines={4} />)}
    </div>
  );
}

function Item({ item, board, first }: { item: Waiting; board: Board; first: boolean }) {
  const room = useRoomCard();
  const w = useWords(home);
  const c = useWords(common);
  const [tone, icon] = LOOKS[item.verb];
  const title = item.seat ? w.takeOver(item.seat) : item.verb === 'updateLate' ? w.updateLate : item.title;
  return (
    <article className={'panel home-item ' + tone}>
      <div className="row">
        <Tag tone={tone} icon={icon}>
          {item.verb === 'updateLate' ? w.late : w[item.verb]}
        </Tag>
        {item.until && (
          <span className="strong">
            <Remaining until={item.until} />
          </span>
        )}
        {room?.exercise && <Tag tone="exer">{c.exercise}</Tag>}
        <span className="dim end">
          {room?.label} {item.label}
        </span>
      </div>
      <h2>
        <bdi>{title}</bdi>
      </h2>
      <Link
        className={'btn ' + (first && item.verb === 'decide' ? 'primary' : 'outlined')}
        href={'/c/' + board.stream + item.href}
      >
        {item.verb === 'decide' ? w.review : w.look}
      </Link>
    </article>
  );
}

function Crises({
  title,
  cards,
  boards,
  empty,
}: {
  title: string;
  cards: readonly Views['crises.register'][];
  boards: ReadonlyMap<string, Board>;
  empty?: string;
}) {
  if (cards.length === 0 && empty === undefined) {
    return null;
  }
  return (
    <Panel title={title} count={cards.length}>
      {cards.length === 0 ? (
        <Empty>{empty}</Empty>
      ) : (
        <ul className="home-crises">
          {[...cards].reverse().map((card) => (
            <RoomContext.Provider value={boards.get(card.id) ?? null} key={card.id}>
              <CrisisRow card={card} live={boards.has(card.id)} />
            </RoomContext.Provider>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function CrisisRow({ card, live }: { card: Views['crises.register']; live: boolean }) {
  const w = useWords(home);
  return (
    <li className="home-crisis">
      <Link href={'/c/' + card.id} className="home-name">
        <span className="dim nowrap">{card.label}</span>{' '}
        <strong>
          <bdi>{card.codeName}</bdi>
        </strong>
      </Link>
      {live ? (
        <CrisisState />
      ) : (
        <span className="dim">
          {w.since} <At at={card.closedAt ?? card.openedAt} day />
        </span>
      )}
      <a className="sm end" href={'/c/' + card.id + '/brief'}>
        {w.brief}
      </a>
    </li>
  );
}

/** Where the crisis stands, in words. */
function CrisisState() {
  const w = useWords(home);
  const p = useWords(phases);
  const room = useRoomCard();
  const now = useNow();
  if (!room) {
    return null;
  }
  return (
    <>
      <span className="home-phase">{p[room.phase]}</span>
      {room.severityTitle ? <Tag tone="solid">{room.severityTitle}</Tag> : <Tag tone="line">{w.candidate}</Tag>}
      <span className="dim">
        {w.running(lengthOf(now - Date.parse(room.openedAt)))} ·{' '}
        {room.lead ? (
          <>
            {w.ledBy} <Name id={room.lead} />
          </>
        ) : (
          <span className="c-crit">{w.nobodyLeads}</span>
        )}
        {room.updatePromisedFor && (
          <>
            {' '}
            · {w.nextUpdate} <At at={room.updatePromisedFor} />
          </>
        )}
      </span>
    </>
  );
}

function Account() {
  const w = useWords(home);
  const me = useMe();
  return (
    <p className="dim sm">
      <bdi>{me.name}</bdi> · {me.organisation.name} · {w.signedInBy(me.session.amr.join(', '))}{' '}
      <At at={me.session.until} day />
    </p>
  );
}
