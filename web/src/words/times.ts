import { currentLanguage, type Language } from './words';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + zone + JSON.stringify(options);
  let made = formats.get(key);
  if (!made) {
    try {
      made = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...options, timeZone: zone });
    } catch {
      // a zone that this browser does not know
      made = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
    }
    formats.set(key, made);
  }
  return made;
}

export const MY_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** `14:08` */
export function clockOf(at: number, zone: string): string {
  return format(currentLanguage(), zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

/** `14:08:51` */
export function secondsOf(at: number, zone: string): string {
  return format(currentLanguage(), zone, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

/** `23 Nov 2026` */
export function dayOf(at: number, zone: string): string {
  return format(currentLanguage(), zone, { day: 'numeric', month: 'short', year: 'numeric' }).format(at);
}

/** `Monday 23 November 2026` */
export function longDayOf(at: number, zone: string): string {
  return format(currentLanguage(), zone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
    .format(at)
    .replace(',', '');
}

/** `Mon 23 Nov` */
export function shortDayOf(at: number, zone: string): string {
  return format(currentLanguage(), zone, { weekday: 'short', day: 'numeric', month: 'short' }).format(at).replace(',', '');
}

/** The hour of the day, 0 to 23. */
export function hourOf(at: number, zone: string): number {
  return Number(format('en', zone, { hour: '2-digit', hourCycle: 'h23' }).format(at));
}

/** `New York` of `America/New_York`. */
export function cityOf(zone: string): string {
  return (zone.split('/').pop() ?? zone).replaceAll('_', ' ');
}

/** Whether it is night there, when people are woken rather than asked. */
export function isNight(at: number, zone: string): boolean {
  const hour = hourOf(at, zone);
  return hour >= 22 || hour < 6;
}

const UNITS = { en: { d: 'd', h: 'h', min: 'min', s: 's' }, de: { d: 'T', h: 'Std', min: 'Min', s: 's' } } as const;

/** `3 h 42 min`, `22 min`, `2 d 4 h`, `40 s`: a length of time in two units at most. */
export function lengthOf(millis: number): string {
  const u = UNITS[currentLanguage()];
  const minutes = Math.floor(Math.abs(millis) / 60_000);
  if (minutes < 1) {
    return `${Math.floor(Math.abs(millis) / 1000)} ${u.s}`;
  }
  if (minutes < 60) {
    return `${minutes} ${u.min}`;
  }
  const hours = Math.floor(minutes / 60);
  if (hours < 48) {
    return minutes % 60 === 0 ? `${hours} ${u.h}` : `${hours} ${u.h} ${minutes % 60} ${u.min}`;
  }
  const days = Math.floor(hours / 24);
  return hours % 24 === 0 ? `${days} ${u.d}` : `${days} ${u.d} ${hours % 24} ${u.h}`;
}
