import { useCallback, useMemo } from 'react';
import { useList } from '../../live/room';
import { common } from '../../words/common';
import { useWords } from '../../words/words';
import { functionsOf } from './sorting';
import { taskWords } from './words';

/** The functions that take part, in their words' order. */
export function useFunctions(): readonly string[] {
  const nameOf = useNameOfFunction();
  const seats = useList('crises.seats');
  const people = useList('crises.people');
  return useMemo(() => {
    const all = new Set([...functionsOf(seats, people).values()].flat());
    return [...all].sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
  }, [seats, people, nameOf]);
}

/** What a function is called; charters may name functions of their own, which are written as they are. */
export function useNameOfFunction(): (id: string) => string {
  const c = useWords(common);
  const w = useWords(taskWords);
  return useCallback(
    (id: string) => {
      const names: { readonly [id: string]: string } = { ...w.functions, ...c.functions };
      return names[id] ?? id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');
    },
    [c, w],
  );
}
