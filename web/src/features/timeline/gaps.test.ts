import { expect, it } from 'vitest';
import { itemsOf, NO_FILTER } from './filter';
import { gapsIn } from './gaps';
import { lineOf, type Line } from './lines';

const START = Date.parse('2026-03-24T10:00:00Z');

/** Entries at minutes after the start. */
function history(...entries: readonly (readonly [minute: number, type: string, event: object])[]): Line[] {
  return entries.map(([minute, type, event], seq) => {
    const time = new Date(START + minute * 60_000).toISOString();
    return lineOf({
      seq,
      header: JSON.stringify({ seq, time, recordedAt: time }),
      body: JSON.stringify(['', { type, event, actor: { kind: 'system' } }]),
    });
  });
}

const at = (minute: number) => START + minute * 60_000;
const iso = (minute: number) => new Date(at(minute)).toISOString();

it('a task that somebody accepts in time is no gap, one that waits longer is', () => {
  const lines = history(
    [0, 'tasks.offered', { task: 'a' }],
    [0, 'tasks.offered', { task: 'b' }],
    [4, 'tasks.accepted', { task: 'a' }],
    [9, 'tasks.declined', { task: 'b' }],
    [11, 'tasks.offered-again', { task: 'b' }],
    [25, 'tasks.accepted', { task: 'b' }],
  );
  expect(gapsIn(lines, at(60))).toEqual([{ kind: 'owner', id: 'b', from: at(0), to: at(25), first: 1, last: 5 }]);
});

it('a task whose owner left has none until somebody takes it', () => {
  const lines = history(
    [0, 'tasks.offered', { task: 'a' }],
    [1, 'tasks.accepted', { task: 'a' }],
    [10, 'tasks.owner-sought', { task: 'a', left: true }],
  );
  expect(gapsIn(lines, at(15))).toEqual([]);
  expect(gapsIn(lines, at(40))).toEqual([{ kind: 'owner', id: 'a', from: at(10), first: 2 }]);
});

it('a decision is late from its deadline on, and an escalation in time gives it a new one', () => {
  const lines = history(
    [0, 'decisions.asked', { decision: 'd', deadline: iso(30) }],
    [30, 'decisions.escalated', { decision: 'd', deadline: iso(60) }],
    [80, 'decisions.decided', { decision: 'd' }],
  );
  expect(gapsIn(lines, at(90))).toEqual([{ kind: 'decision', id: 'd', from: at(60), to: at(80), first: 1, last: 2 }]);
  expect(gapsIn(lines.slice(0, 2), at(70))).toEqual([{ kind: 'decision', id: 'd', from: at(60), first: 1 }]);
});

it('a deferred decision is not late', () => {
  const lines = history(
    [0, 'decisions.asked', { decision: 'd', deadline: iso(30) }],
    [10, 'decisions.deferred', { decision: 'd', until: iso(500) }],
  );
  expect(gapsIn(lines, at(400))).toEqual([]);
});

it('the leading seat is missed, others are not', () => {
  const lines = history(
    [0, 'crises.begun', { leadRole: 'lead', seats: [{ role: 'lead', holder: 'x' }, { role: 'other' }] }],
    [5, 'crises.seat-vacated', { role: 'other' }],
    [6, 'crises.seat-vacated', { role: 'lead' }],
    [9, 'crises.stood-in', { role: 'lead' }],
  );
  expect(gapsIn(lines, at(60))).toEqual([{ kind: 'lead', id: 'lead', from: at(6), to: at(9), first: 2, last: 3 }]);
});

it('gaps stand right below the entry that ended them, those that last on top', () => {
  const lines = history(
    [0, 'tasks.offered', { task: 'a' }],
    [1, 'crises.update-missed', { at: iso(1) }],
    [20, 'tasks.accepted', { task: 'a' }],
    [21, 'tasks.started', { task: 'a' }],
  );
  const items = itemsOf(lines, gapsIn(lines, at(30)), NO_FILTER);
  expect(items.map((item) => item.key.replace(/^day.*/, 'day'))).toEqual(['day', 'gapupdate1', '3', '2', 'gapownera0', '1', '0']);
});
