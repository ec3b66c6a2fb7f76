import type { Id, Instant, Views } from '../api/types';
import { Emitter } from './emitter';

/** Crisis time was `from` at the real time `since`, and runs at `speed` percent of real time from there. */
export interface CrisisClock {
  readonly since: Instant;
  readonly from: Instant;
  readonly speed: number;
}

/** A thing that waits for the reader: its card's view and id. */
export interface Waits {
  readonly view: string;
  readonly id: Id;
}

type AnyCard = { readonly id: Id };

/** Everything of a stream that the reader may see, as plain data: what a snapshot brings and what is kept offline. */
export interface BoardData {
  readonly stream: string;
  readonly seq: number;
  readonly clock: CrisisClock;
  readonly views: { readonly [view: string]: readonly AnyCard[] };
  readonly waiting: readonly Waits[];
}

export interface BoardChange {
  readonly seq: number;
  readonly clock?: CrisisClock;
  readonly changes: readonly {
    readonly view: string;
    readonly cards: readonly AnyCard[];
    readonly removed: readonly Id[];
    readonly order?: readonly Id[];
  }[];
}

export type Connection =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  /** Nothing was heard for longer than a heartbeat. */
  | { readonly kind: 'slow'; readonly since: number }
  | { readonly kind: 'offline'; readonly since: number }
  /** The server says that there is no such thing, for this reader. */
  | { readonly kind: 'unseen' }
  /** A moment of the past, or of when this device was last connected. */
  | { readonly kind: 'past'; readonly at: Instant };

const NO_CARDS: readonly AnyCard[] = [];

interface Sheet {
  order: readonly Id[];
  cards: Map<Id, AnyCard>;
  /** The cards in order, made when asked for. */
  list: readonly AnyCard[] | null;
}

/**
 * The live state of one stream, outside React. Screens look at a card or at a list by key and are woken only when that
 * one changed: `card:tasks.board:ID`, `list:tasks.board`, `waiting`, `seq`, `clock`, `connection`.
 */
export class Board {
  readonly stream: string;
  readonly changes = new Emitter();
  private sheets = new Map<string, Sheet>();
  private data: { seq: number; clock: CrisisClock; waiting: readonly Waits[] } = {
    seq: -1,
    clock: { since: '1970-01-01T00:00:00Z', from: '1970-01-01T00:00:00Z', speed: 100 },
    waiting: [],
  };
  private state: Connection = { kind: 'connecting' };
  /** When what is on the board was true, where it was kept on this device; 0 otherwise. Milliseconds, real time. */
  keptAt = 0;

  constructor(stream: string) {
    this.stream = stream;
  }

  /** -1 before there is anything. */
  readonly seq = (): number => this.data.seq;
  readonly clock = (): CrisisClock => this.data.clock;
  readonly waiting = (): readonly Waits[] => this.data.waiting;
  readonly connection = (): Connection => this.state;

  /** Whether it was ever filled: then there is something to show, however old. */
  get filled(): boolean {
    return this.data.seq >= 0;
  }

  card<V extends keyof Views>(view: V, id: Id): Views[V] | undefined {
    return this.sheets.get(view)?.cards.get(id) as Views[V] | undefined;
  }

  /** The cards of a view in the order of the screen; the same array until one of them changes. */
  list<V extends keyof Views>(view: V): readonly Views[V][] {
    const sheet = this.sheets.get(view);
    if (!sheet) {
      return NO_CARDS as readonly Views[V][];
    }
    sheet.list ??= sheet.order.flatMap((id) => sheet.cards.get(id) ?? []);
    return sheet.list as readonly Views[V][];
  }

  /** Takes the place of everything before. */
  fill(data: BoardData): void {
    const before = new Set([...this.sheets.keys()]);
    const old = this.sheets;
    this.sheets = new Map();
    for (const [view, cards] of Object.entries(data.views)) {
      before.add(view);
      this.sheets.set(view, {
        order: cards.map((card) => card.id),
        cards: new Map(cards.map((card) => [card.id, card])),
        list: null,
      });
    }
    this.data = { seq: data.seq, clock: data.clock, waiting: data.waiting };
    for (const view of before) {
      const ids = new Set([...(old.get(view)?.order ?? []), ...(this.sheets.get(view)?.order ?? [])]);
      ids.forEach((id) => this.changes.emit('card:' + view + ':' + id));
      this.changes.emit('list:' + view);
    }
    ['waiting', 'clock', 'seq'].forEach((key) => this.changes.emit(key));
  }

  /** One or more changes in order, told to the screens as one. */
  apply(changes: readonly BoardChange[]): void {
    const touched = new Set<string>();
    for (const change of changes) {
      this.data = { ...this.data, seq: change.seq, clock: change.clock ?? this.data.clock };
      touched.add('seq');
      if (change.clock) {
        touched.add('clock');
      }
      change.changes.forEach((each) => this.change(each, touched));
    }
    touched.forEach((key) => this.changes.emit(key));
  }

  private change(each: BoardChange['changes'][number], touched: Set<string>): void {
    const sheet = this.sheets.get(each.view) ?? { order: [], cards: new Map<Id, AnyCard>(), list: null };
    this.sheets.set(each.view, sheet);
    const order = [...sheet.order];
    for (const card of each.cards) {
      if (!sheet.cards.has(card.id)) {
        order.push(card.id);
      }
      sheet.cards.set(card.id, card);
      touched.add('card:' + each.view + ':' + card.id);
    }
    for (const id of each.removed) {
      sheet.cards.delete(id);
      touched.add('card:' + each.view + ':' + id);
    }
    sheet.order = each.order ?? order.filter((id) => sheet.cards.has(id));
    sheet.list = null;
    touched.add('list:' + each.view);
  }

  setWaiting(waiting: readonly Waits[]): void {
    this.data = { ...this.data, waiting };
    this.changes.emit('waiting');
  }

  setConnection(state: Connection): void {
    if (JSON.stringify(state) !== JSON.stringify(this.state)) {
      this.state = state;
      this.changes.emit('connection');
    }
  }

  /** Everything as plain data. */
  toData(): BoardData {
    const views: { [view: string]: readonly AnyCard[] } = {};
    for (const [view, sheet] of this.sheets) {
      views[view] = sheet.order.flatMap((id) => sheet.cards.get(id) ?? []);
    }
    return { stream: this.stream, views, ...this.data };
  }
}
