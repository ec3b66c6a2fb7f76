import { expect, test } from 'vitest';
import { Board, type BoardData } from './board';
import { crisisTime } from './time';

const CLOCK = { since: '2026-11-24T10:00:00Z', from: '2026-03-25T15:00:00Z', speed: 100 };

function card(id: string, title = id): { readonly id: string } {
  return { id, title } as { id: string };
}

function filled(): Board {
  const board = new Board('room');
  const data: BoardData = {
    stream: 'room',
    seq: 7,
    clock: CLOCK,
    views: { 'tasks.board': [card('a'), card('b')], 'channels.topics': [card('t')] },
    waiting: [{ view: 'tasks.board', id: 'b' }],
  };
  board.fill(data);
  return board;
}

const ids = (board: Board) => board.list('tasks.board').map((each) => each.id);

test('a change touches only who looks at what changed', () => {
  const board = filled();
  const woken: string[] = [];
  for (const key of ['card:tasks.board:a', 'card:tasks.board:b', 'list:tasks.board', 'list:channels.topics', 'waiting']) {
    board.changes.on(key, () => woken.push(key));
  }
  board.apply([{ seq: 8, changes: [{ view: 'tasks.board', cards: [card('b', 'other')], removed: [] }] }]);
  expect(woken).toEqual(['card:tasks.board:b', 'list:tasks.board']);
  expect(board.seq()).toBe(8);
});

test('what is new comes at the end, what went goes, and an order that is given holds', () => {
  const board = filled();
  board.apply([{ seq: 8, changes: [{ view: 'tasks.board', cards: [card('c')], removed: ['a'] }] }]);
  expect(ids(board)).toEqual(['b', 'c']);
  board.apply([{ seq: 9, changes: [{ view: 'tasks.board', cards: [card('d')], removed: [], order: ['d', 'c', 'b'] }] }]);
  expect(ids(board)).toEqual(['d', 'c', 'b']);
});

test('a list stays the same array until one of its cards changes', () => {
  const board = filled();
  const before = board.list('tasks.board');
  board.apply([{ seq: 8, changes: [{ view: 'channels.topics', cards: [card('u')], removed: [] }] }]);
  expect(board.list('tasks.board')).toBe(before);
  board.apply([{ seq: 9, changes: [{ view: 'tasks.board', cards: [card('a', 'new')], removed: [] }] }]);
  expect(board.list('tasks.board')).not.toBe(before);
});

test('a snapshot takes the place of everything, and says so to whoever looked at what is gone', () => {
  const board = filled();
  let woken = 0;
  board.changes.on('card:tasks.board:a', () => woken++);
  board.fill({ ...board.toData(), seq: 20, views: { 'tasks.board': [card('z')] }, waiting: [] });
  expect(woken).toBe(1);
  expect(ids(board)).toEqual(['z']);
  expect(board.list('channels.topics')).toEqual([]);
  expect(board.card('tasks.board', 'a')).toBeUndefined();
});

test('what it is as plain data makes the same board again', () => {
  const board = filled();
  board.apply([{ seq: 8, changes: [{ view: 'tasks.board', cards: [card('c')], removed: ['b'] }] }]);
  const again = new Board('room');
  again.fill(board.toData());
  expect(again.toData()).toEqual(board.toData());
});

test('crisis time runs at its speed from where it was set', () => {
  const hourLater = Date.parse('2026-11-24T11:00:00Z');
  expect(crisisTime(CLOCK, hourLater)).toBe(Date.parse('2026-03-25T16:00:00Z'));
  expect(crisisTime({ ...CLOCK, speed: 0 }, hourLater)).toBe(Date.parse(CLOCK.from));
  expect(crisisTime({ ...CLOCK, speed: 6_000 }, hourLater)).toBe(Date.parse('2026-03-28T03:00:00Z'));
});
