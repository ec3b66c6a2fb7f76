import { ArrowUp } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { WindowVirtualizer, type WindowVirtualizerHandle } from 'virtua';
import { Button } from '../../parts/controls';
import { Empty } from '../../parts/plain';
import { common } from '../../words/common';
import { useWords } from '../../words/words';
import type { Loaded } from './chronicle';
import type { Item } from './filter';
import type { Gap } from './gaps';
import { GapRow, Row } from './Row';
import { timeline } from './words';

/** The entries, the newest first; only those in view exist. */
export function Entries({
  items,
  chosen,
  roles,
  gapWords,
  exercise,
  now,
  fresh,
  onFresh,
  loaded,
  onOlder,
  onClear,
}: {
  items: readonly Item[];
  chosen: number | null;
  roles: ReadonlyMap<string, string>;
  gapWords: (gap: Gap) => string;
  exercise: boolean;
  now: number;
  /** How many came since that are not shown yet. */
  fresh: number;
  onFresh: () => void;
  loaded: Loaded;
  onOlder: () => void;
  /** Takes all filters away; null where there are none. */
  onClear: (() => void) | null;
}) {
  const w = useWords(timeline);
  const c = useWords(common);
  const list = useRef<WindowVirtualizerHandle>(null);
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const look = () => {
    const handle = list.current;
    if (!handle) {
      return;
    }
    // the line of the day that stays covers what lies above its lower edge
    const covered = box.current?.querySelector('.timeline-stays')?.getBoundingClientRect().bottom ?? 0;
    setTop(handle.findItemIndex(handle.scrollOffset + Math.max(0, covered)));
    const last = handle.findItemIndex(handle.scrollOffset + handle.viewportSize);
    if (last >= items.length - 12 && loaded.first > 0 && loaded.loading === null) {
      onOlder();
    }
  };
  // back from an entry's own page: where the reader was
  const returnTo = useRef(chosen);
  useEffect(() => {
    const index = items.findIndex((item) => item.kind === 'line' && item.line.seq === returnTo.current);
    if (index > 8) {
      list.current?.scrollToIndex(index, { align: 'center' });
    }
    returnTo.current = null;
    // only once, when the list comes up
  }, []);
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    const row = (event.target as Element).closest('[data-seq]');
    if (step === undefined || !row || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const rows = [...(box.current?.querySelectorAll<HTMLElement>('[data-seq]') ?? [])];
    const next = rows[rows.indexOf(row as HTMLElement) + step]?.querySelector<HTMLElement>('.timeline-open');
    if (next) {
      event.preventDefault();
      next.focus();
    }
  };
  const day = items[Math.min(top, items.length - 1)]?.day;
  return (
    <section className="panel timeline-list" aria-label={w.entries} ref={box} onKeyDown={walk}>
      {fresh > 0 && (
        <div className="timeline-fresh">
          <Button
            size="small"
            icon={ArrowUp}
            onPress={() => {
              onFresh();
              window.scrollTo({ top: 0 });
            }}
          >
            {w.newer(fresh)}
          </Button>
        </div>
      )}
      {day !== undefined && (
        <div className="timeline-day timeline-stays" aria-hidden>
          {day} <span className="end">{w.newestFirst}</span>
        </div>
      )}
      <div role="status" className="visually-hidden">
        {fresh > 0 ? w.newer(fresh) : ''}
      </div>
      {items.length === 0 ? (
        <Empty
          action={
            onClear && (
              <Button onPress={onClear} kind="outlined">
                {w.clearFilters}
              </Button>
            )
          }
        >
          {loaded.first > 0 && loaded.loading ? w.loadingOlder : onClear ? w.noMatch : w.empty}
        </Empty>
      ) : (
        <WindowVirtualizer ref={list} data={items as Item[]} onScroll={look} bufferSize={400} itemSize={66}>
          {(item, i) =>
            item.kind === 'day' ? (
              <h2 key={item.key} className={'timeline-day' + (i === 0 ? ' visually-hidden' : '')}>
                {item.day}
              </h2>
            ) : item.kind === 'gap' ? (
              <GapRow key={item.key} gap={item.gap} what={gapWords(item.gap)} now={now} />
            ) : (
              <Row
                key={item.key}
                line={item.line}
                chosen={item.line.seq === chosen}
                roles={roles}
                exercise={exercise}
              />
            )
          }
        </WindowVirtualizer>
      )}
      <p className="timeline-end sm dim" role="status">
        {loaded.loading === 'older' ? (
          w.loadingOlder
        ) : loaded.first > 0 ? (
          <Button size="small" kind="quiet" onPress={onOlder}>
            {w.loadOlder}
          </Button>
        ) : loaded.loading ? (
          c.loading
        ) : (
          w.beginning
        )}
      </p>
    </section>
  );
}
