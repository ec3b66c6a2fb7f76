import type { Duration } from '../api/types';

/** Milliseconds of an ISO 8601 duration of days, hours, minutes and seconds; 0 for what is none. */
export function durationOf(text: Duration): number {
  const found = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(text);
  if (!found) {
    return 0;
  }
  const [, days = '0', hours = '0', minutes = '0', seconds = '0'] = found;
  return (((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}
