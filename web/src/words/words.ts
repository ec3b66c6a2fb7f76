import { useSyncExternalStore } from 'react';
import { Emitter } from '../live/emitter';

export type Language = 'en' | 'de';
export const LANGUAGES: readonly { readonly code: Language; readonly name: string }[] = [
  { code: 'en', name: 'English' },
  { code: 'de', name: 'Deutsch' },
];

const KEY = 'muster.language';
const changes = new Emitter();
let language: Language = first();

function first(): Language {
  const kept = localStorage.getItem(KEY);
  if (kept === 'en' || kept === 'de') {
    return kept;
  }
  return navigator.language.startsWith('de') ? 'de' : 'en';
}

export function currentLanguage(): Language {
  return language;
}

export function setLanguage(next: Language): void {
  language = next;
  localStorage.setItem(KEY, next);
  document.documentElement.lang = next;
  changes.emit('language');
}

/** The texts of one part of the product. English decides what there is; the compiler refuses a language that lacks any. */
export interface Catalogue<T> {
  readonly en: T;
  readonly de: T;
}

/** Makes every text of English a text or a function of the same arguments in every other language. */
type Same<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...given: infer A) => string
      ? (...given: A) => string
      : Same<T[K]>;
};

export function catalogue<const T extends object>(en: T, de: Same<T>): Catalogue<Same<T>> {
  return { en: en as unknown as Same<T>, de };
}

export function useLanguage(): Language {
  return useSyncExternalStore((wake) => changes.on('language', wake), currentLanguage);
}

export function useWords<T>(texts: Catalogue<T>): T {
  return texts[useLanguage()];
}

/** `1 task`, `2 tasks`: the right word for a number. */
export function counted(n: number, one: string, other: string): string {
  return `${n.toLocaleString(language)} ${n === 1 ? one : other}`;
}
