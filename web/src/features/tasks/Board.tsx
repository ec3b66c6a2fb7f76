import {
  ChevronsLeft,
  ChevronsRight,
  Circle,
  CircleCheck,
  CirclePlay,
  OctagonX,
  SearchCheck,
  type LucideIcon,
} from 'lucide-react';
import { memo, useEffect, useRef, useState } from 'react';
import { Button } from '../../parts/controls';
import { useWords } from '../../words/words';
import { BoardCard } from './Card';
import { useTaskKeys } from './keys';
import { inLanes, LANES, type LaneName, type TaskCard } from './sorting';
import { taskWords } from './words';

const ICONS: { readonly [L in LaneName]: { readonly icon: LucideIcon; readonly tone: string } } = {
  blocked: { icon: OctagonX, tone: 'c-crit' },
  'in-progress': { icon: CirclePlay, tone: 'c-info' },
  ready: { icon: Circle, tone: '' },
  verify: { icon: SearchCheck, tone: 'c-info' },
  done: { icon: CircleCheck, tone: 'c-ok' },
};

/** As many cards of a lane as are shown at first, and at every asking for more. */
const AT_ONCE = 12;

/** Tasks in lanes, in the order in which they need somebody. */
export const Board = memo(function Board({ tasks, quiet = false, here }: {
  tasks: readonly TaskCard[];
  /** On a wall: what is open, without anything to do. */
  quiet?: boolean;
  /** The task that is open beside it. */
  here?: string | undefined;
}) {
  const w = useWords(taskWords);
  const [doneOpen, setDoneOpen] = useState(false);
  useTaskKeys();
  const lanes = inLanes(tasks);
  return (
    <div className="tasks-board" id="board">
      {LANES.filter((lane) => lane !== 'done' && (lane !== 'verify' || lanes.verify.length > 0)).map((lane) => (
        <Lane key={lane} name={lane} tasks={lanes[lane]} quiet={quiet} here={here} />
      ))}
      {doneOpen ? (
        <Lane name="done" tasks={lanes.done} quiet={quiet} here={here} onFold={() => setDoneOpen(false)} />
      ) : (
        !quiet &&
        lanes.done.length > 0 && (
          <button
            className="tasks-done"
            title={w.showDone(lanes.done.length)}
            aria-expanded={false}
            onClick={() => setDoneOpen(true)}
          >
            <ChevronsLeft className="icon" aria-hidden />
            <span>{w.lanes.done}</span>
            <span className="count">{lanes.done.length}</span>
          </button>
        )
      )}
    </div>
  );
});

function Lane({ name, tasks, quiet, here, onFold }: {
  name: LaneName;
  tasks: readonly TaskCard[];
  quiet: boolean;
  here: string | undefined;
  onFold?: () => void;
}) {
  const w = useWords(taskWords);
  const [shown, setShown] = useState(AT_ONCE);
  const { icon: Icon, tone } = ICONS[name];
  const lane = useRef<HTMLElement>(null);
  const unfolded = onFold !== undefined;
  useEffect(() => {
    // it may have come to stand below the others
    if (unfolded) {
      lane.current?.scrollIntoView({ block: 'nearest' });
      lane.current?.querySelector('button')?.focus({ preventScroll: true });
    }
  }, [unfolded]);
  return (
    <section className="tasks-lane" aria-labelledby={'lane-' + name} ref={lane}>
      <header>
        <Icon className={'icon ' + tone} aria-hidden />
        <h2 id={'lane-' + name}>{w.lanes[name]}</h2>
        <span className="count end">{tasks.length}</span>
        {onFold && (
          <button className="tasks-fold" aria-label={w.hideDone} onClick={onFold}>
            <ChevronsRight className="icon" aria-hidden />
          </button>
        )}
      </header>
      <div className="tasks-lane-cards">
        {tasks.length === 0 && <p className="dim sm tasks-lane-empty">{w.laneEmpty[name]}</p>}
        {tasks.slice(0, shown).map((task) => (
          <BoardCard key={task.id} id={task.id} quiet={quiet} here={task.id === here} />
        ))}
        {tasks.length > shown && (
          <Button kind="quiet" size="small" onPress={() => setShown(shown + 2 * AT_ONCE)}>
            {w.showMore(tasks.length - shown)}
          </Button>
        )}
      </div>
    </section>
  );
}
