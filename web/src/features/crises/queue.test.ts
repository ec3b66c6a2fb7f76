import { describe, expect, it } from 'vitest';
import type { Views } from '../../api/types';
import { queueOf, verbOf } from './queue';

type TaskCard = Views['tasks.board'];

function task(more: Partial<TaskCard>): TaskCard {
  return {
    id: 't',
    title: '',
    description: '',
    state: 'in-progress',
    since: '2026-03-25T12:00:00Z',
    ownerLeft: false,
    seekers: [],
    risk: 'medium',
    riskReason: '',
    overdue: false,
    dependsOn: [],
    pending: [],
    lost: [],
    dependents: [],
    evidenceRequired: false,
    evidence: [],
    matters: 1,
    hanging: 0,
    critical: false,
    digest: '',
    ...more,
  };
}

const offer = { to: 'lena', at: '2026-03-25T12:00:00Z', overdue: true, escalatedTo: ['me'] };

describe('why a task waits for somebody', () => {
  it('is the stop that its owner has to answer, before anything else', () => {
    const stop = { decision: 'd', why: 'reversed' as const, at: '2026-03-25T12:00:00Z' };
    expect(verbOf(task({ owner: 'me', overdue: true, stop }), 'me')).toBe('stop');
  });

  it('is what they are asked, what they verify, whom it is blocked by', () => {
    expect(verbOf(task({ offer: { ...offer, to: 'me' } }), 'me')).toBe('accept');
    expect(verbOf(task({ state: 'awaiting-verification', verifier: 'me' }), 'me')).toBe('verify');
    const blocked = { cause: 'person' as const, person: 'me', note: '', since: '' };
    expect(verbOf(task({ state: 'blocked', blocked }), 'me')).toBe('blocked');
  });

  it('is somebody else’s silence, or that nobody is there, or their own lateness', () => {
    expect(verbOf(task({ offer }), 'me')).toBe('unanswered');
    expect(verbOf(task({ seekers: ['me'] }), 'me')).toBe('find-owner');
    expect(verbOf(task({ owner: 'me', overdue: true }), 'me')).toBe('late');
  });
});

describe('the queue', () => {
  it('has decisions first, by their deadline; what is gone is left out', () => {
    const cards: { readonly [id: string]: object } = {
      later: { id: 'later', deadline: '2026-03-25T18:00:00Z' },
      sooner: { id: 'sooner', deadline: '2026-03-25T13:00:00Z' },
      asked: task({ id: 'asked', offer: { ...offer, to: 'me' } }),
    };
    const room = { card: (_: string, id: string) => cards[id] as never };
    const queue = queueOf(
      room,
      [
        { view: 'tasks.board', id: 'asked' },
        { view: 'decisions.register', id: 'later' },
        { view: 'decisions.register', id: 'sooner' },
        { view: 'decisions.register', id: 'gone' },
        { view: 'unknown.view', id: 'later' },
      ],
      'me',
    );
    expect(queue.map((item) => item.id)).toEqual(['sooner', 'later', 'asked']);
  });
});
