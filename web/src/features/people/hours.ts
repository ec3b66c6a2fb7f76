import type { DayOfWeek, Views } from '../../api/types';

type PersonCard = Views['people.directory'];

const DAYS: readonly DayOfWeek[] = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const SHORT = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const DAY = 24 * 60;
const STEP = 15 * 60_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string): Intl.DateTimeFormat {
  let made = formats.get(zone);
  if (!made) {
    const options = { weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    try {
      made = new Intl.DateTimeFormat('en-US', { ...options, timeZone: zone });
    } catch {
      // a zone that this browser does not know
      made = new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' });
    }
    formats.set(zone, made);
  }
  return made;
}

/** What a zone's calendar and clock show: the day of the week, Sunday being 0, and the minute of the day. */
export function wallOf(at: number, zone: string): { readonly day: number; readonly minute: number } {
  const parts = new Map(format(zone).formatToParts(at).map((part) => [part.type, part.value]));
  const minute = Number(parts.get('hour')) * 60 + Number(parts.get('minute'));
  return { day: SHORT.indexOf(parts.get('weekday') ?? ''), minute };
}

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}

/** Whether it is within somebody's hours of work; hours over midnight belong to the day on which they begin. */
export function isWorking(person: Pick<PersonCard, 'hours' | 'zone'>, at: number): boolean {
  const { hours, zone } = person;
  if (!hours) {
    return false;
  }
  const { day, minute } = wallOf(at, zone);
  const from = minutesOf(hours.from);
  const to = minutesOf(hours.to);
  const on = (which: number) => hours.days.includes(DAYS[(which + 7) % 7] ?? 'monday');
  if (from < to) {
    return on(day) && minute >= from && minute < to;
  }
  return (on(day) && minute >= from) || (on(day - 1) && minute < to);
}

/** Whether it is night there, when people are woken rather than asked. */
function isNightAt(minute: number): boolean {
  return minute >= 22 * 60 || minute < 6 * 60;
}

/** The absence that holds at a real time. */
export function absenceOf(person: Pick<PersonCard, 'absences'>, real: number): { readonly until: string } | undefined {
  return person.absences.find((each) => Date.parse(each.from) <= real && real < Date.parse(each.until));
}

/** How easily somebody is reached: as far as their calendar says, for nobody knows more. */
export type Presence = 'away' | 'at-work' | 'night' | 'off-hours' | 'unknown';

/**
 * @param at the time on the clocks of the screen
 * @param real real time, by which people are absent
 */
export function presenceOf(person: PersonCard, at: number, real: number): Presence {
  if (absenceOf(person, real)) {
    return 'away';
  }
  if (isWorking(person, at)) {
    return 'at-work';
  }
  if (isNightAt(wallOf(at, person.zone).minute)) {
    return 'night';
  }
  return person.hours ? 'off-hours' : 'unknown';
}

/** A part of a bar, in hundredths of its length. */
export interface Stretch {
  readonly from: number;
  readonly length: number;
}

/** Where something holds between two times, to a quarter of an hour. */
export function stretches(from: number, to: number, holds: (at: number) => boolean): readonly Stretch[] {
  const found: Stretch[] = [];
  const percent = (at: number) => (100 * (at - from)) / (to - from);
  let began: number | null = null;
  for (let at = from; at <= to; at += STEP) {
    const now = at < to && holds(at);
    if (now && began === null) {
      began = at;
    } else if (!now && began !== null) {
      found.push({ from: percent(began), length: percent(Math.min(at, to)) - percent(began) });
      began = null;
    }
  }
  return found;
}

export function nightIn(zone: string): (at: number) => boolean {
  return (at) => isNightAt(wallOf(at, zone).minute);
}

/** By how many minutes a zone's clock is ahead of UTC. */
export function offsetOf(zone: string, at: number): number {
  const there = wallOf(at, zone);
  const utc = wallOf(at, 'UTC');
  const days = (there.day - utc.day + 7) % 7;
  return (days === 6 ? -1 : days) * DAY + there.minute - utc.minute;
}
