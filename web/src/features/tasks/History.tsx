import { History as HistoryIcon } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Refused, type Problem } from '../../api/problem';
import { place, read } from '../../api/read';
import type { HistoryEntry, HistoryPage, Id } from '../../api/types';
import { useRoom } from '../../live/room';
import { Button } from '../../parts/controls';
import { Bones } from '../../parts/plain';
import { Refusal } from '../../parts/Refusal';
import { common } from '../../words/common';
import { useWords } from '../../words/words';
import { detailWords } from './detailWords';

const HistoryLines = lazy(() => import('./HistoryLines'));

/** How far back it looks; the timeline goes further. */
const ENTRIES = 200;

/** What happened to a task, out of the last entries of the record; read when it is asked for. */
export function History({ task }: { task: Id }) {
  const d = useWords(detailWords);
  const c = useWords(common);
  const room = useRoom();
  const [entries, setEntries] = useState<readonly HistoryEntry[] | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const look = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const from = Math.max(0, room.seq() - ENTRIES + 1);
      const page = await read<HistoryPage>(`${place(room.stream)}/history?from=${from}&limit=${ENTRIES}`);
      setEntries(entriesAbout(page.entries, task));
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
      {entries === null && !busy && (
        <div>
          <Button size="small" icon={HistoryIcon} onPress={() => void look()}>
            {d.showHistory}
          </Button>
        </div>
      )}
      {busy && <Bones label={c.loading} lines={3} />}
      <Refusal problem={problem} />
      {entries?.length === 0 && <p className="dim sm">{d.noHistory(ENTRIES)}</p>}
      {entries && entries.length > 0 && (
        <Suspense fallback={<Bones label={c.loading} lines={3} />}>
          <HistoryLines entries={entries} />
        </Suspense>
      )}
      {entries && <p className="dim xs">{d.olderInTimeline}</p>}
    </section>
  );
}

/** The entries that speak of the task, the latest first. */
export function entriesAbout(entries: readonly HistoryEntry[], task: Id): readonly HistoryEntry[] {
  return entries
    .filter((entry) => entry.headline?.parts.some((part) => part.kind === 'thing' && part.ref.id === task))
    .toReversed();
}
