import { useMemo } from 'react';
import type { Id, Views } from '../../api/types';
import { useList } from '../../live/room';
import { usePeople } from '../../live/people';
import { useNow, useRealNow } from '../../live/time';
import { presenceOf, type Presence } from './hours';

export type SeatCard = Views['crises.seats'];
export type ResponderCard = Views['crises.people'];
export type PersonCard = Views['people.directory'];

/** So long somebody holds a seat before they ought to be relieved. */
export const LONG_SHIFT = 9 * 60 * 60_000;

/** Who takes part without a seat, by what they are. */
export interface Others {
  readonly own: readonly ResponderCard[];
  readonly outside: readonly ResponderCard[];
  readonly machines: readonly ResponderCard[];
}

export function othersOf(
  here: readonly ResponderCard[],
  seats: readonly SeatCard[],
  directory: ReadonlyMap<Id, PersonCard>,
): Others {
  const seated = new Set(seats.map((seat) => seat.holder));
  const rest = here.filter((each) => !seated.has(each.id));
  const isMachine = (each: ResponderCard) => (each.kind ?? 'human') !== 'human';
  const isOutside = (each: ResponderCard) => directory.get(each.id)?.partner !== undefined;
  const named = (a: ResponderCard, b: ResponderCard) =>
    (directory.get(a.id)?.name ?? '').localeCompare(directory.get(b.id)?.name ?? '');
  return {
    own: rest.filter((each) => !isMachine(each) && !isOutside(each)).sort(named),
    outside: rest.filter((each) => !isMachine(each) && isOutside(each)).sort(named),
    machines: rest.filter(isMachine).sort(named),
  };
}

/** Whether a deputy has the seat at a real time. */
export function standInOf(seat: SeatCard, real: number): { readonly person: Id; readonly until: string } | undefined {
  return seat.standIn !== undefined && seat.standInUntil !== undefined && Date.parse(seat.standInUntil) > real
    ? { person: seat.standIn, until: seat.standInUntil }
    : undefined;
}

/** How easily everybody of the crisis is reached now, by their calendars; non-humans are left out. */
export function usePresences(): ReadonlyMap<Id, Presence> {
  const here = useList('crises.people');
  const directory = usePeople();
  const now = useNow();
  const real = useRealNow();
  return useMemo(() => {
    const presences = new Map<Id, Presence>();
    here.forEach((each) => {
      const person = directory.get(each.id);
      if (person?.kind === 'human') {
        presences.set(each.id, presenceOf(person, now, real));
      }
    });
    return presences;
  }, [here, directory, now, real]);
}

/** The reader's seats, whatever part they have in them. */
export function concerns(seat: SeatCard, me: Id): boolean {
  return seat.holder === me || seat.standIn === me || seat.offeredTo === me || seat.deputies.includes(me);
}

