import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(min-width: 1101px)');

/** Whether there is room for a side column. */
export function useWide(): boolean {
  return useSyncExternalStore(
    (wake) => {
      query.addEventListener('change', wake);
      return () => query.removeEventListener('change', wake);
    },
    () => query.matches,
  );
}
