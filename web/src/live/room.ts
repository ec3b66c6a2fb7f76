import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Id, Views } from '../api/types';
import type { Board, Connection, Waits } from './board';
import { join, leave } from './boards';

/** The board that the screens below show: a crisis live, or at a moment of the past. */
export const RoomContext = createContext<Board | null>(null);
/** The organisation's own board: people's names, the register of crises, the charter. */
export const OrganisationContext = createContext<Board | null>(null);

export function useRoom(): Board {
  const room = useContext(RoomContext);
  if (!room) {
    throw new Error('no crisis here');
  }
  return room;
}

export function useOrganisation(): Board {
  const board = useContext(OrganisationContext);
  if (!board) {
    throw new Error('no organisation here');
  }
  return board;
}

/** Whether what is shown is of the past: then nothing can be done. */
export function useIsPast(): boolean {
  return useConnection(useRoom()).kind === 'past';
}

/** A live board for as long as the component is there. */
export function useLiveBoard(stream: string): Board | null {
  const [board, setBoard] = useState<Board | null>(null);
  useEffect(() => {
    setBoard(join(stream));
    return () => leave(stream);
  }, [stream]);
  return board && board.stream === stream ? board : null;
}

function useOf<T>(board: Board, key: string, now: () => T): T {
  return useSyncExternalStore(
    useCallback((wake: () => void) => board.changes.on(key, wake), [board, key]),
    now,
  );
}

/** Every view belongs to one board: those of the organisation to its own. */
function boardFor(view: keyof Views, room: Board | null, organisation: Board | null): Board {
  const own = view.startsWith('people.') || view === 'crises.register' || view.startsWith('charter.');
  const board = own ? organisation : room;
  if (!board) {
    throw new Error('no board for ' + view);
  }
  return board;
}

function useBoardFor(view: keyof Views): Board {
  return boardFor(view, useContext(RoomContext), useContext(OrganisationContext));
}

/** One card; wakes only when it changes. */
export function useCard<V extends keyof Views>(view: V, id: Id | undefined): Views[V] | undefined {
  const board = useBoardFor(view);
  return useOf(board, 'card:' + view + ':' + (id ?? ''), () => (id === undefined ? undefined : board.card(view, id)));
}

/** The cards of a view in the order of the screen. */
export function useList<V extends keyof Views>(view: V): readonly Views[V][] {
  const board = useBoardFor(view);
  return useOf(board, 'list:' + view, () => board.list(view));
}

/**
 * Something worked out from a view; wakes only when the outcome is another one.
 *
 * @param work pure; what it gives is compared with `Object.is`, or as JSON where it is an object
 */
export function useOutOf<V extends keyof Views, T>(view: V, work: (cards: readonly Views[V][]) => T): T {
  const board = useBoardFor(view);
  const last = useRef<{ cards: unknown; work: unknown; value: T; text: string } | null>(null);
  return useOf(board, 'list:' + view, () => {
    const cards = board.list(view);
    const before = last.current;
    if (before && before.cards === cards && before.work === work) {
      return before.value;
    }
    const value = work(cards);
    const text = typeof value === 'object' ? JSON.stringify(value) : '';
    const same = before !== null && (Object.is(before.value, value) || (text !== '' && before.text === text));
    last.current = { cards, work, value: same ? before.value : value, text };
    return last.current.value;
  });
}

export function useWaiting(): readonly Waits[] {
  const board = useRoom();
  return useOf(board, 'waiting', board.waiting);
}

export function useConnection(board: Board): Connection {
  return useOf(board, 'connection', board.connection);
}

export function useSeq(board: Board): number {
  return useOf(board, 'seq', board.seq);
}

/** The header of the crisis; absent until it is known. */
export function useRoomCard(): Views['crises.room'] | undefined {
  return useList('crises.room')[0];
}

/** Whether anything is there to be shown yet. */
export function useFilled(board: Board): boolean {
  return useSeq(board) >= 0;
}

/** The cards of a view by id. */
export function useIndex<V extends keyof Views>(view: V): ReadonlyMap<Id, Views[V]> {
  const list = useList(view);
  return useMemo(() => new Map(list.map((card) => [card.id, card])), [list]);
}
