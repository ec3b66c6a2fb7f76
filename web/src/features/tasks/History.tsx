import { History as HistoryIcon } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { Refused, type Problem } from '../../api/problem';
import { place, read } from '../../api/read';
import type { Header, HistoryEntry, HistoryPage, Id } from '../../api/types';
import { useRoom } from '../../live/room';
import { Button } from '../../parts/controls';
import { Bones } from '../../parts/plain';
import { Refusal } from '../../parts/Refusal';
import { At } from '../../parts/times';
import { common } from '../../words/common';
import { useWords } from '../../words/words';
import { detailWords } from './detailWords';

/** How far back it looks; the timeline goes further. */
const ENTRIES = 200;

interface Line {
  readonly seq: number;
  readonly at: string;
  readonly words: string;
}

/** What happened to a task, out of the last entries of the record; read when it is asked for. */
export function History({ task }: { task: Id }) {
  const d = useWords(detailWords);
  const c = useWords(common);
  const room = useRoom();
  const [lines, setLines] = useState<readonly Line[] | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const look = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const from = Math.max(0, room.seq() - ENTRIES + 1);
      const page = await read<HistoryPage>(`${place(room.stream)}/history?from=${from}&limit=${ENTRIES}`);
      setLines(linesAbout(page.entries, task));
    } catch (failed) {
      if (failed instanceof Refused) {
        setProblem(failed.problem);
      }
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="stack-4">
      <h3>{d.history}</h3>
      {lines === null && !busy && (
        <div>
          <Button size="small" icon={HistoryIcon} onPress={() => void look()}>
            {d.showHistory}
          </Button>
        </div>
      )}
      {busy && <Bones label={c.loading} lines={3} />}
      <Refusal problem={problem} />
      {lines?.length === 0 && <p className="dim sm">{d.noHistory(ENTRIES)}</p>}
      {lines && lines.length > 0 && (
        <ol className="tasks-history">
          {lines.map((line) => (
            <li key={line.seq}>
              <span className="dim">
                <At at={line.at} />
              </span>{' '}
              <Link href={'/timeline/' + line.seq}>
                <bdi>{line.words}</bdi>
              </Link>
            </li>
          ))}
        </ol>
      )}
      {lines && <p className="dim xs">{d.olderInTimeline}</p>}
    </section>
  );
}

/** The entries that speak of the task, the latest first. */
export function linesAbout(entries: readonly HistoryEntry[], task: Id): readonly Line[] {
  return entries
    .filter((entry) => entry.headline?.parts.some((part) => part.kind === 'thing' && part.ref.id === task))
    .map((entry) => ({
      seq: entry.seq,
      at: (JSON.parse(entry.header) as Header).time,
      words: entry.headline?.text ?? '',
    }))
    .reverse();
}
