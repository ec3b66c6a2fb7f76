import { Link2, ShieldAlert, ShieldCheck, ShieldQuestion } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { useRoom } from '../../live/room';
import { Note } from '../../parts/plain';
import { useWords } from '../../words/words';
import { readInclusion, type Verdict } from './check';
import { CopyBox } from './CopyBox';
import { saveText } from './export';
import type { Line } from './lines';
import { canHash, checkEntry, fromBase64, hex, isIncluded, leafHash, receiptOf } from './proof';
import { timeline } from './words';

type Proved =
  | { readonly kind: 'proving' }
  | { readonly kind: 'unchecked' }
  | {
      readonly kind: 'done';
      readonly included: boolean;
      readonly intact: boolean;
      readonly steps: number;
      readonly size: number;
      readonly receipt: string;
    };

/** Proves one entry here and now: its texts against its header, its header against the signed root. */
function useProved(stream: string, line: Line, verdict: Verdict): Proved {
  const [proved, setProved] = useState<Proved>({ kind: 'proving' });
  const checkpoint = verdict.kind === 'intact' || verdict.kind === 'broken' ? verdict.checkpoint : undefined;
  const known = verdict.kind !== 'checking';
  useEffect(() => {
    let gone = false;
    const prove = async (): Promise<Proved> => {
      if (!canHash() || !checkpoint || line.seq >= checkpoint.size) {
        return { kind: 'unchecked' };
      }
      const hashes = await readInclusion(stream, line.seq, checkpoint.size);
      const leaf = await leafHash(line.entry.header);
      const path = hashes.map(fromBase64);
      return {
        kind: 'done',
        included: await isIncluded(leaf, line.seq, checkpoint.size, path, checkpoint.root),
        intact: (await checkEntry(line.entry)) === null,
        steps: hashes.length,
        size: checkpoint.size,
        receipt: receiptOf(line.seq, hashes, checkpoint.note),
      };
    };
    if (known) {
      prove()
        .catch((): Proved => ({ kind: 'unchecked' }))
        .then((now) => !gone && setProved(now));
    }
    return () => {
      gone = true;
    };
  }, [stream, line, checkpoint, known]);
  return proved;
}

export function ProofSection({
  line,
  before,
  after,
  verdict,
}: {
  line: Line;
  before: Line | undefined;
  after: Line | undefined;
  verdict: Verdict;
}) {
  const w = useWords(timeline);
  const room = useRoom();
  const proved = useProved(room.stream, line, verdict);
  return (
    <section>
      <h3>{w.proof}</h3>
      <ol className="timeline-chain">
        {after && <Leaf line={after} />}
        <Leaf line={line} here />
        {before && <Leaf line={before} />}
      </ol>
      <div role="status">
        {proved.kind === 'proving' && <Note tone="mute">{w.proving}</Note>}
        {proved.kind === 'unchecked' && (
          <Note tone="warn" icon={ShieldQuestion}>
            {w.notProved}
          </Note>
        )}
        {proved.kind === 'done' && (
          <Note
            tone={proved.included && proved.intact ? 'ok' : 'crit'}
            icon={proved.included && proved.intact ? ShieldCheck : ShieldAlert}
          >
            {proved.included ? w.included(proved.steps, proved.size) : w.notIncluded}{' '}
            {line.body && (proved.intact ? w.contentsGood : w.contentsBad)}
          </Note>
        )}
      </div>
      {proved.kind === 'done' && proved.included && (
        <>
          <h4 className="sm dim">{w.receipt}</h4>
          <CopyBox
            text={proved.receipt}
            saveWords={w.download}
            onSave={() => saveText(`entry-${line.seq}.tlog-proof`, proved.receipt)}
          />
          <p className="xs dim">{w.verifyYourself}</p>
          <CopyBox text={`muster verify DIR --receipt entry-${line.seq}.tlog-proof`} />
        </>
      )}
    </section>
  );
}

/** An entry as a leaf of the tree: by the fingerprint of its header, worked out here. */
function Leaf({ line, here = false }: { line: Line; here?: boolean }) {
  const w = useWords(timeline);
  const [leaf, setLeaf] = useState('');
  useEffect(() => {
    let gone = false;
    if (canHash()) {
      void leafHash(line.entry.header).then((hash) => !gone && setLeaf(hex(hash)));
    }
    return () => {
      gone = true;
    };
  }, [line]);
  return (
    <li className={here ? 'here' : ''}>
      <Link2 className="icon c-ok" aria-hidden />
      {here ? (
        <strong className="grow">
          {w.entry(line.seq)}, {w.signedHere}
        </strong>
      ) : (
        <Link href={'/timeline/' + line.seq} className="grow">
          {w.entry(line.seq)}
        </Link>
      )}
      <span className="mono" title={w.leaf + ' ' + leaf}>
        {leaf.slice(0, 4)} {leaf.slice(4, 8)}…
      </span>
    </li>
  );
}
