import { ArrowRight, History, Pause, Play, ShieldAlert, ShieldCheck, ShieldQuestion, SkipBack, SkipForward } from 'lucide-react';
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { Link } from 'wouter';
import type { Board } from '../../live/board';
import { useMe } from '../../live/me';
import { useMoment } from '../../live/moment';
import { useConnection, useRoom, useSeq } from '../../live/room';
import { Button, IconButton, Select, TextInput } from '../../parts/controls';
import { cityOf, clockOf, dayOf, secondsOf } from '../../words/times';
import { useWords } from '../../words/words';
import { useChronicle, type Loaded } from './chronicle';
import { fieldOf, instantIn } from './filter';
import type { Line } from './lines';
import { useMomentProof, type MomentProof } from './moment';
import './scrubber.css';
import { plain } from './Told';
import { timeline } from './words';

/** A moment is asked for when the hand has rested on it so long. */
const REST = 150;
/** While it plays, the screens follow so often at most. */
const FOLLOW = 1_200;
const PAGE = 20;
const SPEEDS = ['1', '10', '60'] as const;

/** The bar of the past: where in the record the screens stand, and the way through it. */
export default function Scrubber({ live }: { live: Board }) {
  const w = useWords(timeline);
  const s = w.scrubber;
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
        <span className="num">{s.position(hand + 1, now + 1)}</span>
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
      {line?.entry.headline && (
        <p className="scrubber-what sm">
          <Link href={'/timeline/' + line.seq}>
            <bdi>{plain(line.entry.headline.text)}</bdi>
          </Link>
        </p>
      )}
    </section>
  );
}

/** What stays in place below the header has to know how high this bar is. */
function useRoomFor(bar: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = document.documentElement;
    const observer = new ResizeObserver(() => {
      const stays = bar.current && getComputedStyle(bar.current).position === 'sticky';
      root.style.setProperty('--past-bar', (stays ? (bar.current?.offsetHeight ?? 0) : 0) + 'px');
    });
    if (bar.current) {
      observer.observe(bar.current);
    }
    return () => {
      observer.disconnect();
      root.style.removeProperty('--past-bar');
    };
  }, [bar]);
}

type Words = (typeof timeline)['en']['scrubber'];

/** Which entry the screens stand at; null while they are on their way there. */
function useShown(): number | null {
  const room = useRoom();
  const past = useConnection(room).kind === 'past';
  const seq = useSeq(room);
  return past ? seq : null;
}

/**
 * Where the hand is, which may be ahead of the screens: they are asked to follow when it has rested, or now and then
 * while it does not.
 */
function useHand(seq: number, go: (at: string | null) => void): [number, (to: number) => void] {
  const [hand, setHand] = useState<number | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const since = useRef<number | null>(null);
  useEffect(() => {
    // the screens have arrived where the hand was
    setHand((before) => (before === seq ? null : before));
  }, [seq]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const move = useCallback(
    (to: number) => {
      setHand(to);
      clearTimeout(timer.current);
      const began = (since.current ??= Date.now());
      const rest = Math.min(REST, Math.max(0, began + FOLLOW - Date.now()));
      timer.current = setTimeout(() => {
        since.current = null;
        go(String(to));
      }, rest);
    },
    [go],
  );
  return [hand ?? seq, move];
}

/** Goes on by itself until the present. */
function usePlaying(
  playing: boolean,
  speed: number,
  hand: number,
  end: number,
  move: (to: number) => void,
  stop: () => void,
): void {
  const now = useRef({ hand, move, stop, end });
  useEffect(() => {
    now.current = { hand, move, stop, end };
  });
  useEffect(() => {
    if (!playing) {
      return undefined;
    }
    let at = now.current.hand;
    const timer = setInterval(() => {
      at += 1;
      if (at >= now.current.end) {
        now.current.stop();
      }
      now.current.move(Math.min(at, now.current.end));
    }, 1000 / speed);
    return () => clearInterval(timer);
  }, [playing, speed]);
}

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
  const position = s.position(hand + 1, now + 1);
  return line ? `${position}, ${dayOf(line.at, 'UTC')}, ${clockOf(line.at, 'UTC')} UTC` : position;
}
