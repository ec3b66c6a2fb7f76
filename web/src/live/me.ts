import { createContext, useContext } from 'react';
import type { Id, Instant } from '../api/types';

/** Who is signed in here, as the server says. */
export interface Me {
  readonly person: Id;
  readonly name: string;
  readonly handle: string;
  readonly zone: string;
  /** How they signed in (RFC 8176). */
  readonly amr: readonly string[];
  readonly sessionEnds: Instant;
  readonly demonstration: boolean;
  readonly version: string;
}

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
