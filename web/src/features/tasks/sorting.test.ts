import { describe, expect, it } from 'vitest';
import type { Views } from '../../api/types';
import {
  byMatter,
  chosen,
  EVERYTHING,
  functionsOf,
  inLanes,
  isAdrift,
  isOwnerless,
  proposedOwner,
  type TaskCard,
} from './sorting';

const AT = '2026-03-25T12:00:00Z';

function task(id: string, more: Partial<TaskCard> = {}): TaskCard {
  return {
    id,
    title: 'Task ' + id,
    description: '',
    state: 'in-progress',
    since: AT,
    owner: 'omar',
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

/** A task that nobody owns yet. */
function unowned(id: string, more: Partial<TaskCard> = {}): TaskCard {
  const { owner: _, ...rest } = task(id, { state: 'declined', ...more });
  return rest;
}

function person(id: string, more: Partial<Views['crises.people']> = {}): Views['crises.people'] {
  return { id, kind: 'human', zone: 'UTC', functions: ['it'], roles: [], deputyFor: [], ...more };
}

const invitation = { to: 'lena', at: AT, overdue: false, escalatedTo: [] };
const ids = (tasks: readonly TaskCard[]) => tasks.map((each) => each.id);
const NO_FUNCTIONS = new Map<string, readonly string[]>();

describe('lanes', () => {
  it('put every state somewhere, offered and waiting ones where they will be started', () => {
    const lanes = inLanes([
      task('a', { state: 'blocked' }),
      unowned('b', { state: 'offered', offer: invitation }),
      task('c', { state: 'waiting' }),
      task('d', { state: 'awaiting-verification' }),
      task('e', { state: 'dropped' }),
    ]);
    expect(ids(lanes.blocked)).toEqual(['a']);
    expect(ids(lanes.ready)).toEqual(['b', 'c']);
    expect(ids(lanes.verify)).toEqual(['d']);
    expect(ids(lanes.done)).toEqual(['e']);
  });

  it('show what nobody owns above what matters more', () => {
    const lanes = inLanes([task('a', { state: 'ready-to-start', matters: 90 }), unowned('b', { matters: 2 })]);
    expect(ids(lanes.ready)).toEqual(['b', 'a']);
  });

  it('show what was finished last first', () => {
    const lanes = inLanes([
      task('a', { state: 'done', since: '2026-03-25T09:00:00Z' }),
      task('b', { state: 'done', since: '2026-03-25T11:00:00Z' }),
    ]);
    expect(ids(lanes.done)).toEqual(['b', 'a']);
  });
});

describe('the order in which tasks matter', () => {
  it('goes by what matters, then by what is due, then by age; without a due time last', () => {
    const sorted = [
      task('none', { matters: 5 }),
      task('late', { matters: 5, due: '2026-03-26T00:00:00Z' }),
      task('soon', { matters: 5, due: '2026-03-25T13:00:00Z' }),
      task('most', { matters: 9 }),
    ].toSorted(byMatter);
    expect(ids(sorted)).toEqual(['most', 'soon', 'late', 'none']);
  });
});

describe('without an owner', () => {
  it('is a task that nobody has accepted, or whose owner has left; a finished one is not', () => {
    expect(isOwnerless(unowned('a', { offer: invitation, state: 'offered' }))).toBe(true);
    expect(isOwnerless(task('b', { ownerLeft: true }))).toBe(true);
    expect(isOwnerless(unowned('c', { state: 'dropped' }))).toBe(false);
  });

  it('is loudest while nobody is even asked', () => {
    expect(isAdrift(unowned('a'))).toBe(true);
    expect(isAdrift(unowned('a', { offer: invitation, state: 'offered' }))).toBe(false);
  });
});

describe('filters', () => {
  it('take as mine what I own, am asked to do, stand in for or have to verify', () => {
    const mine = chosen(
      [
        task('own', { owner: 'me' }),
        unowned('asked', { state: 'offered', offer: { ...invitation, to: 'me' } }),
        task('stand-in', { substitute: { person: 'me', until: AT } }),
        task('verify', { state: 'awaiting-verification', verifier: 'me' }),
        task('not-yet', { verifier: 'me' }),
        task('other'),
      ],
      { ...EVERYTHING, filter: 'mine' },
      'me',
      NO_FUNCTIONS,
    );
    expect(ids(mine)).toEqual(['own', 'asked', 'stand-in', 'verify']);
  });

  it('find every word of a search somewhere, without regard to accents and case', () => {
    const tasks = [task('a', { title: 'Prüfe die Sicherung', description: 'in Hamburg' }), task('b')];
    expect(ids(chosen(tasks, { ...EVERYTHING, text: 'HAMBURG prufe' }, 'me', NO_FUNCTIONS))).toEqual(['a']);
  });

  it('go by the function of whoever has it, or is asked', () => {
    const functions = new Map([
      ['omar', ['forensics']],
      ['lena', ['identity']],
    ]);
    const tasks = [task('a'), unowned('b', { state: 'offered', offer: invitation }), unowned('c')];
    expect(ids(chosen(tasks, { ...EVERYTHING, function: 'identity' }, 'me', functions))).toEqual(['b']);
  });
});

describe('functions of people', () => {
  it('come from their seats and from what they were admitted for', () => {
    const seat = {
      id: 's',
      role: 'r',
      title: 'R',
      function: 'legal',
      leads: false,
      holder: 'grace',
      deputies: ['d'],
      since: AT,
    };
    const functions = functionsOf([seat], [person('grace', { functions: ['executive'] })]);
    expect(functions.get('grace')).toEqual(['legal', 'executive']);
    expect(functions.get('d')).toBeUndefined();
  });
});

describe('who is proposed as owner', () => {
  const functions = new Map([
    ['omar', ['it']],
    ['lena', ['it']],
    ['grace', ['legal']],
    ['me', ['it']],
  ]);
  const people = [person('omar'), person('lena'), person('grace')];

  it('is of the function of whoever asked, with the fewest open tasks', () => {
    const busy = [task('1', { owner: 'omar' }), task('2', { owner: 'omar' }), task('3', { owner: 'lena' })];
    const proposed = proposedOwner(unowned('x', { askedBy: 'me' }), busy, people, functions, () => false);
    expect(proposed).toEqual({ person: 'lena', open: 1 });
  });

  it('is nobody who sleeps, verifies or is no human', () => {
    const robots = [...people, person('bot', { kind: 'agent' })];
    const asleep = (each: { id: string }) => each.id === 'omar';
    const proposed = proposedOwner(unowned('x', { askedBy: 'me', verifier: 'lena' }), [], robots, functions, asleep);
    expect(proposed?.person).toBe('grace');
  });

  it('is nobody where nobody is left', () => {
    expect(proposedOwner(unowned('x'), [], people, functions, () => true)).toBeNull();
  });
});
