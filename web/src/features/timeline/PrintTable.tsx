import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useRoomCard } from '../../live/room';
import { Name } from '../../parts/plain';
import { full } from '../../parts/times';
import { session } from '../../live/session';
import { clockOf, dayOf, lengthOf, secondsOf, shortDayOf } from '../../words/times';
import { common } from '../../words/common';
import { useWords } from '../../words/words';
import type { Verdict } from './check';
import { isNarrowed, type Filter, type Item } from './filter';
import type { Gap } from './gaps';
import { eventWords } from './eventWords';
import type { Line } from './lines';
import { By } from './Row';
import { sentenceOf } from './Sums';
import { quoteOf, Said } from './Told';
import { timeline } from './words';

/** The timeline on paper: everything that the filters leave, made when it is printed. */
export function PrintTable({
  items,
  gapWords,
  roles,
  verdict,
  filter,
  by,
}: {
  items: readonly Item[];
  gapWords: (gap: Gap) => string;
  roles: ReadonlyMap<string, string>;
  verdict: Verdict;
  filter: Filter;
  by: string;
}) {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const before = () => flushSync(() => setPrinting(true));
    const after = () => setPrinting(false);
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, []);
  return printing ? (
    <Paper items={items} gapWords={gapWords} roles={roles} verdict={verdict} filter={filter} by={by} />
  ) : null;
}

function Paper({ items, gapWords, roles, verdict, filter, by }: Parameters<typeof PrintTable>[0]) {
  const w = useWords(timeline);
  const c = useWords(common);
  const room = useRoomCard();
  return (
    <div className="timeline-paper">
      <h1>
        {room?.exercise && c.exercise + ' · '}
        {w.printTitle} {room?.label} <bdi>{room?.title ?? room?.codeName}</bdi>
      </h1>
      <p>
        {w.printedAt(full(session.now()), by)}. {w.filters}: {isNarrowed(filter) ? inWords(filter, w) : w.noFilters}.{' '}
        {w[verdict.kind]}: {sentenceOf(verdict, w)}
      </p>
      {verdict.kind === 'intact' && <pre className="mono">{verdict.checkpoint.note}</pre>}
      <table className="grid">
        <thead>
          <tr>
            <th>{w.columns.entry}</th>
            <th>{w.columns.time}</th>
            <th>{w.columns.recorded}</th>
            <th>{w.columns.who}</th>
            <th>{w.columns.what}</th>
          </tr>
        </thead>
        <tbody>
          {[...items].reverse().map((item) =>
            item.kind === 'line' ? (
              <PaperLine key={item.key} line={item.line} roles={roles} />
            ) : item.kind === 'gap' ? (
              <PaperGap key={item.key} gap={item.gap} what={gapWords(item.gap)} />
            ) : null,
          )}
        </tbody>
      </table>
    </div>
  );
}

function PaperLine({ line, roles }: { line: Line; roles: ReadonlyMap<string, string> }) {
  const w = useWords(timeline);
  const kinds = useWords(eventWords);
  const type = line.body?.type;
  return (
    <tr>
      <td className="num nowrap">{line.seq}</td>
      <td className="num nowrap">
        {shortDayOf(line.at, 'UTC')}
        <br />
        {secondsOf(line.at, 'UTC')}
      </td>
      <td className="num nowrap">
        {dayOf(line.recorded, 'UTC')}
        <br />
        {secondsOf(line.recorded, 'UTC')}
      </td>
      <td>
        {line.person ? <Name id={line.person} /> : line.body ? <By line={line} /> : ''}
        {line.body?.authority.seats.map((seat) => (
          <div key={seat.role}>{roles.get(seat.role) ?? seat.role}</div>
        ))}
      </td>
      <td>
        {type ? (
          <>
            <strong>{kinds[type] ?? type}</strong>
            <Said line={line} roles={roles} besides={kinds[type] ?? type} />
            {quoteOf(line) !== null && (
              <>
                {' '}
                {w.quotes[0]}
                <bdi>{quoteOf(line)}</bdi>
                {w.quotes[1]}
              </>
            )}
          </>
        ) : (
          w.withheld
        )}
      </td>
    </tr>
  );
}

function PaperGap({ gap, what }: { gap: Gap; what: string }) {
  const w = useWords(timeline);
  const words = (gap.to === undefined ? w.gapOpen : w.gap)[gap.kind](what);
  return (
    <tr className="timeline-paper-gap">
      <td />
      <td className="num nowrap">
        {shortDayOf(gap.from, 'UTC')}
        <br />
        {clockOf(gap.from, 'UTC')}–{gap.to === undefined ? w.now : clockOf(gap.to, 'UTC')}
      </td>
      <td className="num">{gap.to !== undefined && lengthOf(gap.to - gap.from)}</td>
      <td />
      <td>
        <strong>{words}</strong>
      </td>
    </tr>
  );
}

function inWords(filter: Filter, w: (typeof timeline)['en']): string {
  return [
    w.groups[filter.group],
    filter.text && '“' + filter.text + '”',
    filter.from && w.from + ' ' + filter.from.replace('T', ' '),
    filter.to && w.to + ' ' + filter.to.replace('T', ' '),
    filter.technical && w.everythingTechnical,
  ]
    .filter(Boolean)
    .join(', ');
}
