import { useCallback, useState } from 'react';
import { useMyId } from '../../live/me';

/**
 * A state that this tab keeps while somebody is typing, so that a reload or a new sign-in takes nothing away. Nothing
 * of it leaves the tab; `forget` deletes it once it was sent.
 */
export function useDraft<T extends object>(key: string, initial: T): [T, (change: Partial<T>) => void, () => void] {
  // somebody else who signs in at this tab finds nothing of it
  const place = `muster.draft.${useMyId()}.${key}`;
  const [draft, setDraft] = useState<T>(() => ({ ...initial, ...read<T>(place) }));
  const change = useCallback(
    (next: Partial<T>) =>
      setDraft((before) => {
        const after = { ...before, ...next };
        try {
          sessionStorage.setItem(place, JSON.stringify(after));
        } catch {
          // full or forbidden: then it is kept on the screen only
        }
        return after;
      }),
    [place],
  );
  const forget = useCallback(() => {
    sessionStorage.removeItem(place);
    setDraft(initial);
  }, [place]);
  return [draft, change, forget];
}

function read<T>(place: string): Partial<T> {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? '{}') as Partial<T>;
  } catch {
    return {};
  }
}
