import { Moon } from 'lucide-react';
import { createContext, useContext } from 'react';
import type { Instant } from '../api/types';
import { useNow } from '../live/time';
import { clockOf, dayOf, isNight, lengthOf, MY_ZONE, secondsOf, shortDayOf } from '../words/times';
import { useLanguage } from '../words/words';

/** In which zone times are written: the record's, or the reader's own. */
export const ZoneContext = createContext<string>('UTC');

export function useZone(): string {
  useLanguage();
  return useContext(ZoneContext);
}

/** A moment, as a time with its day where that is another one than now's; the other zone and the date in the title. */
export function At({ at, seconds = false, day }: { at: Instant; seconds?: boolean; day?: boolean }) {
  const zone = useZone();
  const now = useNow();
  const moment = Date.parse(at);
  const withDay = day ?? dayOf(moment, zone) !== dayOf(now, zone);
  const clock = seconds ? secondsOf(moment, zone) : clockOf(moment, zone);
  return (
    <time dateTime={at} className="num nowrap" title={full(moment)}>
      {withDay ? shortDayOf(moment, zone) + ', ' : ''}
      {clock}
    </time>
  );
}

/** `23 Nov 2026, 14:30 UTC · 15:30 Berlin` */
export function full(moment: number): string {
  const utc = `${dayOf(moment, 'UTC')}, ${clockOf(moment, 'UTC')} UTC`;
  return MY_ZONE === 'UTC' ? utc : `${utc} · ${clockOf(moment, MY_ZONE)} ${MY_ZONE}`;
}

/** How long it is until then; what it is past then. */
export function Remaining({ until, urgent = 30 * 60_000 }: { until: Instant; urgent?: number }) {
  useLanguage();
  const left = Date.parse(until) - useNow('second');
  const tone = left < 0 ? 'c-crit' : left < urgent ? 'c-crit' : '';
  return (
    <time dateTime={until} className={'num nowrap ' + tone} title={full(Date.parse(until))}>
      {left < 0 ? '−' : ''}
      {lengthOf(left)}
    </time>
  );
}

/** How long ago that was. */
export function Age({ since }: { since: Instant }) {
  useLanguage();
  const age = useNow() - Date.parse(since);
  return (
    <time dateTime={since} className="num nowrap" title={full(Date.parse(since))}>
      {lengthOf(Math.max(0, age))}
    </time>
  );
}

/** What time it is in a zone, now in the real world; with a moon at night. */
export function LocalClock({ zone }: { zone: string }) {
  useLanguage();
  const now = useNow();
  return (
    <span className="num nowrap" title={zone}>
      {clockOf(now, zone)}
      {isNight(now, zone) && <Moon className="icon moon" aria-label="☾" role="img" />}
    </span>
  );
}

