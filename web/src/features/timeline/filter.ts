import { dayOf, longDayOf } from '../../words/times';
import type { Gap } from './gaps';
import type { Group, Line } from './lines';

export interface Filter {
  readonly group: 'all' | 'gaps' | Exclude<Group, 'technical' | 'withheld'>;
  /** A person's id, `muster` for what nobody did, empty for everybody. */
  readonly person: string;
  readonly text: string;
  /** Crisis time as `2026-11-23T14:30`, in UTC; empty for no limit. */
  readonly from: string;
  readonly to: string;
  readonly technical: boolean;
}

export const NO_FILTER: Filter = { group: 'all', person: '', text: '', from: '', to: '', technical: false };

/** What a field for date and time holds, read as UTC; null where it is empty or not finished. */
export function instantIn(field: string): number | null {
  const at = Date.parse(field.length === 16 ? field + ':00Z' : field.endsWith('Z') ? field : field + 'Z');
  return field === '' || Number.isNaN(at) ? null : at;
}

export function isNarrowed(filter: Filter): boolean {
  return (Object.keys(NO_FILTER) as (keyof Filter)[]).some((key) => filter[key] !== NO_FILTER[key]);
}

function within(filter: Filter, from: number, to: number): boolean {
  const least = instantIn(filter.from);
  const most = instantIn(filter.to);
  // a minute that is named is meant as a whole
  return (least === null || to >= least) && (most === null || from < most + 60_000);
}

export function matches(filter: Filter, line: Line): boolean {
  return (
    (line.group === 'technical' ? filter.technical && filter.group === 'all' : true) &&
    (filter.group === 'all' || filter.group === line.group) &&
    (filter.person === '' ||
      (filter.person === 'muster' ? line.body?.actor.kind === 'system' : line.person === filter.person)) &&
    (filter.text === '' || line.text.includes(filter.text.toLowerCase())) &&
    within(filter, line.at, line.at)
  );
}

export type Item =
  | { readonly kind: 'day'; readonly key: string; readonly day: string }
  | { readonly kind: 'line'; readonly key: string; readonly line: Line; readonly day: string }
  | { readonly kind: 'gap'; readonly key: string; readonly gap: Gap; readonly day: string };

/**
 * What the list shows, the newest first: entries, the days they fall on, and gaps right below the entry that ended them.
 *
 * @param gaps oldest end first, as `gapsIn` gives them
 */
export function itemsOf(lines: readonly Line[], gaps: readonly Gap[], filter: Filter): readonly Item[] {
  const shown = lines.filter((line) => matches(filter, line));
  const holes = gaps.filter(
    (gap) =>
      (filter.group === 'all' || filter.group === 'gaps') &&
      filter.person === '' &&
      filter.text === '' &&
      within(filter, gap.from, gap.to ?? Infinity),
  );
  const items: Item[] = [];
  let day = '';
  let sort = 0;
  const push = (item: Item) => {
    if (item.day !== day) {
      day = item.day;
      items.push({ kind: 'day', key: 'day' + day + sort++, day });
    }
    items.push(item);
  };
  let next = holes.length - 1;
  const gapsDownTo = (seq: number, at: number) => {
    for (let gap = holes[next]; gap && (gap.last === undefined || gap.last > seq); gap = holes[--next]) {
      push({ kind: 'gap', key: `gap${gap.kind}${gap.id}${gap.first}`, gap, day: longDayOf(gap.to ?? at, 'UTC') });
    }
  };
  for (const line of [...shown].reverse()) {
    gapsDownTo(line.seq, line.at);
    push({ kind: 'line', key: String(line.seq), line, day: longDayOf(line.at, 'UTC') });
  }
  gapsDownTo(-1, lines.at(-1)?.at ?? 0);
  return items;
}

/** `2026-11-23T14:30` for a field, in UTC. */
export function fieldOf(at: number): string {
  return new Date(at).toISOString().slice(0, 16);
}

/** The filter in words that a paper or a file can carry. */
export function sameDay(a: number, b: number): boolean {
  return dayOf(a, 'UTC') === dayOf(b, 'UTC');
}
