import type { Id, Views } from '../../api/types';

/** Somebody who can be mentioned. */
export interface Called {
  readonly id: Id;
  readonly handle: string;
  readonly name: string;
}

/** The server takes no more in one message. */
const MOST = 50;
/** What a handle may consist of. */
const HANDLE = /[\p{L}\p{N}._-]/u;

/** Those of the crisis that have a handle. */
export function calledOf(
  here: readonly Views['crises.people'][],
  directory: ReadonlyMap<Id, Views['people.directory']>,
): readonly Called[] {
  return here
    .flatMap((responder) => {
      const person = directory.get(responder.id);
      return person ? [{ id: person.id, handle: person.handle, name: person.name }] : [];
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Whom a text mentions by `@handle`, each once: the longest handle that fits counts, capitals do not. */
export function mentionsIn(text: string, people: readonly Called[]): readonly Id[] {
  const handles = new Map(people.map((person) => [person.handle.toLowerCase(), person.id]));
  const found = new Set<Id>();
  for (const match of text.matchAll(/(?<![\p{L}\p{N}])@([\p{L}\p{N}._-]{1,40})/gu)) {
    let handle = (match[1] ?? '').toLowerCase();
    while (handle !== '' && !handles.has(handle) && /[._-]$/.test(handle)) {
      handle = handle.slice(0, -1);
    }
    const person = handles.get(handle);
    if (person !== undefined) {
      found.add(person);
    }
  }
  return [...found].slice(0, MOST);
}

/** What is being typed after an `@` right before the caret: from where, and the letters so far. */
export function asked(text: string, caret: number): { readonly from: number; readonly search: string } | null {
  let from = caret;
  while (from > 0 && HANDLE.test(text[from - 1] ?? '')) {
    from--;
  }
  const at = from - 1;
  if (text[at] !== '@' || (at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1] ?? ''))) {
    return null;
  }
  return { from: at, search: text.slice(from, caret) };
}

/** Who fits, those whose handle or a name begins so. */
export function offered(people: readonly Called[], search: string, most: number): readonly Called[] {
  const wanted = plain(search);
  return people
    .filter((person) => plain(person.handle).startsWith(wanted) || plain(person.name).split(' ').some((word) => word.startsWith(wanted)))
    .slice(0, most);
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}
