import { CalendarClock, SlidersHorizontal } from 'lucide-react';
import { useMemo, useState } from 'react';
import { nameIn, usePeople } from '../../live/people';
import { Button } from '../../parts/controls';
import { Chips } from '../../parts/Chips';
import { Check, Select } from '../../parts/choose';
import { TextInput } from '../../parts/text';
import { useWords } from '../../words/words';
import { isNarrowed, NO_FILTER, type Filter } from './filter';
import { GROUP_ICONS } from './kinds';
import type { Line } from './lines';
import { timeline } from './words';

const GROUPS: readonly Filter['group'][] = ['all', 'decisions', 'tasks', 'people', 'talk', 'crisis', 'gaps'];

/** What of the record is shown. */
export function Filters({
  filter,
  onChange,
  lines,
  gaps,
  shown,
  shownGaps,
  first,
}: {
  filter: Filter;
  onChange: (next: Filter) => void;
  lines: readonly Line[];
  gaps: number;
  shown: number;
  shownGaps: number;
  /** Position of the first entry that is loaded. */
  first: number;
}) {
  const w = useWords(timeline);
  const directory = usePeople();
  const [timed, setTimed] = useState(false);
  const [unfolded, setUnfolded] = useState(false);
  const counts = useMemo(() => {
    const found = new Map<string, number>();
    lines.forEach((line) => found.set(line.group, (found.get(line.group) ?? 0) + 1));
    return found.set('gaps', gaps);
  }, [lines, gaps]);
  const people = useMemo(() => {
    const ids = new Set(lines.flatMap((line) => line.person ?? []));
    return [...ids]
      .map((id) => ({ id, words: nameIn(directory, id) }))
      .sort((a, b) => a.words.localeCompare(b.words));
  }, [lines, directory]);
  const open = timed || filter.from !== '' || filter.to !== '';
  return (
    <div className="timeline-filters">
      <Chips
        label={w.filterBy}
        value={filter.group}
        onChange={(group) => onChange({ ...filter, group: group as Filter['group'] })}
        items={GROUPS.map((group) => {
          const Icon = GROUP_ICONS[group as keyof typeof GROUP_ICONS];
          const count = counts.get(group);
          return {
            id: group,
            words: w.groups[group],
            aside: (
              <>
                {count !== undefined && group !== 'all' && <span className="count num">{count}</span>}
                {Icon && <Icon className="icon timeline-chip-icon" aria-hidden />}
              </>
            ),
          };
        })}
      />
      <span className="timeline-fold">
        <Button icon={SlidersHorizontal} aria-expanded={unfolded} onPress={() => setUnfolded(!unfolded)}>
          {w.moreFilters}
        </Button>
      </span>
      <div className={'timeline-tools' + (unfolded ? ' unfolded' : '')}>
        <TextInput
          label={w.search}
          placeholder={w.search}
          type="search"
          value={filter.text}
          onChange={(text) => onChange({ ...filter, text })}
        />
        <Select
          label={w.person}
          value={filter.person === '' ? 'everybody' : filter.person}
          onChange={(person) => onChange({ ...filter, person: person === 'everybody' ? '' : person })}
          items={[{ id: 'everybody', words: w.everybody }, { id: 'muster', words: w.nobody }, ...people]}
        />
        {open ? (
          <fieldset className="timeline-between">
            <legend className="visually-hidden">{w.between}</legend>
            <TextInput
              label={w.from}
              type="datetime-local"
              value={filter.from}
              onChange={(from) => onChange({ ...filter, from })}
            />
            <TextInput
              label={w.to}
              type="datetime-local"
              value={filter.to}
              onChange={(to) => onChange({ ...filter, to })}
            />
          </fieldset>
        ) : (
          <Button icon={CalendarClock} onPress={() => setTimed(true)}>
            {w.between}…
          </Button>
        )}
        <Check checked={filter.technical} onChange={(technical) => onChange({ ...filter, technical })}>
          {w.everythingTechnical}
        </Check>
      </div>
      <p className="row sm dim" role="status">
        <span className="num">
          {w.showing(shown, lines.length)}
          {shownGaps > 0 && w.withGaps(shownGaps)}.{first > 0 && ' ' + w.searchedFrom(first)}
        </span>
        {isNarrowed(filter) && (
          <Button
            size="small"
            kind="quiet"
            onPress={() => {
              setTimed(false);
              onChange(NO_FILTER);
            }}
          >
            {w.clearFilters}
          </Button>
        )}
      </p>
    </div>
  );
}
