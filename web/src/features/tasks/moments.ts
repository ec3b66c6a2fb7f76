/** How a zone's clock shows a moment: `2026-03-25T14:30`, as fields for day and time read it. */
export function wallClockOf(at: number, zone: string): string {
  const parts = new Map(format(zone).formatToParts(at).map((part) => [part.type, part.value]));
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '00';
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`;
}

/**
 * The moment at which a zone's clock shows `2026-03-25T14:30`; the earlier of two where clocks are put back, `null`
 * where the text is no day and time. A time that clocks skip is taken as if they had not been put forward yet.
 */
export function momentIn(text: string, zone: string): number | null {
  const read = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(text);
  if (!read) {
    return null;
  }
  const [year, month, day, hour, minute] = read.slice(1).map(Number) as [number, number, number, number, number];
  const wall = Date.UTC(year, month - 1, day, hour, minute);
  const candidates = [wall - offsetAt(wall - 86_400_000, zone), wall - offsetAt(wall + 86_400_000, zone)];
  const exact = candidates.filter((at) => wallClockOf(at, zone) === text.slice(0, 16));
  return exact.length > 0 ? Math.min(...exact) : (candidates[0] ?? null);
}

/** By how much a zone's clock is ahead of UTC. */
function offsetAt(at: number, zone: string): number {
  return Date.parse(wallClockOf(at, zone) + ':00Z') - Math.floor(at / 60_000) * 60_000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string): Intl.DateTimeFormat {
  let made = formats.get(zone);
  if (!made) {
    made = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(zone, made);
  }
  return made;
}
