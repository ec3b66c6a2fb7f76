import type { Id, Views } from '../api/types';
import { useCard, useIndex } from './room';

/** What somebody is called; the beginning of the id where the directory does not say. */
export function nameIn(people: ReadonlyMap<Id, Views['people.directory']>, id: Id | undefined): string {
  return id === undefined ? '' : (people.get(id)?.name ?? id.slice(0, 6) + '…');
}

export function useName(id: Id | undefined): string {
  const card = useCard('people.directory', id);
  return id === undefined ? '' : (card?.name ?? id.slice(0, 6) + '…');
}

export function usePeople(): ReadonlyMap<Id, Views['people.directory']> {
  return useIndex('people.directory');
}

/** `DW` of `Dana Weiss`. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const letters = [words[0], words.length > 1 ? words[words.length - 1] : undefined]
    .map((word) => (word ? [...word][0] : ''))
    .join('');
  return letters.toLocaleUpperCase() || '?';
}
