import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Menu as RacMenu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components';
import { useLocation } from 'wouter';
import type { Problem } from '../../api/problem';
import { IconButton } from '../../parts/controls';
import { Refusal } from '../../parts/Refusal';
import { useWords } from '../../words/words';
import { ACTIONS, DIRECT, useTaskActions, type Action } from './actions';
import { actionWords, doingWords } from './actionWords';
import type { TaskCard } from './sorting';
import { useTaskAct } from './useTaskAct';
import { taskWords } from './words';

const ActionDialog = lazy(() => import('./ActionDialog'));

/** What is being done to a task from here: its form, and why it was refused. */
export interface Doing {
  readonly begin: (action: Action) => void;
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly form: ReactNode;
}

export function useDoing(task: TaskCard): Doing {
  const act = useTaskAct(task);
  const [action, setAction] = useState<Action | null>(null);
  return {
    begin: (next) => {
      act.clear();
      if (DIRECT.has(next)) {
        void act.run(next);
      } else {
        setAction(next);
      }
    },
    busy: act.busy,
    problem: act.problem,
    form: action && (
      <Suspense fallback={null}>
        <ActionDialog key={action} task={task} action={action} onClose={() => setAction(null)} />
      </Suspense>
    ),
  };
}

/** What an action is called on a button, for this task: one that somebody has is given away, others are offered. */
export function useVerbs(task: TaskCard): (action: Action) => string {
  const a = useWords(actionWords);
  const f = useWords(doingWords);
  return (action) => (action === 'reassign' && task.owner !== undefined && !task.ownerLeft ? f.giveTo : a[action].verb);
}

/** Everything that the reader may do to a task, in a menu; asked for when it is opened. */
export function TaskMenu({ task, doing, open = true }: { task: TaskCard; doing: Doing; open?: boolean }) {
  const w = useWords(taskWords);
  return (
    <MenuTrigger>
      <span data-task-menu>
        <IconButton label={w.menu(task.title)} icon={Ellipsis} />
      </span>
      <Popover className="popover">
        <Items task={task} doing={doing} open={open} />
      </Popover>
    </MenuTrigger>
  );
}

function Items({ task, doing, open }: { task: TaskCard; doing: Doing; open: boolean }) {
  const w = useWords(taskWords);
  const f = useWords(doingWords);
  const verbFor = useVerbs(task);
  const possible = useTaskActions(task);
  const [, go] = useLocation();
  const items = ACTIONS.filter((action) => possible.actions.has(action)).map((id) => ({
    id: id as string,
    words: verbFor(id),
    danger: id === 'drop',
  }));
  const state = !possible.known ? f.checking : items.length === 0 ? f.nothingToDo : null;
  return (
    <RacMenu
      className="menu"
      aria-label={w.menu(task.title)}
      disabledKeys={['state']}
      onAction={(key) => (key === 'open' ? go('/tasks/' + task.id) : doing.begin(key as Action))}
      items={[
        ...(open ? [{ id: 'open', words: w.open, danger: false }] : []),
        ...items,
        ...(state ? [{ id: 'state', words: state, danger: false }] : []),
      ]}
    >
      {(item) => (
        <MenuItem id={item.id} textValue={item.words} className={'item' + (item.danger ? ' danger' : '')}>
          <Text slot="label">{item.words}</Text>
        </MenuItem>
      )}
    </RacMenu>
  );
}

/** The form and the refusal of what is being done. */
export function DoingHere({ doing }: { doing: Doing }) {
  return (
    <>
      {doing.problem && <Refusal problem={doing.problem} />}
      {doing.form}
    </>
  );
}
