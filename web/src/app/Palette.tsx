import { Autocomplete, Dialog, Input, Menu, MenuItem, Modal, ModalOverlay, SearchField, useFilter } from 'react-aria-components';
import { useContext, useMemo } from 'react';
import { useLocation } from 'wouter';
import { phases } from '../features/crises/words';
import { OrganisationContext, RoomContext, useList } from '../live/room';
import { useMoment } from '../live/moment';
import { useWords } from '../words/words';
import { setTheme } from './theme';
import { signOut } from './AccountMenu';
import { frame } from './words';
import { paletteWords } from './paletteWords';

interface Item {
  readonly id: string;
  readonly words: string;
  readonly aside?: string;
  readonly act: () => void;
}

const MOST = 40;

/** Jump to anything, do anything, by typing. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const w = useWords(paletteWords);
  const items = [...useActions(), ...useThings()];
  const { contains } = useFilter({ sensitivity: 'base' });
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal">
        <Dialog className="palette" aria-label={w.title}>
          <Autocomplete filter={(text, typed) => typed.split(/\s+/).every((part) => contains(text, part))}>
            <SearchField aria-label={w.title} autoFocus className="palette-field">
              <Input placeholder={w.placeholder} className="input" dir="auto" />
            </SearchField>
            {/* scrolls, so it can be reached: the items themselves never have the focus */}
            <div className="palette-list" tabIndex={0}>
            <Menu
              className="menu"
              aria-label={w.results}
              items={items}
              renderEmptyState={() => <p className="empty">{w.nothing}</p>}
              onAction={(key) => {
                onClose();
                items.find((item) => item.id === key)?.act();
              }}
            >
              {(item) => (
                <MenuItem id={item.id} textValue={item.words + ' ' + (item.aside ?? '')} className="item">
                  <bdi className="grow">{item.words}</bdi>
                  {item.aside && <span className="aside">{item.aside}</span>}
                </MenuItem>
              )}
            </Menu>
            </div>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** What can be done or gone to from here. */
function useActions(): readonly Item[] {
  const w = useWords(frame);
  const p = useWords(paletteWords);
  const room = useContext(RoomContext);
  const moment = useMoment();
  const [, go] = useLocation();
  return useMemo(() => {
    const to = (id: string, words: string, path: string, aside?: string): Item => ({
      id: 'go:' + id,
      words,
      ...(aside ? { aside } : {}),
      act: () => go(path),
    });
    const inside: readonly Item[] = room
      ? [
          to('war', w.warRoom, '/', 'g w'),
          to('tasks', w.tasks, '/tasks', 'g t'),
          to('decisions', w.decisions, '/decisions', 'g d'),
          to('channels', w.channels, '/channels', 'g c'),
          to('people', w.people, '/people', 'g p'),
          to('timeline', w.timeline, '/timeline', 'g l'),
          to('brief', w.brief, '/brief', 'g b'),
          to('new-task', p.newTask, '/tasks?new=1', 'n'),
          to('ask', p.askDecision, '/decisions?ask=1', 'N'),
          { id: 'past', words: w.moment, act: () => moment.go(String(room.seq())) },
        ]
      : [];
    return [
      ...inside,
      to('home', w.home, '~/', 'h'),
      to('declare', p.declare, '~/declare'),
      to('help', w.help, '~/help', '?'),
      { id: 'light', words: `${w.theme}: ${w.themeLight}`, act: () => setTheme('light') },
      { id: 'dark', words: `${w.theme}: ${w.themeDark}`, act: () => setTheme('dark') },
      { id: 'system', words: `${w.theme}: ${w.themeSystem}`, act: () => setTheme('system') },
      { id: 'out', words: w.signOut, act: () => void signOut() },
    ];
  }, [w, p, room, moment, go]);
}

/** Everything that has a name: crises, and in a crisis its tasks, decisions, topics and people. */
function useThings(): readonly Item[] {
  const room = useContext(RoomContext);
  const organisation = useContext(OrganisationContext);
  const p = useWords(paletteWords);
  const words = useWords(phases);
  const crises = useList('crises.register');
  const [, go] = useLocation();
  return useMemo(() => {
    const items: Item[] = [];
    if (room) {
      const people = new Map(organisation?.list('people.directory').map((card) => [card.id, card.name]));
      room.list('decisions.register').forEach((card) =>
        items.push({ id: card.id, words: card.question, aside: card.label, act: () => go('/decisions/' + card.id) }),
      );
      room.list('tasks.board').forEach((card) =>
        items.push({ id: card.id, words: card.title, aside: p.task, act: () => go('/tasks/' + card.id) }),
      );
      room.list('channels.topics').forEach((card) =>
        items.push({ id: card.id, words: card.title, aside: p.topic, act: () => go('/channels/' + card.id) }),
      );
      room.list('crises.people').forEach((card) =>
        items.push({
          id: 'person:' + card.id,
          words: people.get(card.id) ?? card.id,
          aside: p.person,
          act: () => go('/people/' + card.id),
        }),
      );
    }
    crises.slice(-MOST).forEach((card) =>
      items.push({
        id: 'crisis:' + card.id,
        words: `${card.label} ${card.codeName}`,
        aside: card.closedAt ? words.closed : p.crisis,
        act: () => go('~/c/' + card.id),
      }),
    );
    return items;
  }, [room, organisation, crises, go, p, words]);
}
