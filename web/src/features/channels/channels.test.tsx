import { afterEach, expect, test } from 'vitest';
import { createRoot, type Root } from 'react-dom/client';
import { act } from 'react';
import { RoomContext, OrganisationContext } from '../../live/room';
import { MeContext } from '../../live/me';
import { Board } from '../../live/board';
import type { Block, Me } from '../../api/types';
import { asked, mentionsIn, offered, type Called } from './mentions';
import { hostOf, MessageText } from './MessageText';
import { rowsOf } from './rows';
import { byNeed, inOrder, newsOf, says, type MessageCard, type TopicCard } from './sorting';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const ME = 'me';
const message = (id: string, topic: string, more: Partial<MessageCard> = {}): MessageCard => ({
  id,
  digest: id,
  topic,
  author: 'dana',
  at: '2026-11-24T10:00:00Z',
  mentions: [],
  text: [],
  source: '',
  earlier: [],
  ...more,
});
const topic = (id: string, last: string, more: Partial<TopicCard> = {}): TopicCard => ({
  id,
  digest: id,
  title: id,
  at: last,
  messages: 1,
  last,
  ...more,
});

test('topics that mention the reader come first, then those with something new, closed ones last', () => {
  const messages = [
    message('1', 'read'),
    message('2', 'new'),
    message('3', 'named', { mentions: [ME] }),
    message('4', 'own', { author: ME }),
  ];
  const news = newsOf(messages, ME, (of) => (of === 'read' ? '1' : undefined));
  const topics = [
    topic('own', '2026-11-24T14:00:00Z'),
    topic('read', '2026-11-24T13:00:00Z'),
    topic('new', '2026-11-24T12:00:00Z'),
    topic('named', '2026-11-24T11:00:00Z'),
    topic('shut', '2026-11-24T15:00:00Z', { closed: { at: '2026-11-24T15:00:00Z', outcome: 'Nothing found' } }),
  ];
  expect(inOrder(byNeed(topics, news))).toEqual(['named', 'new', 'own', 'read', 'shut']);
});

test('only what came after the last read message of somebody else is new', () => {
  const messages = [message('1', 't', { mentions: [ME] }), message('2', 't'), message('3', 't', { author: ME }), message('4', 't')];
  expect(newsOf(messages, ME, () => '2').get('t')).toMatchObject({ unread: 1, mentions: 0, last: { id: '4' } });
  expect(newsOf(messages, ME, () => undefined).get('t')).toMatchObject({ unread: 3, mentions: 1 });
});

test('a search finds a topic by its outcome, whatever the accents', () => {
  const closed = topic('t', '', { title: 'Proxy', closed: { at: '', outcome: 'Kein Abfluss über São Paulo' } });
  expect(says(closed, 'sao uber')).toBe(true);
  expect(says(closed, 'sao lima')).toBe(false);
});

test('days and what is new stand between the messages, one breath below one name', () => {
  const messages = [
    message('1', 't', { at: '2026-11-23T23:58:00Z' }),
    message('2', 't', { at: '2026-11-24T00:01:00Z' }),
    message('3', 't', { at: '2026-11-24T00:02:00Z' }),
    message('4', 't', { at: '2026-11-24T00:03:00Z', author: ME }),
    message('5', 't', { at: '2026-11-24T00:04:00Z' }),
    message('6', 't', { at: '2026-11-24T00:30:00Z' }),
  ];
  const told = rowsOf(messages, 'UTC', '3', ME).map((row) => (row.kind === 'message' ? row.id + (row.follows ? '+' : '') : row.kind));
  expect(told).toEqual(['day', '1', 'day', '2', '3+', '4', 'new', '5', '6']);
});

test('there is no line for what is new where nothing was read, or where all was', () => {
  const messages = [message('1', 't'), message('2', 't')];
  expect(rowsOf(messages, 'UTC', undefined, ME).some((row) => row.kind === 'new')).toBe(false);
  expect(rowsOf(messages, 'UTC', '2', ME).some((row) => row.kind === 'new')).toBe(false);
});

const PEOPLE: readonly Called[] = [
  { id: 'a', handle: 'ann', name: 'Ann Roth' },
  { id: 'b', handle: 'ann-marie', name: 'Ann-Marie Petit' },
  { id: 'c', handle: 'zoe', name: 'Zoë Lund' },
];

test('mentioned are those whose whole handle is in the text', () => {
  expect(mentionsIn('@Ann-Marie, please ask @zoe. And mail@ann stays a mail.', PEOPLE)).toEqual(['b', 'c']);
  expect(mentionsIn('@ann. (@ann)', PEOPLE)).toEqual(['a']);
  expect(mentionsIn('@annabel @nobody', PEOPLE)).toEqual([]);
});

test('people are offered for what is typed right before the caret', () => {
  const text = 'Ask @zo about it';
  expect(asked(text, 7)).toEqual({ from: 4, search: 'zo' });
  expect(asked(text, 12)).toBeNull();
  expect(asked('mail@zo', 7)).toBeNull();
  expect(offered(PEOPLE, 'pet', 5).map((person) => person.id)).toEqual(['b']);
  expect(offered(PEOPLE, '', 2)).toHaveLength(2);
});

let root: Root | undefined;
afterEach(() => act(() => root?.unmount()));

function shown(blocks: readonly Block[]): HTMLElement {
  const organisation = new Board('organisation');
  const clock = { since: '2026-11-24T10:00:00Z', from: '2026-11-24T10:00:00Z', speed: 100 };
  const dana = { id: 'dana', name: 'Dana Weiss' } as { id: string };
  organisation.fill({ stream: 'organisation', seq: 1, clock, waiting: [], views: { 'people.directory': [dana] } });
  const place = document.createElement('div');
  root = createRoot(place);
  act(() =>
    root?.render(
      <MeContext.Provider value={{ person: ME } as Me}>
        <OrganisationContext.Provider value={organisation}>
          <RoomContext.Provider value={new Board('room')}>
            <MessageText blocks={blocks} />
          </RoomContext.Provider>
        </OrganisationContext.Provider>
      </MeContext.Provider>,
    ),
  );
  return place;
}

test('a message becomes elements, and what looks like markup stays text', () => {
  const place = shown([
    { kind: 'paragraph', spans: [{ kind: 'text', text: '<img src=x onerror=alert(1)> ' }, { kind: 'strong', spans: [{ kind: 'emphasis', spans: [{ kind: 'text', text: 'now' }] }] }] },
    { kind: 'list', from: 3, items: [[{ kind: 'code', code: 'rm -rf' }]] },
    { kind: 'quote', blocks: [{ kind: 'quote', blocks: [{ kind: 'paragraph', spans: [{ kind: 'mention', person: 'dana', handle: 'dana' }] }] }] },
    { kind: 'code-block', code: 'a\n  b' },
  ]);
  expect(place.querySelector('img')).toBeNull();
  expect(place.textContent).toContain('<img src=x onerror=alert(1)>');
  expect(place.querySelector('strong em')?.textContent).toBe('now');
  expect(place.querySelector('ol')?.start).toBe(3);
  expect(place.querySelector('blockquote blockquote')?.textContent).toBe('@Dana Weiss');
  expect(place.querySelector('pre')?.textContent).toBe('a\n  b');
});

test('a link says where it leads and tells nothing about where it comes from', () => {
  const place = shown([
    {
      kind: 'paragraph',
      spans: [
        { kind: 'link', href: 'https://evil.example/login', text: 'our status page' },
        { kind: 'link', href: 'javascript:alert(1)', text: 'no link' },
      ],
    },
  ]);
  const links = [...place.querySelectorAll('a')];
  expect(links.map((link) => [link.rel, link.textContent])).toEqual([['noreferrer noopener', 'our status page']]);
  expect(place.textContent).toContain('(evil.example)');
  expect(hostOf('mailto:a@b.example')).toBeNull();
});
