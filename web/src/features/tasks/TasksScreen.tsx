import { Plus } from 'lucide-react';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useParams, useSearchParams } from 'wouter';
import { useMyId } from '../../live/me';
import { useFilled, useList, useRoom } from '../../live/room';
import { Button, useOpen } from '../../parts/controls';
import { Bones, Empty } from '../../parts/plain';
import { common } from '../../words/common';
import { useWords } from '../../words/words';
import { Board } from './Board';
import { Filters } from './Filters';
import { byEnd, byMatter, chosen, EVERYTHING, functionsOf, isOpen, type TaskCard, type Wanted } from './sorting';
import { useMayAdd } from './useMayAdd';
import { useWanted } from './wanted';
import { taskWords } from './words';
import './tasks.css';
import './detail.css';

const Detail = lazy(() => import('./Detail'));
const TaskList = lazy(() => import('./TaskList'));
const Graph = lazy(() => import('./Graph'));
const NewTask = lazy(() => import('./NewTask'));

/** All tasks of the crisis: as a board, as a list, or by what waits for what; one of them open beside it. */
export default function TasksScreen() {
  const w = useWords(taskWords);
  const c = useWords(common);
  const { task } = useParams<{ task?: string }>();
  const filled = useFilled(useRoom());
  const { view, wanted, set } = useWanted();
  const tasks = useList('tasks.board');
  const shown = useChosen(wanted);
  const inList = useMemo(() => listed(shown, wanted), [shown, wanted]);
  const mayAdd = useMayAdd();
  const dialog = useAsked(mayAdd);
  const narrow = useNarrow();
  if (!filled) {
    return <Bones label={c.loading} lines={12} />;
  }
  if (task !== undefined && narrow) {
    return (
      <main id="main" tabIndex={-1} className="content tasks-alone">
        <h1 className="visually-hidden">{w.title}</h1>
        <Suspense fallback={<Bones label={c.loading} lines={10} />}>
          <Detail key={task} id={task} alone />
        </Suspense>
      </main>
    );
  }
  const add = mayAdd && (
    <Button icon={Plus} kind={task === undefined ? 'primary' : 'outlined'} onPress={dialog.show}>
      {w.newTask}
    </Button>
  );
  return (
    <main id="main" tabIndex={-1} className={'content' + (task === undefined ? '' : ' with-side tasks-with-detail')}>
      <div className="page">
        <div className="page-title">
          <h1>{w.title}</h1>
          <span className="count">{tasks.filter(isOpen).length}</span>
          <span className="end row">{add}</span>
        </div>
        {tasks.length === 0 ? (
          <Empty action={mayAdd && <Button onPress={dialog.show}>{w.addTask}</Button>}>{w.noTasks}</Empty>
        ) : (
          <>
            <Filters view={view} wanted={wanted} set={set} />
            {shown.length === 0 ? (
              <Empty action={<Button onPress={() => set(EVERYTHING)}>{w.showAll}</Button>}>{w.noMatch}</Empty>
            ) : view === 'list' ? (
              <Suspense fallback={<Bones label={c.loading} lines={8} />}>
                <TaskList tasks={inList} here={task} />
              </Suspense>
            ) : view === 'graph' ? (
              <Suspense fallback={<Bones label={c.loading} lines={8} />}>
                <Graph tasks={shown} here={task} />
              </Suspense>
            ) : (
              <Board tasks={shown} here={task} />
            )}
          </>
        )}
        {dialog.open && (
          <Suspense fallback={null}>
            <NewTask onClose={dialog.hide} />
          </Suspense>
        )}
      </div>
      {task !== undefined && (
        <aside className="tasks-detail-side" aria-label={w.task}>
          <Suspense fallback={<Bones label={c.loading} lines={10} />}>
            <Detail key={task} id={task} />
          </Suspense>
        </aside>
      )}
    </main>
  );
}

/** The dialog for a new task: opened here, or by `?new=1` from anywhere once it is known that the reader may. */
function useAsked(mayAdd: boolean): ReturnType<typeof useOpen> {
  const dialog = useOpen();
  const [search, setSearch] = useSearchParams();
  const asked = search.has('new');
  const forget = (before: URLSearchParams) => {
    before.delete('new');
    return before;
  };
  return {
    open: dialog.open || (asked && mayAdd),
    show: dialog.show,
    hide: () => {
      dialog.hide();
      if (asked) {
        setSearch(forget, { replace: true });
      }
    },
  };
}

/** A list ends where the open ones do, unless done ones are asked for; those by when they were done. */
function listed(tasks: readonly TaskCard[], { filter, text }: Wanted): readonly TaskCard[] {
  return filter === 'done' ? tasks.toSorted(byEnd) : filter === 'all' && text === '' ? tasks.filter(isOpen) : tasks;
}

/** Those that are wanted, what matters next first. */
function useChosen(wanted: ReturnType<typeof useWanted>['wanted']) {
  const me = useMyId();
  const tasks = useList('tasks.board');
  const seats = useList('crises.seats');
  const people = useList('crises.people');
  return useMemo(
    () => chosen(tasks, wanted, me, functionsOf(seats, people)).toSorted(byMatter),
    [tasks, wanted, me, seats, people],
  );
}

const NARROW = '(max-width: 1024px)';

/** Whether there is no room for a side column. */
function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(() => matchMedia(NARROW).matches);
  useEffect(() => {
    const query = matchMedia(NARROW);
    const changed = () => setNarrow(query.matches);
    query.addEventListener('change', changed);
    return () => query.removeEventListener('change', changed);
  }, []);
  return narrow;
}
