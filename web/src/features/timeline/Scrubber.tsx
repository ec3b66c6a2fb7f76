import {
  ArrowRight,
  History,
  Pause,
  Play,
  ShieldAlert,
  ShieldCheck,
  ShieldQuestion,
  SkipBack,
  SkipForward,
} from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { Board } from '../../live/board';
import { useMe } from '../../live/me';
import { useMoment } from '../../live/moment';
import { useSeq } from '../../live/room';
import { Button, IconButton } from '../../parts/controls';
import { Select } from '../../parts/choose';
import { TextInput } from '../../parts/text';
import { cityOf, clockOf, dayOf, secondsOf } from '../../words/times';
import { useWords } from '../../words/words';
import { useChronicle, type Loaded } from './chronicle';
import { fieldOf, instantIn } from './filter';
import { useHand, usePlaying, useRoomFor, useShown } from './hand';
import { eventWords } from './eventWords';
import type { Line } from './lines';
import { useMomentProof, type MomentProof } from './moment';
import { useRoleTitles } from './naming';
import './scrubber.css';
import { Said } from './Told';
import { timeline } from './words';

const PAGE = 20;
const SPEEDS = ['1', '10', '60'] as const;

/** The bar of the past: where in the record the screens stand, and the way through it. */
export default function Scrubber({ live }: { live: Board }) {
  const w = useWords(timeline);
  const s = w.scrubber;
  const kinds = useWords(eventWords);
  const roles = useRoleTitles();
  const { at, go } = useMoment();
  const now = useSeq(live);
  const { loaded, chronicle } = useChronicle(live.stream, now);
  const shown = useShown();
  const seq = at !== null && /^\d+$/.test(at) ? Number(at) : shown;
  const [hand, setHand] = useHand(seq ?? now, go);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<string>('10');
  const proof = useMomentProof(live.stream, shown);
  const line = loaded.lines[hand - loaded.first];
  useEffect(() => {
    if (loaded.lines.length > 0 && hand < loaded.first && loaded.loading === null && !loaded.problem) {
      void chronicle.older();
    }
  }, [chronicle, loaded, hand]);
  usePlaying(playing, Number(speed), hand, now, setHand, () => setPlaying(false));
  const bar = useRef<HTMLElement>(null);
  useRoomFor(bar);
  const step = (to: number) => {
    setPlaying(false);
    setHand(Math.min(now, Math.max(0, to)));
  };
  const decision = (direction: 1 | -1) => nextDecision(loaded, hand, direction);
  return (
    <section className="scrubber no-print" aria-label={s.label} ref={bar}>
      <div className="scrubber-top">
        <span className="scrubber-name">
          <History className="icon" aria-hidden /> {s.label}
        </span>
        <Where line={line} />
        <span className="scrubber-position num">{s.position(hand, now)}</span>
        <Proof proof={hand === shown ? proof : null} />
        <span className="scrubber-ends">
          <Since line={line} />
          <Button kind="primary" size="small" icon={ArrowRight} onPress={() => go(null)}>
            {s.backToNow}
          </Button>
        </span>
      </div>
      <div className="scrubber-way">
        <IconButton
          label={playing ? s.pause : s.play}
          icon={playing ? Pause : Play}
          kind="outlined"
          isDisabled={hand >= now && !playing}
          onPress={() => setPlaying(!playing)}
        />
        <Select
          label={s.speed}
          value={speed}
          onChange={setSpeed}
          items={SPEEDS.map((each) => ({ id: each, words: s.aSecond(Number(each)) }))}
        />
        <IconButton
          label={s.earlierDecision}
          icon={SkipBack}
          kind="outlined"
          isDisabled={decision(-1) === null}
          onPress={() => step(decision(-1) ?? hand)}
        />
        <input
          type="range"
          className="scrubber-slider"
          aria-label={s.slider}
          aria-valuetext={spoken(line, hand, now, s)}
          min={0}
          max={Math.max(0, now)}
          value={hand}
          onChange={(event) => step(Number(event.target.value))}
          onKeyDown={(event) => {
            const by = { PageUp: PAGE, PageDown: -PAGE }[event.key];
            if (by !== undefined) {
              event.preventDefault();
              step(hand + by);
            }
          }}
        />
        <IconButton
          label={s.laterDecision}
          icon={SkipForward}
          kind="outlined"
          isDisabled={decision(1) === null}
          onPress={() => step(decision(1) ?? hand)}
        />
        <Jump key={line?.seq ?? -1} at={line?.at} onGo={(to) => go(new Date(to).toISOString())} />
      </div>
      {line?.body && (
        <p className="scrubber-what sm">
          <Link href={'/timeline/' + line.seq}>{kinds[line.body.type] ?? line.body.type}</Link>
          <Said line={line} roles={roles} besides={kinds[line.body.type] ?? ''} />
        </p>
      )}
    </section>
  );
}

type Words = (typeof timeline)['en']['scrubber'];

function nextDecision(loaded: Loaded, from: number, direction: 1 | -1): number | null {
  for (let seq = from + direction; seq >= loaded.first && seq < loaded.end; seq += direction) {
    const type = loaded.lines[seq - loaded.first]?.body?.type;
    if (type && DECISIONS.has(type)) {
      return seq;
    }
  }
  return null;
}

const DECISIONS = new Set([
  'decisions.asked',
  'decisions.decided',
  'decisions.turned-down',
  'decisions.lapsed-to-default',
  'decisions.superseded',
]);

function Where({ line }: { line: Line | undefined }) {
  const w = useWords(timeline);
  const me = useMe();
  if (!line) {
    return <span className="scrubber-at num">…</span>;
  }
  return (
    <span className="scrubber-at num">
      <span className="sm">{w.scrubber.asOf}</span>{' '}
      <strong>
        {dayOf(line.at, 'UTC')}, {secondsOf(line.at, 'UTC')} UTC
      </strong>
      {me.zone !== 'UTC' && (
        <span className="sm"> · {w.scrubber.own(clockOf(line.at, me.zone), cityOf(me.zone))}</span>
      )}
    </span>
  );
}

function Since({ line }: { line: Line | undefined }) {
  const w = useWords(timeline);
  const moment = useMoment();
  return line ? (
    <Link
      className="btn small"
      href={'/timeline?since=' + encodeURIComponent(line.header.time)}
      onClick={() => moment.go(null)}
    >
      {w.scrubber.since}
    </Link>
  ) : null;
}

/** @param proof null while the screens are on their way */
function Proof({ proof }: { proof: MomentProof | null }) {
  const w = useWords(timeline);
  const s = w.scrubber;
  if (proof === null) {
    return <span className="scrubber-proof sm">{s.follows}</span>;
  }
  const [Icon, words, tone] =
    proof.kind === 'proved'
      ? ([ShieldCheck, s.proved(proof.size), ''] as const)
      : proof.kind === 'no'
        ? ([ShieldAlert, s.notProved, 'strong'] as const)
        : ([ShieldQuestion, proof.kind === 'proving' ? s.proving : s.unchecked, ''] as const);
  return (
    <span
      className={'scrubber-proof sm ' + tone}
      role="status"
      title={proof.kind === 'proved' ? s.rootThen + ': ' + proof.root : undefined}
    >
      <Icon className="icon" aria-hidden /> {words}
    </span>
  );
}

function Jump({ at, onGo }: { at: number | undefined; onGo: (to: number) => void }) {
  const w = useWords(timeline);
  const [text, setText] = useState(at === undefined ? '' : fieldOf(at));
  const to = instantIn(text);
  return (
    <form
      className="scrubber-jump"
      onSubmit={(event) => {
        event.preventDefault();
        if (to !== null) {
          onGo(to + 59_999);
        }
      }}
    >
      <TextInput label={w.scrubber.jump} type="datetime-local" value={text} onChange={setText} />
      <Button type="submit" isDisabled={to === null}>
        {w.scrubber.jumpDo}
      </Button>
    </form>
  );
}

function spoken(line: Line | undefined, hand: number, now: number, s: Words): string {
  const position = s.position(hand, now);
  return line ? `${position}, ${dayOf(line.at, 'UTC')}, ${clockOf(line.at, 'UTC')} UTC` : position;
}
