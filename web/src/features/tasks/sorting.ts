import type { Id, Views } from '../../api/types';

export type TaskCard = Views['tasks.board'];
type SeatCard = Views['crises.seats'];
type ResponderCard = Views['crises.people'];

/** The lanes of the board, in the order in which they need somebody. */
export const LANES = ['blocked', 'in-progress', 'ready', 'verify', 'done'] as const;
export type LaneName = (typeof LANES)[number];

export const FILTERS = ['all', 'mine', 'blocked', 'late', 'ownerless', 'done'] as const;
export type Filter = (typeof FILTERS)[number];

export interface Wanted {
  readonly filter: Filter;
  /** A function of the crisis: the owner's. */
  readonly function: string | null;
  readonly text: string;
}

export const EVERYTHING: Wanted = { filter: 'all', function: null, text: '' };

export function laneOf(task: TaskCard): LaneName {
  switch (task.state) {
    case 'blocked':
      return 'blocked';
    case 'in-progress':
      return 'in-progress';
    case 'awaiting-verification':
      return 'verify';
    case 'done':
    case 'dropped':
      return 'done';
    case 'offered':
    case 'declined':
    case 'waiting':
    case 'ready-to-start':
      return 'ready';
  }
}

export function isOpen(task: Pick<TaskCard, 'state'>): boolean {
  return task.state !== 'done' && task.state !== 'dropped';
}

/** Nobody who is here answers for it. */
export function isOwnerless(task: TaskCard): boolean {
  return isOpen(task) && (task.owner === undefined || task.ownerLeft);
}

/** Whether somebody has to look for an owner: nobody is, and nobody is asked. */
export function isAdrift(task: TaskCard): boolean {
  return isOwnerless(task) && task.offer === undefined;
}

/** Who is meant when the owner's function is asked for: whoever owns it, else whoever is asked. */
export function holderOf(task: TaskCard): Id | undefined {
  return task.owner ?? task.offer?.to;
}

export function isMine(task: TaskCard, me: Id): boolean {
  return (
    task.owner === me ||
    task.offer?.to === me ||
    task.substitute?.person === me ||
    (task.state === 'awaiting-verification' && task.verifier === me)
  );
}

/** The functions of everybody here: of their seats, and those they were admitted for. */
export function functionsOf(
  seats: readonly SeatCard[],
  people: readonly ResponderCard[],
): ReadonlyMap<Id, readonly string[]> {
  const all = new Map<Id, Set<string>>();
  const add = (person: Id | undefined, name: string) => {
    if (person !== undefined) {
      all.set(person, (all.get(person) ?? new Set()).add(name));
    }
  };
  seats.forEach((seat) => [seat.holder, seat.standIn].forEach((person) => add(person, seat.function)));
  people.forEach((person) => person.functions.forEach((name) => add(person.id, name)));
  return new Map([...all].map(([id, names]) => [id, [...names]]));
}

/** Those that are asked for; done tasks only where they are what is asked for or searched. */
export function chosen(
  tasks: readonly TaskCard[],
  wanted: Wanted,
  me: Id,
  functions: ReadonlyMap<Id, readonly string[]>,
): readonly TaskCard[] {
  const words = fold(wanted.text).split(/\s+/).filter(Boolean);
  return tasks.filter((task) => {
    const holder = holderOf(task);
    return (
      fits(task, wanted.filter, me) &&
      (wanted.function === null || (holder !== undefined && (functions.get(holder) ?? []).includes(wanted.function))) &&
      words.every((word) => fold(task.title + ' ' + task.description + ' ' + (task.subject ?? '')).includes(word))
    );
  });
}

function fits(task: TaskCard, filter: Filter, me: Id): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'mine':
      return isMine(task, me);
    case 'blocked':
      return task.state === 'blocked';
    case 'late':
      return task.overdue && isOpen(task);
    case 'ownerless':
      return isOwnerless(task);
    case 'done':
      return !isOpen(task);
  }
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}

/** What matters next first; of equals, what is due first, then what has stood longest. */
export function byMatter(a: TaskCard, b: TaskCard): number {
  return (
    b.matters - a.matters ||
    (a.due ?? '9').localeCompare(b.due ?? '9') ||
    a.since.localeCompare(b.since) ||
    a.id.localeCompare(b.id)
  );
}

/** What was finished last first. */
export function byEnd(a: TaskCard, b: TaskCard): number {
  return b.since.localeCompare(a.since) || a.id.localeCompare(b.id);
}

/** Within a lane, what nobody owns is above all. */
function byNeed(a: TaskCard, b: TaskCard): number {
  return Number(isOwnerless(b)) - Number(isOwnerless(a)) || byMatter(a, b);
}

export function inLanes(tasks: readonly TaskCard[]): { readonly [L in LaneName]: readonly TaskCard[] } {
  const lanes: { [L in LaneName]: TaskCard[] } = { blocked: [], 'in-progress': [], ready: [], verify: [], done: [] };
  tasks.forEach((task) => lanes[laneOf(task)].push(task));
  LANES.forEach((lane) => lanes[lane].sort(lane === 'done' ? byEnd : byNeed));
  return lanes;
}

/** Who has a task or is asked to take it. */
export interface Held {
  readonly state: TaskCard['state'];
  readonly owner?: Id | undefined;
  readonly asked?: Id | undefined;
}

/**
 * Who could be asked to own a task that nobody owns: humans who are here and awake, of the function of whoever had it
 * or asked for it where there are any, those with the fewest open tasks first.
 */
export function proposedOwner(
  task: TaskCard,
  tasks: readonly Held[],
  people: readonly ResponderCard[],
  functions: ReadonlyMap<Id, readonly string[]>,
  isAsleep: (person: ResponderCard) => boolean,
): { readonly person: Id; readonly open: number } | null {
  const load = new Map<Id, number>();
  tasks.filter(isOpen).forEach((each) => {
    const holder = each.owner ?? each.asked;
    if (holder !== undefined) {
      load.set(holder, (load.get(holder) ?? 0) + 1);
    }
  });
  const kin = new Set([task.owner, task.askedBy].flatMap((id) => (id ? (functions.get(id) ?? []) : [])));
  const fit = people.filter(
    (person) =>
      (person.kind ?? 'human') === 'human' &&
      person.id !== task.owner &&
      person.id !== task.offer?.to &&
      person.id !== task.verifier &&
      !isAsleep(person),
  );
  const related = fit.filter((person) => (functions.get(person.id) ?? []).some((name) => kin.has(name)));
  const [best] = (related.length > 0 ? related : fit)
    .map((person) => ({ person: person.id, open: load.get(person.id) ?? 0 }))
    .sort((a, b) => a.open - b.open || a.person.localeCompare(b.person));
  return best ?? null;
}
