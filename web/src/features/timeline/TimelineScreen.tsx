import { Download, WifiOff } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { useLocation, useParams, useSearch } from 'wouter';
import type { Problem } from '../../api/problem';
import { useIsPast, useOutOf, useRoom, useRoomCard, useSeq } from '../../live/room';
import { useMe } from '../../live/me';
import { nameIn, usePeople } from '../../live/people';
import { useNow } from '../../live/time';
import { Button, MenuButton } from '../../parts/controls';
import { Bones, Note } from '../../parts/plain';
import { Refusal } from '../../parts/Refusal';
import { common } from '../../words/common';
import { useWords } from '../../words/words';
import { useChronicle } from './chronicle';
import { Entries } from './Entries';
import { saveCsv, saveJson } from './export';
import { fieldOf, instantIn, isNarrowed, itemsOf, matches, NO_FILTER, type Filter } from './filter';
import { gapsIn } from './gaps';
import { useGapWords, useRoleTitles, useTrueGaps } from './naming';
import { Sums } from './Sums';
import { sumsOf } from './sums';
import './timeline.css';
import { useVerdict } from './useVerdict';
import { useWide } from './useWide';
import { timeline } from './words';

const Filters = lazy(async () => ({ default: (await import('./Filters')).Filters }));
const EntryPanel = lazy(async () => ({ default: (await import('./EntryPanel')).EntryPanel }));
const PrintTable = lazy(async () => ({ default: (await import('./PrintTable')).PrintTable }));
const RecordPanel = lazy(async () => ({ default: (await import('./RecordPanel')).RecordPanel }));
const Broken = lazy(async () => ({ default: (await import('./RecordPanel')).Broken }));

/** So many entries are loaded without being asked for, so that sums and gaps are of the whole record where they can be. */
const BY_ITSELF = 2_000;
/** A filter that leaves fewer than this asks for older entries by itself. */
const A_SCREENFUL = 25;

export default function TimelineScreen() {
  return <Timeline key={useRoom().stream} />;
}

/** Who decided what, when, under which authority, on which evidence; and whether that can be proved. */
function Timeline() {
  const w = useWords(timeline);
  const c = useWords(common);
  const room = useRoom();
  const past = useIsPast();
  const tip = useSeq(room);
  const { chronicle, loaded } = useChronicle(room.stream, past ? -1 : tip);
  const { verdict, again } = useVerdict(chronicle, loaded);
  const upTo = past ? tip : loaded.end - 1;
  const [held, setHeld] = useState<number | null>(null);
  const shownTo = past ? tip : (held ?? upTo);
  const [filter, setFilter] = useFilter();
  const lines = useMemo(() => loaded.lines.filter((line) => line.seq <= shownTo), [loaded.lines, shownTo]);
  const now = useNow();
  const gaps = useTrueGaps(useMemo(() => gapsIn(lines, now), [lines, now]));
  const sums = useOutOf('decisions.register', sumsOf);
  const items = useMemo(() => itemsOf(lines, gaps, filter), [lines, gaps, filter]);
  const roles = useRoleTitles();
  const gapWords = useGapWords();
  const wide = useWide();
  const { seq } = useParams<{ seq?: string }>();
  const chosen = seq !== undefined && /^\d{1,12}$/.test(seq) ? Number(seq) : null;
  const [, go] = useLocation();
  const card = useRoomCard();
  const me = useMe();
  const people = usePeople();

  useEffect(() => {
    if (held === null && loaded.end > 0) {
      setHeld(loaded.end - 1);
    }
  }, [held, loaded.end]);
  useEffect(() => {
    const from = instantIn(filter.from);
    const oldest = loaded.lines[0];
    const wanted =
      loaded.lines.length < BY_ITSELF || (oldest && from !== null && oldest.at > from) || items.length < A_SCREENFUL;
    if (!oldest || loaded.first === 0 || loaded.loading !== null || loaded.problem || !wanted) {
      return undefined;
    }
    const timer = setTimeout(() => void chronicle.older(), 250);
    return () => clearTimeout(timer);
  }, [chronicle, loaded, filter.from, items.length]);

  const fresh = past ? 0 : loaded.lines.filter((line) => line.seq > shownTo && matches(filter, line)).length;
  const close = useCallback(() => go('/timeline'), [go]);
  const shown = useMemo(() => items.flatMap((item) => (item.kind === 'line' ? [item.line] : [])), [items]);
  const save = (what: string) => {
    const of = { label: card?.label ?? room.stream, shown, nameOf: (id: string) => nameIn(people, id), verdict, filter };
    if (what === 'csv') {
      saveCsv(of);
    } else if (what === 'json') {
      saveJson(of);
    } else {
      window.print();
    }
  };

  if (loaded.lines.length === 0 && loaded.problem) {
    return (
      <main className="page">
        <h1>{w.title}</h1>
        <Trouble problem={loaded.problem} onAgain={() => chronicle.again()} />
      </main>
    );
  }
  const entry = chosen !== null && (
    <Suspense fallback={<Bones label={c.loading} lines={12} />}>
    <EntryPanel
      key={chosen}
      seq={chosen}
      loaded={loaded}
      verdict={verdict}
      roles={roles}
      onClose={close}
      onGo={(to) => go('/timeline/' + to)}
    />
    </Suspense>
  );
  if (entry && !wide) {
    return (
      <main className="page timeline-alone">
        <h1 className="visually-hidden">{w.title}</h1>
        {entry}
      </main>
    );
  }
  return (
    <>
      <div className={'timeline no-print' + (wide ? ' with-side' : '')}>
        <main className="page">
          {verdict.kind === 'broken' && (
            <Suspense fallback={null}>
            <Broken
              verdict={verdict}
              lines={loaded.lines}
              label={card?.label ?? ''}
              onRestored={() => {
                void import('./check').then(({ forgetCheckpoint }) => {
                  forgetCheckpoint(room.stream);
                  again();
                });
              }}
            />
            </Suspense>
          )}
          <div className="page-title">
            <h1>{w.title}</h1>
            <span className="dim">{w.subtitle}</span>
            <span className="end">
              <MenuButton
                label={w.export}
                kind={past ? 'outlined' : 'primary'}
                icon={Download}
                onChoose={save}
                items={[
                  { id: 'csv', words: w.exportCsv, disabled: verdict.kind === 'broken' },
                  { id: 'json', words: w.exportJson, disabled: verdict.kind === 'broken' },
                  { id: 'print', words: w.print, disabled: verdict.kind === 'broken' },
                ]}
              >
                {w.export}
              </MenuButton>
            </span>
          </div>
          <Sums
            verdict={verdict}
            sums={sums}
            gaps={gaps.length}
            gapsFrom={loaded.first}
            onGaps={() => setFilter({ ...NO_FILTER, group: 'gaps' })}
            onAgain={again}
          />
          {!wide && (
            <details className="panel timeline-more">
              <summary>{w.proof}</summary>
              <Suspense fallback={<Bones label={c.loading} />}><RecordPanel verdict={verdict} loaded={loaded} chronicle={chronicle} onAgain={again} /></Suspense>
            </details>
          )}
          <Suspense fallback={<div className="timeline-filters-place" />}>
          <Filters
            filter={filter}
            onChange={setFilter}
            lines={lines}
            gaps={gaps.length}
            shown={shown.length}
            shownGaps={items.filter((item) => item.kind === 'gap').length}
            first={loaded.first}
          />
          </Suspense>
          {loaded.lines.length === 0 ? (
            <Bones label={c.loading} lines={14} />
          ) : (
            <Entries
              items={items}
              chosen={chosen}
              roles={roles}
              gapWords={gapWords}
              exercise={card?.exercise ?? false}
              now={now}
              fresh={fresh}
              onFresh={() => setHeld(loaded.end - 1)}
              loaded={loaded}
              onOlder={() => void chronicle.older()}
              onClear={isNarrowed(filter) ? () => setFilter(NO_FILTER) : null}
            />
          )}
          {loaded.problem && <Trouble problem={loaded.problem} onAgain={() => chronicle.again()} />}
        </main>
        {wide && (
          <aside className="timeline-side" aria-label={chosen === null ? w.proof : w.entry(chosen)}>
            {entry || <Suspense fallback={<Bones label={c.loading} />}><RecordPanel verdict={verdict} loaded={loaded} chronicle={chronicle} onAgain={again} /></Suspense>}
          </aside>
        )}
      </div>
      <Suspense fallback={null}>
        <PrintTable items={items} gapWords={gapWords} roles={roles} verdict={verdict} filter={filter} by={me.name} />
      </Suspense>
    </>
  );
}

/** Entries that could not be loaded: what is there stays, and it can be tried again. */
function Trouble({ problem, onAgain }: { problem: Problem; onAgain: () => void }) {
  const w = useWords(timeline);
  return (
    <div className="stack" role="alert">
      {problem.status === 0 ? (
        <Note tone="warn" icon={WifiOff}>
          {w.notLoaded}
        </Note>
      ) : (
        <Refusal problem={problem} />
      )}
      <div>
        <Button onPress={onAgain}>{w.tryAgain}</Button>
      </div>
    </div>
  );
}

/** The filters; a link can set from when on, or what kind. */
function useFilter(): [Filter, (next: Filter) => void] {
  const search = useSearch();
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  useEffect(() => {
    const given = new URLSearchParams(search);
    const since = Date.parse(given.get('since') ?? '');
    if (!Number.isNaN(since)) {
      setFilter({ ...NO_FILTER, from: fieldOf(since) });
    }
  }, [search]);
  return [filter, setFilter];
}
