import { useEffect, useState } from 'react';
import { place, read } from '../api/read';
import { Refused, type Problem } from '../api/problem';
import type { CrisisView, ViewThen } from '../api/types';
import { Board, type BoardData, type Waits } from './board';

const VIEWS: readonly CrisisView[] = [
  'crises.room',
  'crises.seats',
  'crises.people',
  'decisions.register',
  'tasks.board',
  'channels.topics',
  'channels.messages',
];

export interface Past {
  readonly board: Board | null;
  readonly problem: Problem | null;
  /** What proves the position: the checkpoint of now, and the hashes from the tree then to it. */
  readonly proof: ViewThen['proof'] | null;
}

const NOTHING: Past = { board: null, problem: null, proof: null };

/**
 * A crisis as it was at a moment, from the same views by the same code: a board that never changes. While another
 * moment is on its way the one before stays, so that going through the past does not flicker.
 *
 * @param when an entry's number or an instant; `null` for now, which gives no board
 */
export function usePast(stream: string, when: string | null): Past {
  const [past, setPast] = useState<Past & { readonly of: string | null }>({ ...NOTHING, of: null });
  useEffect(() => {
    if (when === null) {
      return undefined;
    }
    const stop = new AbortController();
    load(stream, when, stop.signal)
      .then((loaded) => setPast({ ...loaded, of: when }))
      .catch((failed: unknown) => {
        if (failed instanceof Refused) {
          setPast({ board: null, problem: failed.problem, proof: null, of: when });
        }
      });
    return () => stop.abort();
  }, [stream, when]);
  if (when === null || past.board?.stream !== stream) {
    return when !== null && past.of === when ? past : NOTHING;
  }
  return past.of === when ? past : { ...past, problem: null, proof: null };
}

async function load(stream: string, when: string, signal: AbortSignal): Promise<Past> {
  const at = place(stream) + '/at/' + encodeURIComponent(when) + '/views/';
  const pages = await Promise.all(VIEWS.map((view) => read<ViewThen>(at + view, signal)));
  const first = pages[0];
  if (!first) {
    return { board: null, problem: null, proof: null };
  }
  const waiting: Waits[] = pages.flatMap((page) => page.waiting.map((id) => ({ view: page.view, id })));
  const data: BoardData = {
    stream,
    seq: first.seq,
    clock: { since: first.recordedAt, from: first.time, speed: 0 },
    views: Object.fromEntries(pages.map((page) => [page.view, page.cards])),
    waiting,
  };
  const board = new Board(stream);
  board.fill(data);
  board.setConnection({ kind: 'past', at: first.time });
  return { board, problem: null, proof: first.proof };
}
