import { act, createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import type { DecisionCard } from '../../api/types';
import { Board } from '../../live/board';
import { OrganisationContext, RoomContext } from '../../live/room';
import { MayDecide } from './MayDecide';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

const question = (id: string, more: Partial<DecisionCard>) =>
  ({
    id,
    label: id,
    status: 'waiting',
    question: 'Question ' + id,
    wording: 3,
    options: [{ id: 'yes', text: 'Yes' }],
    askedAt: '2026-03-25T10:00:00Z',
    rule: { charter: '1@x', type: { quorum: 1 } },
    unheard: [],
    voices: [],
    overdue: false,
    ...more,
  }) as unknown as DecisionCard;

it('lists what the server would let the reader decide, in the order of the deadlines', async () => {
  const board = new Board('crisis');
  board.fill({
    stream: 'crisis',
    seq: 5,
    clock: { since: '2026-03-25T10:00:00Z', from: '2026-03-25T10:00:00Z', speed: 100 },
    waiting: [],
    views: {
      'decisions.register': [
        question('D-1', { deadline: '2026-03-25T12:00:00Z', unheard: ['legal'] }),
        question('D-2', { deadline: '2026-03-25T11:00:00Z' }),
        question('D-3', { deadline: '2026-03-25T10:30:00Z' }),
        question('D-4', { status: 'approved' }),
      ],
    },
  });
  board.setConnection({ kind: 'live' });
  const asked: unknown[] = [];
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    asked.push(...(JSON.parse(String(init.body)) as unknown[]));
    const answers = ['forbidden', 'permitted', 'step-up'].map((outcome) => ({ outcome, whoCan: [], amr: [] }));
    return new Response(JSON.stringify({ answers }), { status: 200 });
  });
  const place = document.createElement('div');
  const root = createRoot(place);
  await act(async () =>
    root.render(
      createElement(
        OrganisationContext.Provider,
        { value: new Board('organisation') },
        createElement(RoomContext.Provider, { value: board }, createElement(MayDecide)),
      ),
    ),
  );
  await act(async () => vi.waitFor(() => expect(asked.length).toBe(3)));
  const lines = [...place.querySelectorAll('li')].map((line) => line.textContent);
  expect(lines.map((line) => line?.slice(0, 3))).toEqual(['D-2', 'D-1']);
  expect(asked).toContainEqual({
    type: 'decisions.approve',
    command: { decision: 'D-1', wording: 3, option: 'yes', unheard: '…' },
  });
  await act(async () => root.unmount());
});
