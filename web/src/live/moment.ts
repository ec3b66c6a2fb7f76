import { createContext, useContext } from 'react';

/** Which moment the screens show: an entry's number or an instant; `null` for now. */
export interface Moment {
  readonly at: string | null;
  readonly go: (at: string | null) => void;
}

export const MomentContext = createContext<Moment>({ at: null, go: () => undefined });

export function useMoment(): Moment {
  return useContext(MomentContext);
}
