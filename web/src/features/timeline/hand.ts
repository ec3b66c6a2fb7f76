import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { useConnection, useRoom, useSeq } from '../../live/room';

/** A moment is asked for when the hand has rested on it so long. */
const REST = 150;
/** While it plays, the screens follow so often at most. */
const FOLLOW = 1_200;

/** Which entry the screens stand at; null while they are on their way there. */
export function useShown(): number | null {
  const room = useRoom();
  const past = useConnection(room).kind === 'past';
  const seq = useSeq(room);
  return past ? seq : null;
}

/**
 * Where the hand is, which may be ahead of the screens: they are asked to follow when it has rested, or now and then
 * while it does not.
 */
export function useHand(seq: number, go: (at: string | null) => void): [number, (to: number) => void] {
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
export function usePlaying(
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

/** What stays in place below the header has to know how high this bar is. */
export function useRoomFor(bar: RefObject<HTMLElement | null>): void {
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
