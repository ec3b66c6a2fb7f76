import { ShieldAlert } from 'lucide-react';
import { Link } from 'wouter';
import { Button } from '../../parts/controls';
import { clockOf, dayOf } from '../../words/times';
import { useWords } from '../../words/words';
import type { Chronicle, Loaded } from './chronicle';
import type { Verdict } from './check';
import { CopyBox } from './CopyBox';
import { saveFindings, saveText } from './export';
import type { Line } from './lines';
import { faultIn, sentenceOf } from './Sums';
import { timeline } from './words';

/** What this browser found out about the record, step by step, and how to find it out without us. */
export function RecordPanel({
  verdict,
  loaded,
  chronicle,
  onAgain,
}: {
  verdict: Verdict;
  loaded: Loaded;
  chronicle: Chronicle;
  onAgain: () => void;
}) {
  const w = useWords(timeline);
  const checkpoint = verdict.kind === 'intact' || verdict.kind === 'broken' ? verdict.checkpoint : undefined;
  return (
    <div className="timeline-panel">
      <header>
        <h2>{w.record.title}</h2>
      </header>
      <section>
        <p>{w.record.intro}</p>
        <ol className="timeline-steps">
          <Step done={verdict.kind === 'intact'}>{sentenceOf(verdict, w)}</Step>
          {verdict.kind === 'intact' && (
            <>
              <Step done>{w.record.texts(verdict.checkpoint.size - verdict.from, verdict.withheld)}</Step>
              <Step done>{w.record.tree(verdict.checkpoint.size)}</Step>
              <Step done={verdict.signed === 'good'}>
                {verdict.signed === 'good' ? w.record.signed(keyName(verdict.key)) : w.signedUnable}
              </Step>
              <Step done={verdict.since !== undefined}>
                {verdict.since
                  ? w.record.since(
                      verdict.since.size,
                      dayOf(verdict.since.at, 'UTC') + ', ' + clockOf(verdict.since.at, 'UTC') + ' UTC',
                    )
                  : w.firstVisit}
              </Step>
            </>
          )}
        </ol>
        <div className="row">
          <Button size="small" onPress={onAgain}>
            {w.checkAgain}
          </Button>
          {loaded.first > 0 && (
            <Button size="small" onPress={() => void chronicle.reach(0)} isDisabled={loaded.loading !== null}>
              {w.checkAll}
            </Button>
          )}
        </div>
        <p className="xs dim">{w.record.limits}</p>
      </section>
      {checkpoint && (
        <section>
          <h3>{w.checkpoint}</h3>
          <CopyBox
            text={checkpoint.note}
            onSave={() => saveText('checkpoint-' + checkpoint.size + '.txt', checkpoint.note)}
            saveWords={w.downloadCheckpoint}
          />
        </section>
      )}
      <section>
        <h3>{w.verifyYourself}</h3>
        <CopyBox
          text={checkpoint ? `muster verify DIR --checkpoint checkpoint-${checkpoint.size}.txt` : 'muster verify DIR'}
        />
        <p className="xs dim">{w.record.offline}</p>
      </section>
    </div>
  );
}

function keyName(vkey: string): string {
  return vkey.split('+')[1] ?? '';
}

function Step({ done, children }: { done: boolean; children: React.ReactNode }) {
  return <li className={done ? 'done' : ''}>{children}</li>;
}

/** The loudest thing there is: the record is not what it was. Names the first bad entry. */
export function Broken({
  verdict,
  lines,
  label,
  onRestored,
}: {
  verdict: Extract<Verdict, { kind: 'broken' }>;
  lines: readonly Line[];
  label: string;
  /** Somebody knows of the restore. */
  onRestored: () => void;
}) {
  const w = useWords(timeline);
  const { fault } = verdict;
  const seq = 'seq' in fault ? fault.seq : undefined;
  return (
    <section className="timeline-broken" role="alert" aria-label={w.broken}>
      <h2>
        <ShieldAlert className="icon" aria-hidden /> {w.broken}
      </h2>
      <p className="timeline-big">{faultIn(fault, w)}</p>
      <p>
        {w.brokenDo} <strong>{w.brokenExports}</strong>
      </p>
      <div className="row">
        <Button onPress={() => saveFindings(label, verdict, lines)}>{w.keepFindings}</Button>
        {fault.kind === 'restored' && <Button onPress={onRestored}>{w.restoreKnown}</Button>}
        {seq !== undefined && (
          <Link className="btn outlined" href={'/timeline/' + seq}>
            {w.firstBad(seq)}
          </Link>
        )}
        <span className="sm num">
          {dayOf(verdict.at, 'UTC')}, {clockOf(verdict.at, 'UTC')} UTC
        </span>
      </div>
    </section>
  );
}
