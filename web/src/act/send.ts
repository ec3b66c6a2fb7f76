import { place } from '../api/read';
import { NO_ANSWER, problemOf, type Problem } from '../api/problem';
import type { Commands } from '../api/types';
import { boardOf } from '../live/boards';
import { session } from '../live/session';
import { pending } from './pending';

export interface Committed {
  readonly outcome: 'committed';
  readonly stream: string;
  readonly from: number;
  readonly to: number;
  readonly leaves: readonly string[];
  readonly receipts: readonly string[];
}

export type Sent = { readonly ok: true; readonly committed: Committed } | { readonly ok: false; readonly problem: Problem };

export interface How {
  /** The card that shows it as pending: `tasks.board:ID`. */
  readonly on?: string;
  /** Refuse when anything happened after this entry: what is on the screen is what is sent. */
  readonly ifAt?: number;
  readonly occurred?: { readonly at: string; readonly grade: string; readonly reason: string };
  /** The key of an earlier attempt: then it is the same request. */
  readonly key?: string;
}

const TRIES = 4;
const PATIENCE = 15_000;

/**
 * Gives a command. It is durable when this says `ok`; the screens show it when the feed brings it. A network that fails
 * on the way is asked again with the same key, so nothing happens twice.
 */
export async function send<C extends keyof Commands>(
  stream: string,
  type: C,
  command: Commands[C],
  how: How = {},
): Promise<Sent> {
  const key = how.key ?? crypto.randomUUID();
  const board = boardOf(stream);
  const body = JSON.stringify({
    command,
    ...(board?.filled ? { seen: board.seq() } : {}),
    ...(how.ifAt === undefined ? {} : { ifAt: how.ifAt }),
    ...(how.occurred ? { occurred: how.occurred } : {}),
  });
  const done = how.on ? pending.begin(how.on) : () => undefined;
  const sent = await attempt(place(stream) + '/commands/' + type, key, body);
  if (sent.ok && board) {
    pending.until(board, sent.committed.to, done);
  } else {
    done();
  }
  return sent;
}

async function attempt(path: string, key: string, body: string): Promise<Sent> {
  let problem: Problem = NO_ANSWER;
  for (let tries = 0; tries < TRIES; tries++) {
    if (tries > 0) {
      await new Promise((resolve) => setTimeout(resolve, 400 * 2 ** tries));
    }
    try {
      const response = await fetch(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key, 'X-Muster': '1' },
        body,
        signal: AbortSignal.timeout(PATIENCE),
      });
      session.heard(response);
      if (response.ok) {
        return { ok: true, committed: (await response.json()) as Committed };
      }
      problem = await problemOf(response);
      if (response.status !== 503 && response.status !== 429) {
        return { ok: false, problem };
      }
    } catch {
      problem = NO_ANSWER;
    }
  }
  return { ok: false, problem };
}
