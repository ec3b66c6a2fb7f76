import { useCallback, useState } from 'react';

/**
 * What somebody types, kept in this tab: a lost connection, an ended session or a reload loses nothing. Not shared
 * between tabs, and gone with the tab.
 *
 * @param name of the form, and of the thing it is about
 * @param empty makes what the form begins with
 */
export function useDraft<T>(name: string, empty: () => T): [T, (next: T) => void, () => void] {
  const key = 'muster.draft.' + name;
  const [draft, setDraft] = useState<T>(() => {
    try {
      return JSON.parse(sessionStorage.getItem(key) ?? '') as T;
    } catch {
      return empty();
    }
  });
  const keep = useCallback(
    (next: T) => {
      setDraft(next);
      sessionStorage.setItem(key, JSON.stringify(next));
    },
    [key],
  );
  const forget = useCallback(() => sessionStorage.removeItem(key), [key]);
  return [draft, keep, forget];
}
