import { expect, test } from 'vitest';
import { EventCutter } from './sse';

const TEXT = 'retry: 2000\n\nevent: snapshot\nid: a.1\ndata: {"x":1}\n\n:\n\nevent: change\r\nid: a.2\r\ndata: one\r\ndata: two\r\n\r\n';
const EVENTS = [
  { event: 'snapshot', id: 'a.1', data: '{"x":1}' },
  { event: 'change', id: 'a.2', data: 'one\ntwo' },
];

test('events come out whole, comments and retry times as nothing', () => {
  expect(new EventCutter().push(TEXT)).toEqual(EVENTS);
});

test('it does not matter where the pieces end', () => {
  for (let size = 1; size < TEXT.length; size++) {
    const cutter = new EventCutter();
    const events = [];
    for (let from = 0; from < TEXT.length; from += size) {
      events.push(...cutter.push(TEXT.slice(from, from + size)));
    }
    expect(events, `pieces of ${size}`).toEqual(EVENTS);
  }
});

test('an event that is not ended yet is kept back', () => {
  const cutter = new EventCutter();
  expect(cutter.push('data: {"half":')).toEqual([]);
  expect(cutter.push('true}\n')).toEqual([]);
  expect(cutter.push('\n')).toEqual([{ event: 'message', id: '', data: '{"half":true}' }]);
});
