import { RefreshCw, ShieldAlert, ShieldCheck, ShieldQuestion } from 'lucide-react';
import { Link } from 'wouter';
import { Button, IconButton } from '../../parts/controls';
import { clockOf, lengthOf } from '../../words/times';
import { useWords } from '../../words/words';
import type { Verdict } from './check';
import type { DecisionSums } from './sums';
import { timeline } from './words';

/** What the record is worth, in four: whole, complete, swift, without gaps. */
export function Sums({
  verdict,
  sums,
  gaps,
  gapsFrom,
  onGaps,
  onAgain,
}: {
  verdict: Verdict;
  sums: DecisionSums;
  gaps: number;
  gapsFrom: number;
  onGaps: () => void;
  onAgain: () => void;
}) {
  const w = useWords(timeline);
  const all = sums.decided > 0 && sums.complete === sums.decided;
  return (
    <section className="timeline-sums" aria-label={w.sums}>
      <RecordSum verdict={verdict} onAgain={onAgain} />
      <div className={'timeline-sum' + (sums.decided === 0 ? '' : all ? ' ok' : ' warn')}>
        <p className="timeline-big num">{sums.decided === 0 ? '–' : w.ofN(sums.complete, sums.decided)}</p>
        <p className="sm dim">{sums.decided === 0 ? w.noDecisions : w.decisionsComplete}</p>
        {sums.lacking.slice(0, 2).map((each) => (
          <p className="xs" key={each.id}>
            <Link href={'/decisions/' + each.id}>
              {w.lacking(each.label, each.lacks.map((lack) => w.lacks[lack]).join(', '))}
            </Link>
          </p>
        ))}
      </div>
      <div className="timeline-sum">
        <p className="timeline-big num">{sums.median === null ? '–' : lengthOf(sums.median)}</p>
        <p className="sm dim">{w.median}</p>
      </div>
      <div className={'timeline-sum' + (gaps > 0 ? ' warn' : '')}>
        <p className={'timeline-big num' + (gaps > 0 ? ' c-warn' : '')}>{w.gaps(gaps)}</p>
        {gaps > 0 ? (
          <Button size="small" kind="quiet" onPress={onGaps}>
            {w.gapsMore}
          </Button>
        ) : (
          <p className="sm dim">{gapsFrom > 0 ? w.gapsFrom(gapsFrom) : w.gapsNone}</p>
        )}
      </div>
    </section>
  );
}

const SHIELDS = { checking: ShieldQuestion, unchecked: ShieldQuestion, intact: ShieldCheck, broken: ShieldAlert };
const TONES = { checking: '', unchecked: ' warn', intact: ' ok', broken: ' crit' };

function RecordSum({ verdict, onAgain }: { verdict: Verdict; onAgain: () => void }) {
  const w = useWords(timeline);
  const Icon = SHIELDS[verdict.kind];
  const tone = TONES[verdict.kind];
  return (
    <div className={'timeline-sum' + tone}>
      <p className={'row strong timeline-verdict' + tone} role="status">
        <Icon className="icon" aria-hidden />
        <span className="grow">{w[verdict.kind]}</span>
        {verdict.kind !== 'checking' && <IconButton label={w.checkAgain} icon={RefreshCw} onPress={onAgain} />}
      </p>
      <p className="sm dim num">{sentenceOf(verdict, w)}</p>
    </div>
  );
}

/** What was checked, and when. */
export function sentenceOf(verdict: Verdict, w: (typeof timeline)['en']): string {
  switch (verdict.kind) {
    case 'checking':
      return w.checkingMore;
    case 'unchecked':
      return verdict.why === 'insecure' ? w.uncheckedInsecure : w.uncheckedNoAnswer;
    case 'broken':
      return faultIn(verdict.fault, w);
    case 'intact': {
      const at = clockOf(verdict.at, 'UTC') + ' UTC';
      const { size } = verdict.checkpoint;
      return verdict.from === 0 ? w.intactAll(size, at) : w.intactPart(verdict.from, size - 1, at);
    }
  }
}

export function faultIn(fault: Extract<Verdict, { kind: 'broken' }>['fault'], w: (typeof timeline)['en']): string {
  switch (fault.kind) {
    case 'body':
      return w.faults.body(fault.seq);
    case 'content':
      return w.faults.content(fault.seq, fault.name ?? '');
    case 'order':
      return w.faults.order(fault.seq);
    case 'tree':
      return fault.seq === undefined ? w.faults.treeUnknown : w.faults.tree(fault.seq);
    case 'shorter':
      return w.faults.shorter(fault.had, fault.has);
    case 'restored':
      return w.faults.restored(fault.had);
    case 'rewritten':
      return w.faults.rewritten(fault.had);
    default:
      return w.faults[fault.kind];
  }
}
