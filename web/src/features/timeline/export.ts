import { secondsOf } from '../../words/times';
import type { Verdict } from './check';
import type { Filter } from './filter';
import type { Line } from './lines';

interface Given {
  readonly label: string;
  /** The newest first, as on the screen. */
  readonly shown: readonly Line[];
  readonly nameOf: (person: string) => string;
  readonly verdict: Verdict;
  readonly filter: Filter;
}

function save(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export function saveText(name: string, text: string): void {
  save(name, 'text/plain', text);
}

/** A spreadsheet takes a text that begins like a formula for one: it gets an apostrophe. */
export function cell(text: string): string {
  const tame = /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
  return /[",\r\n]/.test(tame) ? '"' + tame.replaceAll('"', '""') + '"' : tame;
}

const COLUMNS =
  'entry time recorded occurred grade type person name role authority charter lane text'.split(' ');

export function csvOf(lines: readonly Line[], nameOf: (person: string) => string): string {
  const rows = lines.map((line) => {
    const body = line.body;
    return [
      String(line.seq),
      line.header.time,
      line.header.recordedAt,
      body?.occurred?.at ?? '',
      body?.occurred?.grade ?? '',
      body?.type ?? 'withheld',
      line.person ?? '',
      line.person ? nameOf(line.person) : body?.actor.kind === 'system' ? 'Muster' : '',
      body?.authority.seats.map((seat) => seat.role).join(' ') ?? '',
      body?.authority.by.join('; ') ?? '',
      body?.authority.charter ?? '',
      body?.lane ?? '',
      line.entry.headline?.text ?? '',
    ];
  });
  return [COLUMNS, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

function fileName(label: string, what: string, end: string): string {
  const now = new Date().toISOString().slice(0, 10) + '-' + secondsOf(Date.now(), 'UTC').replaceAll(':', '');
  return `${label}-${what}-${now}.${end}`.replaceAll(/[^\w.-]/g, '_');
}

export function saveCsv(given: Given): void {
  // spreadsheets take a file for UTF-8 only if it says so
  save(fileName(given.label, 'timeline', 'csv'), 'text/csv', '\uFEFF' + csvOf(given.shown, given.nameOf));
}

/** The entries as received, with the signed root that they were held against: whoever gets it can check it again. */
export function saveJson({ label, shown, verdict, filter }: Given): void {
  save(
    fileName(label, 'timeline', 'json'),
    'application/json',
    JSON.stringify(
      {
        format: 'muster timeline 1',
        savedAt: new Date().toISOString(),
        filter,
        checked:
          verdict.kind === 'intact'
            ? {
                from: verdict.from,
                to: verdict.checkpoint.size - 1,
                at: new Date(verdict.at).toISOString(),
                signature: verdict.signed,
              }
            : null,
        ...(verdict.kind === 'intact' ? { checkpoint: verdict.checkpoint.note, key: verdict.key } : {}),
        entries: [...shown].reverse().map((line) => line.entry),
      },
      null,
      1,
    ),
  );
}

/** Everything that was received of a record that is not intact. */
export function saveFindings(label: string, verdict: Extract<Verdict, { kind: 'broken' }>, lines: readonly Line[]): void {
  save(
    fileName(label, 'BROKEN', 'json'),
    'application/json',
    JSON.stringify(
      {
        format: 'muster findings 1',
        foundAt: new Date(verdict.at).toISOString(),
        fault: verdict.fault,
        checkpoint: verdict.checkpoint?.note ?? null,
        entries: lines.map((line) => line.entry),
      },
      null,
      1,
    ),
  );
}
