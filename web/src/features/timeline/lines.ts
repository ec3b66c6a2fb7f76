import type { EntryBody, Header, HistoryEntry } from '../../api/types';

/** What an entry is about, as the filters of the timeline divide it. */
export type Group = 'decisions' | 'tasks' | 'people' | 'talk' | 'crisis' | 'technical' | 'withheld';

/** An entry, read once: what the timeline shows, sorts and searches. */
export interface Line {
  readonly seq: number;
  readonly entry: HistoryEntry;
  readonly header: Header;
  /** Absent where it is withheld. */
  readonly body?: EntryBody;
  readonly group: Group;
  /** Crisis time, in milliseconds. */
  readonly at: number;
  /** Real time, in milliseconds. */
  readonly recorded: number;
  /** Who did it; nobody where Muster did by itself. */
  readonly person?: string;
  /** In lower case, to be searched. */
  readonly text: string;
}

/** Entries that a reader of the timeline learns nothing from. */
const TECHNICAL = new Set(['kernel.settled', 'kernel.time-set']);
const PEOPLE = /^crises\.(seat-|stood-|admitted|dismissed)/;

export function groupOf(type: string): Group {
  if (TECHNICAL.has(type)) {
    return 'technical';
  }
  if (PEOPLE.test(type)) {
    return 'people';
  }
  const feature = type.slice(0, type.indexOf('.'));
  return feature === 'decisions' || feature === 'tasks' ? feature : feature === 'channels' ? 'talk' : 'crisis';
}

export function lineOf(entry: HistoryEntry): Line {
  const header = JSON.parse(entry.header) as Header;
  const body = entry.body === undefined ? undefined : (JSON.parse(entry.body) as [string, EntryBody])[1];
  const person = body?.actor.kind === 'responder' ? body.actor.person : undefined;
  return {
    seq: entry.seq,
    entry,
    header,
    ...(body ? { body } : {}),
    group: body ? groupOf(body.type) : 'withheld',
    at: Date.parse(header.time),
    recorded: Date.parse(header.recordedAt),
    ...(person ? { person } : {}),
    text: ((entry.headline?.text ?? '') + ' ' + (body?.type ?? '')).toLowerCase(),
  };
}

/** A bearing field of an entry, where it is a text. */
export function field(line: Line, name: string): string | undefined {
  const value = (line.body?.event as Readonly<Record<string, unknown>> | undefined)?.[name];
  return typeof value === 'string' ? value : undefined;
}

/** The value of a content, where it is shown and a text. */
export function content(line: Line, name: string): string | undefined {
  const text = line.entry.contents?.[name];
  const value = text ? (JSON.parse(text) as [string, unknown])[1] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}
