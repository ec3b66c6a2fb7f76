import { keepBoard, keptBoard } from '../offline/kept';
import { Board, type BoardData } from './board';
import { Feed, type FeedMessage } from './feed';

/** What tabs of one browser tell each other about a stream. */
type Word =
  | { readonly kind: 'hello' }
  | { readonly kind: 'board'; readonly data: BoardData; readonly id: string }
  | { readonly kind: 'feed'; readonly message: FeedMessage }
  | { readonly kind: 'connection'; readonly state: ReturnType<Board['connection']> };

/**
 * A board that is live while somebody looks at it. Of all tabs of a browser that look at the same stream one holds the
 * feed (whoever has the lock) and passes on what it hears; when it goes, another takes over where it was.
 */
class LiveBoard {
  readonly board: Board;
  private readonly channel: BroadcastChannel;
  private readonly gone = new AbortController();
  private feed: Feed | undefined;
  private id = '';

  constructor(stream: string) {
    this.board = new Board(stream);
    this.channel = new BroadcastChannel('muster feed ' + stream);
    this.channel.onmessage = (event: MessageEvent<Word>) => this.hear(event.data);
    this.board.changes.on('connection', () => {
      if (this.feed) {
        this.say({ kind: 'connection', state: this.board.connection() });
      }
    });
    this.say({ kind: 'hello' });
    void this.restore();
    void this.hold();
  }

  close(): void {
    this.gone.abort();
    this.feed?.stop();
    this.channel.close();
  }

  /** The board as this device last saw it, until there is something newer. */
  private async restore(): Promise<void> {
    const kept = await keptBoard(this.board.stream);
    if (kept && !this.board.filled && !this.gone.signal.aborted) {
      this.board.keptAt = kept.at;
      this.board.fill(kept.data);
      const state = this.board.connection();
      this.board.setConnection(state.kind === 'connecting' ? state : { kind: 'offline', since: kept.at });
    }
  }

  private async hold(): Promise<void> {
    const holding = async () => {
      const feed = new Feed(
        this.board,
        (message) => {
          this.id = message.kind === 'waiting' ? this.id : message.id;
          this.say({ kind: 'feed', message });
          keepBoard(this.board);
        },
        this.id,
      );
      this.feed = feed;
      await feed.run();
    };
    try {
      if ('locks' in navigator) {
        await navigator.locks.request('muster feed ' + this.board.stream, { signal: this.gone.signal }, holding);
      } else {
        await holding();
      }
    } catch {
      // closed before its turn came
    }
  }

  private hear(word: Word): void {
    if (word.kind === 'hello') {
      if (this.feed && this.board.filled) {
        this.say({ kind: 'board', data: this.board.toData(), id: this.id });
        this.say({ kind: 'connection', state: this.board.connection() });
      }
    } else if (this.feed) {
      // this tab hears the server itself
    } else if (word.kind === 'connection') {
      this.board.setConnection(word.state);
    } else if (word.kind === 'board') {
      this.take(word.data, word.id);
    } else if (word.message.kind === 'snapshot') {
      this.take(word.message.data, word.message.id);
    } else if (word.message.kind === 'waiting') {
      this.board.setWaiting(word.message.waiting);
    } else if (this.id) {
      this.id = word.message.id;
      this.board.apply(word.message.changes);
    }
  }

  private take(data: BoardData, id: string): void {
    if (id !== this.id || !this.board.filled) {
      this.id = id;
      this.board.fill(data);
    }
    this.board.setConnection({ kind: 'live' });
  }

  private say(word: Word): void {
    this.channel.postMessage(word);
  }
}

/** A board is kept a little after the last screen left it, so that going from screen to screen reconnects nothing. */
const LINGER = 30_000;

const boards = new Map<string, { live: LiveBoard; users: number; leaving: ReturnType<typeof setTimeout> | undefined }>();

/** The board of a stream, live from the first use on. Give it back with `leave`. */
export function join(stream: string): Board {
  let entry = boards.get(stream);
  if (!entry) {
    entry = { live: new LiveBoard(stream), users: 0, leaving: undefined };
    boards.set(stream, entry);
  }
  clearTimeout(entry.leaving);
  entry.users++;
  return entry.live.board;
}

export function leave(stream: string): void {
  const entry = boards.get(stream);
  if (entry && --entry.users === 0) {
    entry.leaving = setTimeout(() => {
      boards.delete(stream);
      entry.live.close();
    }, LINGER);
  }
}

/** The board of a stream if it is in use, without using it. */
export function boardOf(stream: string): Board | undefined {
  return boards.get(stream)?.live.board;
}
