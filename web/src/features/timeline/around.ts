import { useEffect, useState } from 'react';
import { Refused, type Problem } from '../../api/problem';
import { place, read } from '../../api/read';
import type { HistoryPage } from '../../api/types';
import type { Loaded } from './chronicle';
import { lineOf, type Line } from './lines';

export interface Around {
  readonly before?: Line | undefined;
  readonly line?: Line | undefined;
  readonly after?: Line | undefined;
  readonly problem: Problem | null;
  /** There is no such entry, or not yet. */
  readonly missing: boolean;
}

/** An entry and its neighbours: from what is loaded, or else asked for. */
export function useAround(stream: string, seq: number, loaded: Loaded): Around {
  const [asked, setAsked] = useState<{ lines: readonly Line[]; problem: Problem | null; at: number } | null>(null);
  const at = (n: number, lines: readonly Line[], first: number) => lines[n - first];
  const here = at(seq, loaded.lines, loaded.first);
  const complete = here !== undefined && (seq === 0 || seq > loaded.first);
  const known = loaded.lines.length > 0;
  useEffect(() => {
    if (complete || !known || asked?.at === seq) {
      return undefined;
    }
    const stop = new AbortController();
    read<HistoryPage>(`${place(stream)}/history?from=${Math.max(0, seq - 1)}&limit=3`, stop.signal)
      .then((page) => setAsked({ lines: page.entries.map(lineOf), problem: null, at: seq }))
      .catch((failed: unknown) => {
        if (failed instanceof Refused) {
          setAsked({ lines: [], problem: failed.problem, at: seq });
        }
      });
    return () => stop.abort();
  }, [stream, seq, complete, known, asked]);
  if (complete) {
    return {
      before: at(seq - 1, loaded.lines, loaded.first),
      line: here,
      after: at(seq + 1, loaded.lines, loaded.first),
      problem: null,
      missing: false,
    };
  }
  const find = (n: number) => asked?.lines.find((line) => line.seq === n);
  return {
    before: find(seq - 1),
    line: find(seq),
    after: find(seq + 1),
    problem: asked?.problem ?? null,
    missing: asked?.at === seq && !asked.problem && find(seq) === undefined,
  };
}
