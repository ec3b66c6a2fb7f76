import { useCallback, useMemo } from 'react';
import type { DecisionCard, DecisionType, Id, SeatCard } from '../../api/types';
import { useMyId } from '../../live/me';
import { nameIn, usePeople } from '../../live/people';
import { useList, useRoom } from '../../live/room';
import { timeOf, useNow } from '../../live/time';
import { useZone } from '../../parts/times';
import { clockOf, dayOf, lengthOf, shortDayOf } from '../../words/times';
import { currentLanguage, useWords } from '../../words/words';
import { durationOf } from './about';
import { ruleWords } from './words';

/** What roles are called, and who sits there. */
export interface Roles {
  readonly title: (role: string) => string;
  readonly seat: (role: string) => SeatCard | undefined;
  /** `Aisha Rahman (COO)`; the title alone where nobody sits there. */
  readonly withName: (role: string) => string;
}

export function useRoles(): Roles {
  const seats = useList('crises.seats');
  const people = usePeople();
  return useMemo(() => {
    const byRole = new Map(seats.map((seat) => [seat.role, seat]));
    const title = (role: string) => byRole.get(role)?.title ?? role;
    return {
      title,
      seat: (role) => byRole.get(role),
      withName: (role) => {
        const holder = byRole.get(role)?.standIn ?? byRole.get(role)?.holder;
        return holder ? `${nameIn(people, holder)} (${title(role)})` : title(role);
      },
    };
  }, [seats, people]);
}

/** Whether the reader sits where advice is asked before the decision, and has not given it. */
export function useIsConsulted(): (card: DecisionCard) => boolean {
  const me = useMyId();
  const { seat } = useRoles();
  return (card) => card.unheard.some((role) => seat(role)?.holder === me || seat(role)?.standIn === me);
}

/** `A, B or C` in the reader's language. */
export function listed(parts: readonly string[], last: string): string {
  return parts.length < 2 ? (parts[0] ?? '') : parts.slice(0, -1).join(', ') + last + parts[parts.length - 1];
}

/**
 * A rule of the charter as a sentence.
 *
 * @param short who decides, after whom, in what time; what comes after that is left out
 */
export function useRuleSentence(short = false): (type: DecisionType) => string {
  const w = useWords(ruleWords);
  const { title } = useRoles();
  return useCallback(
    (type) => {
      const names = (roles: readonly string[], last: string) => listed(roles.map(title), last);
      const who = names(type.deciders, w.or);
      const heard = names(type.consult, w.and);
      const first =
        (type.quorum > 1 ? w.several(type.quorum, who) : who) +
        (type.proposerMayApprove ? w.proposerToo : '') +
        (type.consult.length === 0 ? '' : type.consult.length === 1 ? w.heard(heard) : w.heardSeveral(heard)) +
        w.within(lengthOf(durationOf(type.timeToDecide)));
      if (short) {
        return first + '.';
      }
      return (
        first +
        type.escalation.map((step) => w.then(names(step.roles, w.or), lengthOf(durationOf(step.within)))).join('') +
        (type.silence.kind === 'escalate'
          ? w.silenceOpen
          : w.silenceTakes(
              type.silence.option === 'recommended' ? w.recommended : type.silence.option,
              type.silence.rule,
            )) +
        (type.inform.length > 0 ? w.told(names(type.inform, w.and)) : '') +
        '.'
      );
    },
    [short, title, w],
  );
}

/** `14:30 UTC`, with the day where it is another one than today: a moment for the middle of a sentence. */
export function useMomentWords(): (at: string | number) => string {
  const zone = useZone();
  const now = useNow();
  return (at) => {
    const moment = typeof at === 'number' ? at : Date.parse(at);
    const day = dayOf(moment, zone) === dayOf(now, zone) ? '' : shortDayOf(moment, zone) + ', ';
    return day + clockOf(moment, zone) + (zone === 'UTC' ? ' UTC' : '');
  };
}

/** What time it is in the crisis, for a command that is about to be given. */
export function useCrisisNow(): () => number {
  const room = useRoom();
  return () => timeOf(room, Date.now());
}

/** `Ada, Ben and Cleo`. */
export function useNames(): (ids: readonly Id[]) => string {
  const people = usePeople();
  return (ids) => listed(ids.map((id) => nameIn(people, id)), currentLanguage() === 'de' ? ' und ' : ' and ');
}
