import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(min-width: 761px)');

/** Whether the list of topics and a topic have room beside each other. */
export function useRoomy(): boolean {
  return useSyncExternalStore(
    (wake) => {
      query.addEventListener('change', wake);
      return () => query.removeEventListener('change', wake);
    },
    () => query.matches,
  );
}
