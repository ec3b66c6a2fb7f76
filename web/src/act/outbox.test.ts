import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { mayWait, outbox } from './outbox';

const item = (key: string, words = key) => ({
  key,
  stream: 'room',
  type: 'channels.post' as const,
  command: { topic: 't', text: words, mentions: [] },
  words,
  at: 0,
});

const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });

beforeEach(() => outbox.as('ada'));
beforeEach(() => outbox.list().forEach((each) => outbox.withdraw(each.key)));
afterEach(() => vi.unstubAllGlobals());

test('an approval never waits', () => {
  expect(mayWait('decisions.approve')).toBe(false);
  expect(mayWait('decisions.reject')).toBe(false);
  expect(mayWait('channels.post')).toBe(true);
});

test('what waits goes out in order, each with its own key, and is gone when it arrived', async () => {
  const keys: unknown[] = [];
  vi.stubGlobal('fetch', async (_: string, request: { headers: Record<string, string> }) => {
    keys.push(request.headers['Idempotency-Key']);
    return answer(200, { outcome: 'committed', stream: 'room', from: 1, to: 1, leaves: [], receipts: [] });
  });
  outbox.keep(item('one'));
  outbox.keep(item('two'));
  await outbox.deliver();
  expect(keys).toEqual(['one', 'two']);
  expect(outbox.list()).toEqual([]);
});

test('what is refused stays with its reason, and the rest goes out', async () => {
  let first = true;
  vi.stubGlobal('fetch', async () => {
    const refused = first;
    first = false;
    return refused
      ? answer(409, { code: 'topic-closed', detail: 'The topic is closed.' })
      : answer(200, { outcome: 'committed', stream: 'room', from: 1, to: 1, leaves: [], receipts: [] });
  });
  outbox.keep(item('one'));
  outbox.keep(item('two'));
  await outbox.deliver();
  expect(outbox.list().map((each) => [each.key, each.problem?.code])).toEqual([['one', 'topic-closed']]);
});

test('what is withdrawn is not sent', async () => {
  const sent: string[] = [];
  vi.stubGlobal('fetch', async (path: string) => {
    sent.push(path);
    return answer(200, { outcome: 'committed', stream: 'room', from: 1, to: 1, leaves: [], receipts: [] });
  });
  outbox.keep(item('one'));
  outbox.withdraw('one');
  await outbox.deliver();
  expect(sent).toEqual([]);
});

test('what somebody else left on this device is neither shown nor sent', async () => {
  const sent: string[] = [];
  vi.stubGlobal('fetch', async (path: string) => {
    sent.push(path);
    return answer(200, { outcome: 'committed', stream: 'room', from: 1, to: 1, leaves: [], receipts: [] });
  });
  outbox.keep(item('hers'));
  outbox.as('ben');
  await outbox.deliver();
  expect(outbox.list()).toEqual([]);
  expect(sent).toEqual([]);
  outbox.as('ada');
  expect(outbox.list().map((each) => each.key)).toEqual(['hers']);
});
