import { Fragment, useEffect, useSyncExternalStore, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { HistoryLine, Ref } from '../../api/types';
import { Emitter } from '../../live/emitter';
import { useCard } from '../../live/room';
import { At } from '../../parts/times';
import { useLanguage } from '../../words/words';
import type { Line } from './lines';

type Part = HistoryLine['parts'][number];

/** Where a thing of a headline is shown. */
function hrefOf(ref: Ref): string | null {
  switch (ref.feature) {
    case 'tasks':
    case 'decisions':
    case 'channels':
      return '/' + ref.feature + '/' + ref.id;
    case 'crises':
      return '/';
    default:
      return null;
  }
}

const QUOTE = /[:,]? ?\{(\d+)\}$/;
const HOLE = /\{(\d+)\}/;

/** A headline cut in two: what happened, and the words that somebody gave with it. */
export function cut(told: HistoryLine, words: string): { readonly said: string; readonly quote: string | null } {
  const [end = '', n] = QUOTE.exec(words) ?? [];
  const last = n === undefined ? undefined : told.parts[Number(n)];
  if (last?.kind !== 'text' || !end.startsWith(':')) {
    return { said: words, quote: null };
  }
  return { said: words.slice(0, -end.length), quote: plain(last.text) };
}

/** A person's text in one line, without the marks of its markup. */
export function plain(text: string): string {
  return text.replaceAll(/[*_`#>]{1,3}/g, '').replaceAll(/\s+/g, ' ').trim();
}

/** The server's sentences in German, loaded when somebody reads German. */
const loaded = new Emitter();
let german: ((words: string) => string) | null = null;

function useTemplate(line: Line): string {
  const language = useLanguage();
  const translate = useSyncExternalStore(
    (wake) => loaded.on('german', wake),
    () => german,
  );
  useEffect(() => {
    if (language === 'de' && german === null) {
      void import('./german').then((sentences) => {
        german = sentences.inGerman;
        loaded.emit('german');
      });
    }
  }, [language]);
  const words = line.entry.headline?.words ?? '';
  return language === 'de' && translate ? translate(words) : words;
}

/**
 * What happened, with links to whom and what it is about.
 *
 * @param besides what stands beside it already: nothing is said twice
 */
export function Said({ line, roles, besides }: { line: Line; roles: ReadonlyMap<string, string>; besides?: string }) {
  const template = useTemplate(line);
  const told = line.entry.headline;
  if (!told) {
    return null;
  }
  const { said } = cut(told, template);
  const rest = besides === undefined ? said : without(said, besides);
  return rest === '' ? null : (
    <>
      {besides !== undefined && <span className="dim"> · </span>}
      {filled(rest, told.parts, roles)}
    </>
  );
}

/** A sentence without a word that it begins with: `Decided {0}` beside `Decided` is `{0}`. */
function without(said: string, besides: string): string {
  return said.startsWith(besides) ? said.slice(besides.length).replace(/^[,:]? /, '') : said;
}

/** The words that somebody gave with it; nothing where there are none. */
export function quoteOf(line: Line): string | null {
  const told = line.entry.headline;
  return told ? cut(told, told.words).quote : null;
}

function filled(words: string, parts: readonly Part[], roles: ReadonlyMap<string, string>): ReactNode[] {
  return words.split(HOLE).map((piece, i) => {
    const part = i % 2 === 1 ? parts[Number(piece)] : undefined;
    return <Fragment key={i}>{i % 2 === 0 ? piece : part && <Piece part={part} roles={roles} />}</Fragment>;
  });
}

/** What a thing was called then; what it is called now, where the headline does not say. */
function Title({ part }: { part: Extract<Part, { kind: 'thing' }> }) {
  const { feature, id } = part.ref;
  const task = useCard('tasks.board', feature === 'tasks' ? id : undefined);
  const decision = useCard('decisions.register', feature === 'decisions' ? id : undefined);
  const named = part.text !== UNNAMED && part.text !== '';
  return <>{named ? part.text : (task?.title ?? decision?.question ?? part.text)}</>;
}

/** What the server writes for a thing that a headline only points at. */
const UNNAMED = '(withheld)';

function Piece({ part, roles }: { part: Part; roles: ReadonlyMap<string, string> }) {
  switch (part.kind) {
    case 'person':
      return (
        <Link href={'/people/' + part.id}>
          <bdi>{part.text}</bdi>
        </Link>
      );
    case 'thing': {
      const href = hrefOf(part.ref);
      return href ? (
        <Link href={href}>
          <bdi>
            <Title part={part} />
          </bdi>
        </Link>
      ) : (
        <bdi>{part.text}</bdi>
      );
    }
    case 'moment':
      return <At at={part.at} />;
    case 'text':
      return <bdi>{roles.get(part.text) ?? plain(part.text)}</bdi>;
  }
}
