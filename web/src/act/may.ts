import { useEffect, useState } from 'react';
import { place } from '../api/read';
import type { Commands, Id } from '../api/types';
import { useRoom, useSeq } from '../live/room';
import { session } from '../live/session';

/** What would become of a command if it were given now; the server's own rules say so, there are none here. */
export interface Verdict {
  readonly type: string;
  readonly outcome: 'permitted' | 'refused' | 'forbidden' | 'step-up' | 'unseen' | 'malformed' | 'fault' | 'unavailable' | 'unknown';
  readonly code?: string;
  readonly words?: string;
  readonly whoCan: readonly Id[];
  readonly amr: readonly string[];
}

export interface Question {
  readonly type: keyof Commands;
  /** Texts that only people can fill in may be left out. */
  readonly command: object;
}

const PAUSE = 300;

/**
 * Asks what the reader may do now, again whenever something happened. `null` until there is an answer; then one verdict
 * for each question, in order. Nothing is asked in the past or while offline: then nothing is known.
 *
 * @param questions may be made anew at every render: they are compared as JSON
 */
export function useMay(questions: readonly Question[]): readonly Verdict[] | null {
  const room = useRoom();
  const seq = useSeq(room);
  const asked = JSON.stringify(questions);
  const [answer, setAnswer] = useState<{ asked: string; verdicts: readonly Verdict[] } | null>(null);
  useEffect(() => {
    if (room.connection().kind === 'past' || asked === '[]') {
      return undefined;
    }
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(place(room.stream) + '/dry', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', 'X-Muster': '1' },
          body: asked,
          signal: stop.signal,
        });
        session.heard(response);
        if (response.ok) {
          const { answers } = (await response.json()) as { answers: Verdict[] };
          setAnswer({ asked, verdicts: answers });
        }
      } catch {
        // offline, or the question is out of date
      }
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [room, asked, seq]);
  return answer?.asked === asked ? answer.verdicts : null;
}

/** Whether a command is permitted, for showing its button; unknown counts as no. */
export function permitted(verdicts: readonly Verdict[] | null, index: number): boolean {
  const outcome = verdicts?.[index]?.outcome;
  return outcome === 'permitted' || outcome === 'step-up';
}
