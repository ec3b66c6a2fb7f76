import { useSyncExternalStore } from 'react';
import { Emitter } from '../live/emitter';

/** What a reader set for this browser. */
const changes = new Emitter();

export function preference(name: string, usual: string): string {
  return localStorage.getItem('muster.' + name) ?? usual;
}

export function setPreference(name: string, value: string): void {
  localStorage.setItem('muster.' + name, value);
  changes.emit(name);
}

export function usePreference(name: string, usual: string): string {
  return useSyncExternalStore(
    (wake) => changes.on(name, wake),
    () => preference(name, usual),
  );
}
