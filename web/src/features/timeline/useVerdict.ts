import { useCallback, useEffect, useRef, useState } from 'react';
import type { Chronicle, Loaded } from './chronicle';
import type { Bench, Verdict } from './check';

/** Checking waits until what comes in one go is there. */
const REST = 700;

/** Whether what is loaded of the record is what was signed; checked again whenever there is more of it. */
export function useVerdict(chronicle: Chronicle, loaded: Loaded): { verdict: Verdict; again: () => void } {
  const [verdict, setVerdict] = useState<Verdict>({ kind: 'checking' });
  const [turn, setTurn] = useState(0);
  /** How much there was when it could not be checked: only with more is it tried again by itself. */
  const tried = useRef('');
  const bench = useRef<Bench | null>(null);
  const running = useRef(false);
  const { first, end, loading } = loaded;
  const enough =
    verdict.kind === 'broken' ||
    (verdict.kind === 'intact' && verdict.from <= first && verdict.checkpoint.size >= end) ||
    (verdict.kind === 'unchecked' && (verdict.why === 'insecure' || tried.current === first + '-' + end));
  useEffect(() => {
    if (enough || end === 0 || loading !== null || running.current) {
      return undefined;
    }
    const timer = setTimeout(() => {
      running.current = true;
      tried.current = first + '-' + end;
      void import('./check')
        .then(({ Bench, checkRecord }) =>
          checkRecord(chronicle.stream, (bench.current ??= new Bench()), async (size) => {
            await chronicle.newer(size);
            return chronicle.get().lines;
          }),
        )
        .then(setVerdict)
        .finally(() => {
          running.current = false;
        });
    }, REST);
    return () => clearTimeout(timer);
  }, [chronicle, first, end, loading, enough, turn, verdict]);
  const again = useCallback(() => {
    setVerdict({ kind: 'checking' });
    setTurn((before) => before + 1);
  }, []);
  return { verdict, again };
}
