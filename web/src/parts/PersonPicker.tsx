import { ChevronDown } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import {
  Button as RacButton,
  ComboBox,
  FieldError,
  Group,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import type { Id, Views } from '../api/types';
import { useMyId } from '../live/me';
import { nameIn, usePeople } from '../live/people';
import { useIndex, useList } from '../live/room';
import { useNow } from '../live/time';
import { isNight } from '../words/times';
import { useWords } from '../words/words';
import { Avatar } from './plain';
import { LocalClock } from './times';
import { common } from '../words/common';
import { pickerWords } from './pickerWords';
import './picker.css';

interface Candidate {
  readonly id: Id;
  readonly name: string;
  readonly zone: string | undefined;
  /** What they are here for: seats, else functions. */
  readonly roles: string;
  /** What the search looks at. */
  readonly text: string;
}

/**
 * One person out of those who take part in the crisis: with what they are here for and what time it is where they are.
 *
 * @param people who may be chosen; everybody of the crisis where it is left out
 * @param exclude who may not
 */
export function PersonPicker({
  label,
  value,
  onChange,
  people,
  exclude,
  hint,
  autoFocus = false,
  required = false,
  problem,
}: {
  label: string;
  value: Id | null;
  onChange: (person: Id | null) => void;
  people?: readonly Id[] | undefined;
  exclude?: readonly Id[] | undefined;
  hint?: string | undefined;
  autoFocus?: boolean;
  required?: boolean;
  problem?: string | undefined;
}) {
  const w = useWords(pickerWords);
  const candidates = useCandidates(people, exclude);
  // the field shows the name alone, and roles are searched as well
  const found = useCallback(
    (name: string, search: string) =>
      candidates.some((candidate) => candidate.name === name && matches(candidate.text, search)),
    [candidates],
  );
  return (
    <ComboBox
      className="field person-picker"
      defaultItems={candidates}
      value={value}
      onChange={(key) => onChange(key === null ? null : String(key))}
      menuTrigger="focus"
      isRequired={required}
      isInvalid={problem !== undefined}
      validationBehavior="aria"
      autoFocus={autoFocus}
      defaultFilter={found}
      allowsEmptyCollection
    >
      <Label>{label}</Label>
      <Group className="person-picker-box">
        <Input placeholder={w.placeholder} dir="auto" />
        <RacButton className="person-picker-button" aria-label={w.show}>
          <ChevronDown className="icon" aria-hidden />
        </RacButton>
      </Group>
      {hint && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <FieldError className="c-crit sm">{problem}</FieldError>
      <Popover className="popover">
        <ListBox<Candidate>
          className="listbox"
          renderEmptyState={() => <p className="dim sm person-picker-none">{w.nobody}</p>}
        >
          {(candidate) => (
            <ListBoxItem id={candidate.id} textValue={candidate.name} className="item">
              <PersonRow candidate={candidate} />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

/** All the words of a search have to be somewhere in a name, a seat or a function. */
export function matches(text: string, search: string): boolean {
  const plain = fold(text);
  return fold(search)
    .split(/\s+/)
    .every((word) => plain.includes(word));
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}

function PersonRow({ candidate }: { candidate: Candidate }) {
  const w = useWords(pickerWords);
  const now = useNow();
  const asleep = candidate.zone !== undefined && isNight(now, candidate.zone);
  return (
    <>
      <Avatar name={candidate.name} small />
      <span className="grow">
        <Text slot="label">
          <bdi className="strong">{candidate.name}</bdi>
        </Text>
        {candidate.roles && (
          <Text slot="description" className="dim sm">
            {' '}
            {candidate.roles}
          </Text>
        )}
      </span>
      {candidate.zone && (
        <span className="aside nowrap">
          {asleep && w.night + ' '}
          <LocalClock zone={candidate.zone} />
        </span>
      )}
    </>
  );
}

function useCandidates(people: readonly Id[] | undefined, exclude: readonly Id[] | undefined): readonly Candidate[] {
  const directory = usePeople();
  const here = useIndex('crises.people');
  const seats = useList('crises.seats');
  const me = useMyId();
  const words = useWords(common);
  return useMemo(() => {
    const ids = (people ?? [...here.keys()]).filter((id) => !exclude?.includes(id));
    return ids
      .map((id): Candidate => {
        const name = nameIn(directory, id) + (id === me ? ` (${words.you})` : '');
        const roles = rolesOf(id, here.get(id), seats, words.functions);
        return { id, name, zone: here.get(id)?.zone ?? directory.get(id)?.zone, roles, text: name + ' ' + roles };
      })
      .sort((a, b) => a.name.localeCompare(b.name));
  }, [directory, here, seats, me, words, people, exclude]);
}

/** `Incident lead, deputy of General Counsel`; functions where somebody holds no seat. */
function rolesOf(
  id: Id,
  responder: Views['crises.people'] | undefined,
  seats: readonly Views['crises.seats'][],
  functions: { readonly [name: string]: string },
): string {
  const titles = seats.filter((seat) => seat.holder === id || seat.standIn === id).map((seat) => seat.title);
  return titles.length > 0
    ? titles.join(', ')
    : (responder?.functions ?? []).map((name) => functions[name] ?? name).join(', ');
}
