import { useMemo } from 'react';
import { permitted, useMay, type Question } from '../../act/may';
import type { Charter, Id } from '../../api/types';
import { useMyId } from '../../live/me';
import { useIsPast, useList, useRoomCard } from '../../live/room';
import { useRealNow } from '../../live/time';
import { usePinnedCharter } from '../crises/charter';
import { concerns, type SeatCard } from './roster';

export const SEAT_ACTIONS = ['accept', 'decline', 'keep', 'hand-over', 'stand-in', 'stand-down', 'fill', 'vacate'] as const;
export type SeatAction = (typeof SEAT_ACTIONS)[number];

export interface PeopleMay {
  /** What may be done with the seat of a role. */
  readonly seat: (role: string) => readonly SeatAction[];
  readonly admit: boolean;
}

interface Asked {
  readonly question: Question;
  readonly role: string;
  readonly action: SeatAction | 'admit';
}

/** The server answers no more questions at once. */
const MOST = 100;
const HOUR = 3_600_000;

/**
 * What the reader may do with the seats, by the server's own rules. A question that needs a name is asked with one that
 * could be given.
 */
export function usePeopleMay(): PeopleMay {
  const seats = useList('crises.seats');
  const here = useList('crises.people');
  const me = useMyId();
  const charter = usePinnedCharter();
  const past = useIsPast();
  const over = useRoomCard()?.closing !== undefined;
  const hour = Math.floor(useRealNow() / HOUR);
  const asked = useMemo<readonly Asked[]>(() => {
    if (past || over) {
      return [];
    }
    const until = new Date((hour + 4) * HOUR).toISOString();
    const humans = here.filter((each) => (each.kind ?? 'human') === 'human').map((each) => each.id);
    const questions = seats.flatMap((seat) => asksOf(seat, me, humans, charter, until));
    const somebody = humans.find((id) => id !== me) ?? me;
    const admit = { person: somebody, function: 'security', until };
    return [{ question: { type: 'crises.admit' as const, command: admit }, role: '', action: 'admit' as const }, ...questions].slice(
      0,
      MOST,
    );
  }, [seats, here, me, charter, past, over, hour]);
  const verdicts = useMay(asked.map((each) => each.question));
  return useMemo(() => {
    const allowed = new Map<string, SeatAction[]>();
    let admit = false;
    asked.forEach(({ role, action }, i) => {
      if (!permitted(verdicts, i)) {
        return;
      }
      if (action === 'admit') {
        admit = true;
      } else {
        allowed.set(role, [...(allowed.get(role) ?? []), action]);
      }
    });
    return { seat: (role: string) => allowed.get(role) ?? [], admit };
  }, [asked, verdicts]);
}

/** Everything that could be done with a seat; of other people's seats only what concerns who does not sit there. */
function asksOf(
  seat: SeatCard,
  me: Id,
  humans: readonly Id[],
  charter: Charter | undefined,
  until: string,
): readonly Asked[] {
  const { role } = seat;
  const ask = (action: SeatAction, type: Question['type'], more: object = {}): Asked => ({
    question: { type, command: { role, ...more } },
    role,
    action,
  });
  const other = humans.find((id) => id !== me && id !== seat.holder);
  const filling = other === undefined ? [] : [ask('fill', 'crises.fill-seat', { person: other })];
  const vacating = seat.holder === undefined ? [] : [ask('vacate', 'crises.vacate-seat')];
  if (!concerns(seat, me)) {
    return [...filling, ...vacating];
  }
  const [next] = successorsOf(seat, charter);
  return [
    ...(seat.offeredTo === undefined
      ? []
      : [
          ask('accept', 'crises.accept-seat'),
          ask('decline', 'crises.decline-seat'),
          ask('keep', 'crises.keep-seat'),
        ]),
    ...(seat.holder === undefined || next === undefined ? [] : [ask('hand-over', 'crises.hand-over-seat', { to: next })]),
    ask('stand-in', 'crises.stand-in', { until }),
    ...(seat.standIn === undefined ? [] : [ask('stand-down', 'crises.stand-down')]),
    ...filling,
    ...vacating,
  ];
}

/** To whom a seat can be handed over: its deputies, and whom the charter names for it. */
export function successorsOf(seat: SeatCard, charter: Charter | undefined): readonly Id[] {
  const role = charter?.roles.find((each) => each.name === seat.role);
  const named = [...seat.deputies, ...(role?.holders ?? []), ...(role?.deputies ?? [])];
  return [...new Set(named)].filter((id) => id !== seat.holder);
}
