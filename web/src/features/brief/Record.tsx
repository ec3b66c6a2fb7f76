import { FileText, Printer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { place } from '../../api/read';
import type { Board } from '../../live/board';
import { useConnection, useSeq } from '../../live/room';
import { timeOf } from '../../live/time';
import { Panel } from '../../parts/plain';
import { useZone } from '../../parts/times';
import { session } from '../../live/session';
import { clockOf, dayOf } from '../../words/times';
import { useWords } from '../../words/words';
import { brief } from './words';

const PAUSE = 3_000;

interface Checkpoint {
  readonly note: string;
  /** Crisis time when it was fetched. */
  readonly at: number;
}

/** What the brief is true as of, with the signed checkpoint that fixes it; goes on paper with it. */
export function Record({ board, base }: { board: Board; base: string }) {
  const w = useWords(brief);
  const zone = useZone();
  const checkpoint = useCheckpoint(board);
  const size = checkpoint?.note.split('\n')[1];
  return (
    <Panel title={w.record}>
      <div className="body stack-4 brief-record">
        {checkpoint ? (
          <>
            <p className="sm num">
              {w.asOf(
                `${dayOf(checkpoint.at, zone)}, ${clockOf(checkpoint.at, zone)}${zone === 'UTC' ? ' UTC' : ''}`,
                String(Number(size) - 1),
              )}
            </p>
            <details className="no-print">
              <summary>{w.checkpoint}</summary>
              <pre>{checkpoint.note}</pre>
              <p className="xs dim">{w.checkpointWhy}</p>
            </details>
            <div className="print-only">
              <p className="xs">{w.checkpointWhy}</p>
              <pre>{checkpoint.note}</pre>
            </div>
          </>
        ) : (
          <p className="sm dim">{w.noCheckpoint}</p>
        )}
        <div className="row no-print">
          <button type="button" className="btn outlined" onClick={() => window.print()}>
            <Printer className="icon" aria-hidden /> {w.print}
          </button>
          <a className="btn outlined" href={base + '/brief.html'}>
            <FileText className="icon" aria-hidden /> {w.plain}
          </a>
        </div>
      </div>
    </Panel>
  );
}

/** The newest checkpoint, fetched again a little after something happened. */
function useCheckpoint(board: Board): Checkpoint | null {
  const seq = useSeq(board);
  const connected = useConnection(board).kind === 'live';
  const [checkpoint, setCheckpoint] = useState<Checkpoint | null>(null);
  useEffect(() => {
    if (!connected || seq < 0) {
      return undefined;
    }
    const stop = new AbortController();
    const timer = setTimeout(
      async () => {
        try {
          const response = await fetch(place(board.stream) + '/checkpoint', { signal: stop.signal });
          if (response.ok) {
            const note = await response.text();
            setCheckpoint({ note, at: timeOf(board, session.now()) });
          }
        } catch {
          // the one that is there already stays, with its time
        }
      },
      checkpoint === null ? 0 : PAUSE,
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [board, seq, connected]);
  return checkpoint;
}
