import { expect, it } from 'vitest';
import { cell, csvOf } from './export';
import { instantIn, matches, NO_FILTER } from './filter';
import { inGerman } from './german';
import { lineOf } from './lines';
import { chiefGround } from './right';
import { cut, plain } from './Told';

const line = (text: string, more: object = {}) =>
  lineOf({
    seq: 7,
    header: JSON.stringify({ seq: 7, time: '2026-03-24T10:00:30.000Z', recordedAt: '2026-03-24T10:00:31.000Z' }),
    body: JSON.stringify(['', { type: 'channels.posted', actor: { kind: 'responder', person: 'p' }, authority: { seats: [{ role: 'lead' }], by: ['right channels.post'], charter: '1@x' }, event: {}, ...more }]),
    headline: { text, words: '', parts: [] },
  });

it('a text that looks like a formula is none in a spreadsheet', () => {
  expect(cell('=HYPERLINK("x")')).toBe('"\'=HYPERLINK(""x"")"');
  expect(['+1', '-1', '@a'].map(cell)).toEqual(["'+1", "'-1", "'@a"]);
  expect(cell('plain')).toBe('plain');
});

it('a table has one row for each entry, whatever is in it', () => {
  const rows = csvOf([line('one\ntwo, "three"')], () => 'Dana').split('\r\n');
  expect(rows).toHaveLength(3);
  expect(rows[1]).toContain(',p,Dana,lead,right channels.post,1@x,');
  expect(rows[1]).toContain('"one\ntwo, ""three"""');
});

it('a minute that is named is meant as a whole, in UTC', () => {
  expect(instantIn('2026-03-24T10:00')).toBe(Date.parse('2026-03-24T10:00:00Z'));
  expect(instantIn('')).toBeNull();
  expect(matches({ ...NO_FILTER, to: '2026-03-24T10:00' }, line(''))).toBe(true);
  expect(matches({ ...NO_FILTER, from: '2026-03-24T10:01' }, line(''))).toBe(false);
});

it('what somebody said is cut off from what happened', () => {
  const parts = [{ kind: 'text', text: 'A' }, { kind: 'text', text: '**because**\n\nof it' }] as const;
  expect(cut({ text: '', words: '', parts }, '{0} stops: {1}')).toEqual({ said: '{0} stops', quote: 'because of it' });
  expect(cut({ text: '', words: '', parts }, 'From {0} to {1}')).toEqual({ said: 'From {0} to {1}', quote: null });
  expect(plain('a `b`\n> c')).toBe('a b c');
});

it('German keeps every hole, and leaves alone what it does not know', () => {
  expect(inGerman('Asked for a decision, D-08: {0}; time until {1}')).toBe('Um Entscheidung gebeten, D-08: {0}; Zeit bis {1}');
  expect(inGerman('Approved "{1}" for {0} as {2}, 1 of 2, without having heard ciso: {3}')).toContain('1 von 2, ohne Anhörung von ciso: {3}');
  expect(inGerman('Something new {0}')).toBe('Something new {0}');
});

it('of all grounds the one that says most is shown', () => {
  const body = line('').body;
  const by = (...grounds: string[]) => (body ? chiefGround({ ...body, authority: { ...body.authority, by: grounds } }) : '');
  expect(by('right decisions.approve', 'a human', 'a decider of x at level 0 (ciso)', 'not the asker')).toBe(
    'a decider of x at level 0 (ciso)',
  );
  expect(by('right tasks.complete', 'the owner')).toBe('the owner');
  expect(by('right tasks.offer')).toBe('right tasks.offer');
});
