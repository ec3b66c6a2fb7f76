import { useMemo } from 'react';
import type { Charter, Duration, Id, Views } from '../../api/types';
import { useList, useRoomCard } from '../../live/room';
import { useRealNow } from '../../live/time';

/** The charter that this crisis is run by, where the reader may see it. */
export function usePinnedCharter(): Charter | undefined {
  const version = useRoomCard()?.charter;
  const shelf = useList('charter.shelf');
  return useMemo(() => shelf.find((card) => card.version === version)?.charter, [shelf, version]);
}

export interface MySeat {
  readonly seat: Views['crises.seats'];
  /** Whether it is a deputy's for a time. */
  readonly standingIn: boolean;
}

/** The seats that somebody speaks for now. */
export function useSeatsOf(person: Id): readonly MySeat[] {
  const seats = useList('crises.seats');
  const now = useRealNow();
  return useMemo(
    () =>
      seats.flatMap((seat) => {
        const standingIn = seat.standIn === person && Date.parse(seat.standInUntil ?? '') > now;
        return seat.holder === person || standingIn ? [{ seat, standingIn }] : [];
      }),
    [seats, person, now],
  );
}

/** The titles of the decision types of which these roles are deciders at first hand. */
export function decidedBy(charter: Charter | undefined, roles: readonly string[]): readonly string[] {
  return (charter?.decisionTypes ?? [])
    .filter((type) => type.deciders.some((role) => roles.includes(role)))
    .map((type) => type.title);
}

/** `PT4H` in milliseconds. */
export function millisOf(duration: Duration): number {
  const read = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(duration);
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = (read ?? []).slice(1).map((part) => Number(part ?? 0));
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
}
