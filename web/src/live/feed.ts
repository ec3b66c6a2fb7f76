import { place } from '../api/read';
import type { Board, BoardChange, BoardData, Waits } from './board';
import { session } from './session';
import { EventCutter, type ServerEvent } from './sse';

/** What a feed passes on: the same for the tab that holds it and for those that listen to that tab. */
export type FeedMessage =
  | { readonly kind: 'snapshot'; readonly data: BoardData; readonly id: string }
  | { readonly kind: 'changes'; readonly changes: readonly BoardChange[]; readonly id: string }
  | { readonly kind: 'waiting'; readonly waiting: readonly Waits[] };

/** A burst is drawn at most so often; the first change after a quiet moment at once. */
const FLUSH = 250;
const QUIET = 100;
/** The server says something every 15 s at least. */
const SLOW_AFTER = 20_000;
const DEAD_AFTER = 40_000;
const FIRST_RETRY = 500;
const LONGEST_RETRY = 15_000;

/**
 * Reads the feed of one stream into a board, for as long as `run` is not stopped: reconnects by itself, resumes after
 * the last id without gap or duplicate, and says truthfully how the connection is.
 */
export class Feed {
  private readonly board: Board;
  private readonly passOn: (message: FeedMessage) => void;
  private readonly stopped = new AbortController();
  private lastId: string;
  private heardAt = 0;
  private failures = 0;
  private pending: BoardChange[] = [];
  private flushedAt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param lastId of the last event that is on the board already; empty for none */
  constructor(board: Board, passOn: (message: FeedMessage) => void, lastId = '') {
    this.board = board;
    this.passOn = passOn;
    this.lastId = lastId;
  }

  stop(): void {
    this.stopped.abort();
    clearTimeout(this.timer);
  }

  async run(): Promise<void> {
    const stop = this.stopped.signal;
    while (!stop.aborted) {
      await this.connect();
      if (stop.aborted || session.isLost()) {
        break;
      }
      if (this.board.connection().kind !== 'unseen') {
        this.board.setConnection(this.offline());
      }
      const wait = Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** Math.min(this.failures, 6));
      await pause(wait * (0.5 + Math.random() / 2), stop);
    }
    if (session.isLost()) {
      this.board.setConnection(this.offline());
    }
  }

  private offline(): { kind: 'offline'; since: number } {
    const now = this.board.connection();
    return now.kind === 'offline' ? now : { kind: 'offline', since: this.heardAt || this.board.keptAt || Date.now() };
  }

  /** One connection, from the first byte to the last. */
  private async connect(): Promise<void> {
    const dead = new AbortController();
    const watch = setInterval(() => this.watch(dead), 2_000);
    // the system knows at once that there is no network; a connection would notice only when it is used
    const cut = () => dead.abort();
    addEventListener('offline', cut);
    try {
      const headers: Record<string, string> = { Accept: 'text/event-stream' };
      if (this.lastId) {
        headers['Last-Event-ID'] = this.lastId;
      }
      const response = await fetch(place(this.board.stream) + '/feed', {
        headers,
        cache: 'no-store',
        signal: AbortSignal.any([this.stopped.signal, dead.signal]),
      });
      session.heard(response);
      if (!response.ok || !response.body) {
        this.failures++;
        if (response.status === 404) {
          this.board.setConnection({ kind: 'unseen' });
        }
        return;
      }
      await this.read(response.body);
    } catch {
      this.failures++;
      this.board.setConnection(this.offline());
    } finally {
      clearInterval(watch);
      removeEventListener('offline', cut);
      this.flush();
    }
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    const cutter = new EventCutter();
    const reader = body.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      this.heardAt = Date.now();
      this.failures = 0;
      if (this.board.filled) {
        this.board.setConnection({ kind: 'live' });
      }
      for (const event of cutter.push(value)) {
        this.hear(event);
      }
    }
  }

  private hear(event: ServerEvent): void {
    if (event.event === 'snapshot') {
      this.pending = [];
      this.lastId = event.id;
      const data = { waiting: [], ...(JSON.parse(event.data) as Omit<BoardData, 'waiting'>) };
      this.board.fill(data);
      this.board.setConnection({ kind: 'live' });
      this.passOn({ kind: 'snapshot', data, id: event.id });
    } else if (event.event === 'change') {
      this.lastId = event.id;
      this.pending.push(JSON.parse(event.data) as BoardChange);
      this.soon();
    } else if (event.event === 'waiting') {
      this.flush();
      const { waiting } = JSON.parse(event.data) as { waiting: Waits[] };
      this.board.setWaiting(waiting);
      this.passOn({ kind: 'waiting', waiting });
    } else if (event.event === 'ended') {
      session.ended();
    }
  }

  private soon(): void {
    const quietFor = Date.now() - this.flushedAt;
    if (quietFor > QUIET && this.timer === undefined) {
      this.flush();
    } else {
      this.timer ??= setTimeout(() => this.flush(), FLUSH);
    }
  }

  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.pending.length > 0) {
      const changes = this.pending;
      this.pending = [];
      this.flushedAt = Date.now();
      this.board.apply(changes);
      this.passOn({ kind: 'changes', changes, id: this.lastId });
    }
  }

  private watch(dead: AbortController): void {
    const silent = Date.now() - this.heardAt;
    if (this.heardAt > 0 && silent > DEAD_AFTER) {
      dead.abort();
    } else if (this.board.connection().kind === 'live' && silent > SLOW_AFTER) {
      this.board.setConnection({ kind: 'slow', since: this.heardAt });
    }
  }
}

/** Ends early when the network says it is back, or when it is not wanted any more. */
function pause(millis: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener('online', end);
      stop.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, millis);
    addEventListener('online', end);
    stop.addEventListener('abort', end);
  });
}
