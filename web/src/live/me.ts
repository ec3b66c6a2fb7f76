import { createContext, useContext } from 'react';
import type { Id, Me } from '../api/types';

export const MeContext = createContext<Me | null>(null);

export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) {
    throw new Error('nobody is signed in');
  }
  return me;
}

/** The reader's id. */
export function useMyId(): Id {
  return useMe().person;
}
