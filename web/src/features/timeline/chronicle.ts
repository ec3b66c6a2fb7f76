import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { Refused, type Problem } from '../../api/problem';
import { place, read } from '../../api/read';
import type { HistoryPage } from '../../api/types';
import { Emitter } from '../../live/emitter';
import { lineOf, type Line } from './lines';

/** As many as the server gives at once. */
const PAGE = 200;

export interface Loaded {
  /** Without gap, oldest first. */
  readonly lines: readonly Line[];
  /** Position of the first loaded entry; what comes before is not loaded. */
  readonly first: number;
  /** Position after the last loaded entry. */
  readonly end: number;
  readonly loading: 'first' | 'older' | 'newer' | null;
  readonly problem: Problem | null;
}

const NOTHING: Loaded = { lines: [], first: 0, end: 0, loading: null, problem: null };

/**
 * The entries of one stream as far as they were asked for: one stretch without gap, which grows backwards page by page
 * and forwards as the record grows.
 */
export class Chronicle {
  readonly stream: string;
  private readonly changes = new Emitter();
  private now: Loaded = NOTHING;
  private begun = false;
  /** One request at a time: everything else waits for it. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(stream: string) {
    this.stream = stream;
  }

  readonly subscribe = (wake: () => void): (() => void) => this.changes.on('lines', wake);
  readonly get = (): Loaded => this.now;

  /** The newest page; nothing if it was begun already. */
  begin(): void {
    if (!this.begun) {
      this.begun = true;
      void this.take('first', async () => {
        const page = await this.page(undefined, PAGE);
        this.set({ lines: page.entries.map(lineOf), first: page.from, end: page.from + page.entries.length });
        await this.forward(page.size);
      });
    }
  }

  /** One more page of older entries. */
  older(): Promise<void> {
    return this.take('older', async () => {
      const { first } = this.now;
      if (first > 0) {
        await this.back(Math.max(0, first - PAGE));
      }
    });
  }

  /** Everything from that position on. */
  async reach(seq: number): Promise<void> {
    for (let before = Infinity; this.now.first > seq && this.now.first < before && !this.now.problem; ) {
      before = this.now.first;
      await this.older();
    }
  }

  /** Everything up to a size of the record. */
  newer(size: number): Promise<void> {
    return this.take('newer', () => this.forward(size));
  }

  again(): void {
    this.set({ problem: null });
    if (this.now.lines.length === 0) {
      this.begun = false;
      this.begin();
    }
  }

  private async back(from: number): Promise<void> {
    const { first } = this.now;
    const older: Line[] = [];
    while (from + older.length < first) {
      const page = await this.page(from + older.length, first - from - older.length);
      if (page.entries.length === 0) {
        return;
      }
      older.push(...page.entries.map(lineOf));
    }
    this.set({ lines: [...older, ...this.now.lines], first: from });
  }

  private async forward(size: number): Promise<void> {
    while (this.now.end < size) {
      const page = await this.page(this.now.end, Math.min(PAGE, size - this.now.end));
      if (page.entries.length === 0) {
        return;
      }
      const lines = [...this.now.lines, ...page.entries.map(lineOf)];
      this.set({ lines, end: this.now.end + page.entries.length });
    }
  }

  private page(from: number | undefined, limit: number): Promise<HistoryPage> {
    const at = from === undefined ? '' : 'from=' + from + '&';
    return read<HistoryPage>(place(this.stream) + '/history?' + at + 'limit=' + limit);
  }

  private take(loading: NonNullable<Loaded['loading']>, work: () => Promise<void>): Promise<void> {
    const mine = this.turn.then(async () => {
      this.set({ loading });
      try {
        await work();
        this.set({ loading: null, problem: null });
      } catch (failed) {
        if (!(failed instanceof Refused)) {
          throw failed;
        }
        this.set({ loading: null, problem: failed.problem });
      }
    });
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  private set(more: Partial<Loaded>): void {
    this.now = { ...this.now, ...more };
    this.changes.emit('lines');
  }
}

/** The one that was looked at last is kept: going from the timeline to a moment of the past loads nothing again. */
let kept: Chronicle | null = null;

export function chronicleOf(stream: string): Chronicle {
  if (kept?.stream !== stream) {
    kept = new Chronicle(stream);
  }
  return kept;
}

/** Entries that come in one burst are asked for at once. */
const GATHER = 400;

/**
 * The entries of a stream, loaded from now back.
 *
 * @param tip last position there is, as far as the reader knows
 */
export function useChronicle(stream: string, tip: number): { chronicle: Chronicle; loaded: Loaded } {
  const chronicle = useMemo(() => chronicleOf(stream), [stream]);
  const loaded = useSyncExternalStore(chronicle.subscribe, chronicle.get);
  useEffect(() => chronicle.begin(), [chronicle]);
  const behind = loaded.lines.length > 0 && tip >= loaded.end && !loaded.problem;
  useEffect(() => {
    if (!behind) {
      return undefined;
    }
    const timer = setTimeout(() => void chronicle.newer(tip + 1), GATHER);
    return () => clearTimeout(timer);
  }, [chronicle, behind, tip]);
  return { chronicle, loaded };
}
