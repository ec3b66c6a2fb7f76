import { ChevronDown } from 'lucide-react';
import { useMemo, useState } from 'react';
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
import type { Id, Ref } from '../../api/types';
import { nameIn, usePeople } from '../../live/people';
import { useList } from '../../live/room';
import { matches } from '../../parts/PersonPicker';
import { plainOf } from '../../parts/plainText';
import { shortened } from '../../parts/refs';
import { useWords } from '../../words/words';
import { formWords } from './formWords';

interface Found {
  readonly id: string;
  readonly ref: Ref;
  readonly text: string;
  readonly aside: string;
}

/** As many messages as are offered; older ones are kept as evidence from the channel itself. */
const LATEST = 200;

/** Finds a task, decision or message by its words and hands it over; the field is empty again then. */
export function ThingPicker({ label, hint, only, exclude, onPick, problem }: {
  label: string;
  hint?: string;
  only?: 'tasks';
  exclude: readonly Id[];
  onPick: (ref: Ref) => void;
  problem?: string | undefined;
}) {
  const w = useWords(formWords);
  const tasks = useList('tasks.board');
  const decisions = useList('decisions.register');
  const messages = useList('channels.messages');
  const topics = useList('channels.topics');
  const people = usePeople();
  // a new field after every pick: empty, closed, and ready for the next
  const [picks, setPicks] = useState(0);
  const found = useMemo(() => {
    const all: Found[] = tasks
      .filter((card) => card.state !== 'dropped')
      .map((card) => ({
        id: card.id,
        ref: { feature: 'tasks', id: card.id },
        text: card.title,
        aside: nameIn(people, card.owner),
      }));
    if (only !== 'tasks') {
      const titles = new Map(topics.map((topic) => [topic.id, topic.title]));
      all.push(
        ...messages.slice(-LATEST).reverse().map((card) => ({
          id: card.id,
          ref: { feature: 'channels', id: card.id, digest: card.digest },
          text: `${nameIn(people, card.author)}: ${shortened(plainOf(card.text), 110)}`,
          aside: titles.get(card.topic) ?? '',
        })),
        ...decisions.map((card) => ({
          id: card.id,
          ref: { feature: 'decisions', id: card.id },
          text: `${card.label} ${shortened(card.question, 110)}`,
          aside: '',
        })),
      );
    }
    return all.filter((each) => !exclude.includes(each.id));
  }, [tasks, decisions, messages, topics, people, only, exclude]);
  return (
    <ComboBox
      className="field person-picker"
      defaultItems={found}
      key={picks}
      autoFocus={picks > 0}
      onChange={(key) => {
        const picked = found.find((each) => each.id === key);
        if (picked) {
          onPick(picked.ref);
          setPicks(picks + 1);
        }
      }}
      isInvalid={problem !== undefined}
      validationBehavior="aria"
      defaultFilter={matches}
      allowsEmptyCollection
    >
      <Label>{label}</Label>
      <Group className="person-picker-box">
        <Input placeholder={only === 'tasks' ? w.searchTasks : w.searchThings} dir="auto" />
        <RacButton className="person-picker-button" aria-label={w.searchThings}>
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
        <ListBox<Found>
          className="listbox"
          renderEmptyState={() => <p className="dim sm person-picker-none">{w.nothingFound}</p>}
        >
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.text} className="item">
              <Text slot="label" className="grow">
                {item.text}
              </Text>
              {item.aside && <span className="aside">{shortened(item.aside, 24)}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
