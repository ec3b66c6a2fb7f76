import { useContext, useSyncExternalStore } from 'react';
import type { Instant } from '../api/types';
import type { Board, CrisisClock } from './board';
import { RoomContext } from './room';
import { session } from './session';

/**
 * One timer for every clock on the screen; stands still while the page is hidden. Wakes at whole seconds.
 */
class Ticker {
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private second = Math.floor(session.now() / 1000);

  constructor() {
    document.addEventListener('visibilitychange', () => this.next());
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    if (this.listeners.size === 1) {
      this.next();
    }
    return () => {
      this.listeners.delete(listener);
    };
  };

  /** Real time in whole seconds. */
  readonly now = (): number => this.second;

  private next(): void {
    clearTimeout(this.timer);
    if (this.listeners.size > 0 && !document.hidden) {
      this.timer = setTimeout(() => this.next(), 1000 - (session.now() % 1000) + 5);
      this.second = Math.floor(session.now() / 1000);
      [...this.listeners].forEach((listener) => listener());
    }
  }
}

const ticker = new Ticker();

/** Crisis time in milliseconds at a real time in milliseconds. */
export function crisisTime(clock: CrisisClock, real: number): number {
  return Date.parse(clock.from) + ((real - Date.parse(clock.since)) * clock.speed) / 100;
}

/**
 * What time it is for the things on this screen, in milliseconds: crisis time inside a crisis, real time elsewhere, the
 * moment itself in the past. Every second, or only when the minute is another one.
 */
export function useNow(every: 'second' | 'minute' = 'minute'): number {
  const room = useContext(RoomContext);
  const millis = every === 'second' ? 1000 : 60_000;
  const now = () => Math.floor(timeOf(room, ticker.now() * 1000) / millis) * millis;
  return useSyncExternalStore(ticker.subscribe, now);
}

/** The time of a board at a real time; real time itself where there is none. */
export function timeOf(room: Board | null, real: number): number {
  if (!room?.filled) {
    return real;
  }
  const state = room.connection();
  return state.kind === 'past' ? Date.parse(state.at) : crisisTime(room.clock(), real);
}

/** Real time, every minute; for people's local clocks in a drill as well as in earnest. */
export function useRealNow(): number {
  return useSyncExternalStore(ticker.subscribe, () => Math.floor(ticker.now() / 60) * 60_000);
}

export function millis(at: Instant): number {
  return Date.parse(at);
}
