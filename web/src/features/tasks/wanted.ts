import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'wouter';
import { EVERYTHING, FILTERS, type Filter, type Wanted } from './sorting';

export const VIEWS = ['board', 'list', 'graph'] as const;
export type ViewName = (typeof VIEWS)[number];

/** What of the tasks is shown and how: it stands in the address, so that it can be sent to somebody and comes back. */
export function useWanted(): {
  readonly view: ViewName;
  readonly wanted: Wanted;
  readonly set: (change: Partial<Wanted> & { readonly view?: ViewName }) => void;
} {
  const [search, setSearch] = useSearchParams();
  const text = search.toString();
  const wanted = useMemo<Wanted>(() => wantedOf(new URLSearchParams(text)), [text]);
  const view = VIEWS.find((each) => each === search.get('view')) ?? 'board';
  const set = useCallback(
    (change: Partial<Wanted> & { readonly view?: ViewName }) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          const put = (name: string, value: string | null | undefined, usual: string) => {
            if (value !== undefined) {
              if (value === null || value === usual) {
                next.delete(name);
              } else {
                next.set(name, value);
              }
            }
          };
          put('view', change.view, 'board');
          put('show', change.filter, 'all');
          put('of', change.function, '');
          put('q', change.text, '');
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
  return { view, wanted, set };
}

function wantedOf(search: URLSearchParams): Wanted {
  const filter: Filter = FILTERS.find((each) => each === search.get('show')) ?? EVERYTHING.filter;
  return { filter, function: search.get('of'), text: search.get('q') ?? '' };
}
