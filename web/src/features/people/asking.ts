import type { SeatAction } from './useSeatMay';

/** What is asked for in a dialog before it is done to a seat; the rest is done at once. */
export const ASKING = ['decline', 'hand-over', 'stand-in', 'fill', 'vacate'] as const satisfies readonly SeatAction[];
export type Asking = (typeof ASKING)[number];
