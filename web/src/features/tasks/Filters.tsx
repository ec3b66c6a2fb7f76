import { useEffect, useMemo, useRef, useState } from 'react';
import { Input, Label, SearchField } from 'react-aria-components';
import { useMyId } from '../../live/me';
import { useList } from '../../live/room';
import { Chips } from '../../parts/Chips';
import { Select } from '../../parts/choose';
import { useWords } from '../../words/words';
import { useFunctions, useNameOfFunction } from './functions';
import { chosen, FILTERS, isOpen, type Filter } from './sorting';
import { VIEWS, type useWanted, type ViewName } from './wanted';
import { taskWords } from './words';


/** How and which tasks are shown; with how many of each there are. */
export function Filters({ view, wanted, set }: ReturnType<typeof useWanted>) {
  const w = useWords(taskWords);
  const me = useMyId();
  const tasks = useList('tasks.board');
  const functions = useFunctions();
  const nameOf = useNameOfFunction();
  const counts = useMemo(
    () =>
      new Map(
        FILTERS.map((filter) => [filter, chosen(tasks, { filter, function: null, text: '' }, me, new Map()).length]),
      ),
    [tasks, me],
  );
  const open = useMemo(() => tasks.filter(isOpen).length, [tasks]);
  return (
    <div className="tasks-filters">
      <Chips
        label={w.view}
        items={VIEWS.map((id) => ({ id, words: w[id] }))}
        value={view}
        onChange={(id) => set({ view: id as ViewName })}
      />
      <Chips
        label={w.filter}
        items={FILTERS.map((id) => ({
          id,
          words: w.filters[id],
          aside: <span className="num xs">{id === 'all' ? open : (counts.get(id) ?? 0)}</span>,
        }))}
        value={wanted.filter}
        onChange={(id) => set({ filter: id as Filter })}
      />
      <div className="tasks-filter-more">
        {functions.length > 1 && (
          <Select
            label={w.only}
            items={[
              { id: 'all', words: w.allFunctions },
              ...functions.map((id) => ({ id, words: nameOf(id) })),
            ]}
            value={wanted.function ?? 'all'}
            onChange={(id) => set({ function: id === 'all' ? null : id })}
          />
        )}
        <Search text={wanted.text} onChange={(text) => set({ text })} />
      </div>
    </div>
  );
}

const PAUSE = 150;

/** The address follows when typing pauses. */
function Search({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const w = useWords(taskWords);
  const [typed, setTyped] = useState(text);
  const said = useRef(text);
  useEffect(() => {
    if (text !== said.current) {
      said.current = text;
      setTyped(text);
    }
  }, [text]);
  useEffect(() => {
    if (typed === said.current) {
      return undefined;
    }
    const timer = setTimeout(() => {
      said.current = typed;
      onChange(typed);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [typed, onChange]);
  return (
    <SearchField className="field tasks-search" value={typed} onChange={setTyped}>
      <Label className="visually-hidden">{w.search}</Label>
      <Input dir="auto" placeholder={w.search} />
    </SearchField>
  );
}
