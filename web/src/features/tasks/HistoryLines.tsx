import { Link } from 'wouter';
import type { HistoryEntry } from '../../api/types';
import { At } from '../../parts/times';
import { lineOf } from '../timeline/lines';
import { useRoleTitles } from '../timeline/naming';
import { quoteOf, Said } from '../timeline/Told';

/** Entries of the record as the timeline tells them, each with the way to it. */
export default function HistoryLines({ entries }: { entries: readonly HistoryEntry[] }) {
  const roles = useRoleTitles();
  return (
    <ol className="tasks-history">
      {entries.map(lineOf).map((line) => {
        const quote = quoteOf(line);
        return (
          <li key={line.seq}>
            <Link href={'/timeline/' + line.seq} className="tasks-history-when">
              <At at={line.header.time} />
            </Link>{' '}
            <Said line={line} roles={roles} />
            {quote && (
              <p className="dim">
                <bdi>{quote}</bdi>
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}
