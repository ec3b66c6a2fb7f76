import { Plus } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { permitted } from '../../act/may';
import type { Views } from '../../api/types';
import { useMyId } from '../../live/me';
import { useList, useRoomCard } from '../../live/room';
import { Button, useOpen } from '../../parts/controls';
import { Chips } from '../../parts/Chips';
import { Bones, Empty, Name } from '../../parts/plain';
import { At } from '../../parts/times';
import { common } from '../../words/common';
import { useWords } from '../../words/words';
import { Board } from '../tasks/Board';
import { useReadOnly } from '../tasks/useReadOnly';
import { useNameOfFunction } from '../tasks/functions';
import { chosen, functionsOf, holderOf, isMine, isOpen } from '../tasks/sorting';
import { useMayAdd } from '../tasks/useMayAdd';
import { taskWords } from '../tasks/words';
import { RoomMenu, useRoomMay, type RoomAction } from './RoomActions';
import { SideDecisions, SidePeople } from './Side';
import { StateBar } from './StateBar';
import { Talk } from './Talk';
import { WaitingForYou } from './WaitingForYou';
import { war } from './warWords';
import '../tasks/tasks.css';
import './war.css';
import './side.css';

const NewTask = lazy(() => import('../tasks/NewTask'));
const RoomDialog = lazy(() => import('./RoomDialog'));

/** Shared truth and the next step: where the crisis stands, what waits for the reader, what everybody works on. */
export default function WarRoomScreen() {
  const c = useWords(common);
  const room = useRoomCard();
  const [search] = useSearchParams();
  if (!room) {
    return <Bones label={c.loading} lines={12} />;
  }
  return <Shown room={room} wall={search.get('wall') === '1'} />;
}

function Shown({ room, wall }: { room: Views['crises.room']; wall: boolean }) {
  const w = useWords(war);
  const readOnly = useReadOnly();
  const quiet = readOnly || wall;
  const { may, verdict } = useRoomMay(room, quiet);
  const [doing, setDoing] = useState<RoomAction | null>(null);
  const candidate = room.declaredAt === undefined && !room.closing;
  const update = () => setDoing('give-update');
  return (
    <main id="main" tabIndex={-1} className={'content war' + (wall ? ' war-wall' : '')}>
      <nav className="war-skips">
        {!quiet && (
          <a className="skip" href="#waiting">
            {w.skipWaiting}
          </a>
        )}
        <a className="skip" href="#board">
          {w.skipBoard}
        </a>
        <a className="skip" href="#talk">
          {w.skipTalk}
        </a>
      </nav>
      <StateBar
        room={room}
        mayUpdate={may('give-update')}
        onUpdate={update}
        quiet={quiet}
        wall={wall}
        menu={<RoomMenu may={may} />}
      />
      <div className="with-side war-parts">
        <div className="war-work">
          {room.closing && <Closing room={room} />}
          {candidate && !quiet && (
            <Candidate
              summary={room.summary}
              mayDeclare={may('declare')}
              whoCan={permitted([verdict('declare') ?? NOBODY], 0) ? [] : (verdict('declare')?.whoCan ?? [])}
              onDeclare={() => setDoing('declare')}
            />
          )}
          {!quiet && <WaitingForYou primary={!candidate || !may('declare')} onUpdate={update} />}
          <Work wall={wall} />
        </div>
        <aside className="war-aside">
          <SideDecisions wall={wall} />
          <SidePeople quiet={quiet} />
          <Talk quiet={quiet} />
        </aside>
      </div>
      {doing && (
        <Suspense fallback={null}>
          <RoomDialog action={doing} onClose={() => setDoing(null)} />
        </Suspense>
      )}
    </main>
  );
}

const NOBODY = { type: '', outcome: 'unknown', whoCan: [], amr: [] } as const;

/** A suspicion: the one thing to do about it is to declare it, for whoever may. */
function Candidate({ summary, mayDeclare, whoCan, onDeclare }: {
  summary: string;
  mayDeclare: boolean;
  whoCan: readonly string[];
  onDeclare: () => void;
}) {
  const w = useWords(war);
  return (
    <section className="war-candidate">
      <div className="grow">
        <h2>{w.candidate}</h2>
        {summary && <p dir="auto">{summary}</p>}
        <p className="dim sm">{w.candidateMore}</p>
        {!mayDeclare && whoCan.length > 0 && (
          <p>
            {w.whoCanDeclare}{' '}
            {whoCan.slice(0, 4).map((person, i) => (
              <span key={person}>
                {i > 0 && ', '}
                <Name id={person} />
              </span>
            ))}
          </p>
        )}
      </div>
      {mayDeclare && (
        <Button kind="primary" size="large" onPress={onDeclare}>
          {w.declare}
        </Button>
      )}
    </section>
  );
}

function Closing({ room }: { room: Views['crises.room'] }) {
  const w = useWords(war);
  return room.closing ? (
    <section className="panel war-closing">
      <p className="sm dim">
        {w.closedBy} <Name id={room.closing.by} />, <At at={room.closing.at} />
      </p>
      <p dir="auto">{room.closing.reason}</p>
      <h2>{w.lessons}</h2>
      <p dir="auto">{room.closing.lessons || <span className="dim">{w.noLessons}</span>}</p>
    </section>
  ) : null;
}

/** More functions than this, and their filters stand on a line of their own. */
const MOST_BESIDE = 5;

/** What everybody works on, in lanes; filters for one's own function and oneself. */
function Work({ wall }: { wall: boolean }) {
  const w = useWords(war);
  const t = useWords(taskWords);
  const c = useWords(common);
  const nameOf = useNameOfFunction();
  const me = useMyId();
  const mayAdd = useMayAdd() && !wall;
  const dialog = useOpen();
  const tasks = useList('tasks.board');
  const seats = useList('crises.seats');
  const people = useList('crises.people');
  const [filter, setFilter] = useState('all');
  const functions = useMemo(() => functionsOf(seats, people), [seats, people]);
  const present = useMemo(() => {
    const names = tasks.filter(isOpen).flatMap((task) => functions.get(holderOf(task) ?? '') ?? []);
    return [...new Set(names)].sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
  }, [tasks, functions, nameOf]);
  const wanted = filter === 'all' || filter === 'mine' || present.includes(filter) ? filter : 'all';
  const shown = useMemo(
    () =>
      chosen(
        tasks,
        { filter: wanted === 'mine' ? 'mine' : 'all', function: present.includes(wanted) ? wanted : null, text: '' },
        me,
        functions,
      ),
    [tasks, wanted, present, me, functions],
  );
  const mine = tasks.filter((task) => isOpen(task) && isMine(task, me)).length;
  const add = mayAdd && (
    <Button icon={Plus} onPress={dialog.show}>
      {t.addTask}
    </Button>
  );
  return (
    <section aria-labelledby="work-title" className="war-board">
      <header className={'row' + (present.length > MOST_BESIDE ? ' many' : '')}>
        <h2 id="work-title">{w.boardTitle}</h2>
        {!wall && tasks.length > 0 && (
          <>
            <Link href="/tasks" className="sm strong war-side-link nowrap">
              {w.allTasks}
            </Link>
            <span className="end" />
            <Chips
              label={w.filter}
              items={[
                { id: 'all', words: c.all },
                { id: 'mine', words: w.mine, aside: <span className="num">{mine}</span> },
                ...present.map((id) => ({ id, words: nameOf(id) })),
              ]}
              value={wanted}
              onChange={setFilter}
            />
            {mayAdd && (
              <Button size="small" icon={Plus} onPress={dialog.show}>
                {t.addTask}
              </Button>
            )}
          </>
        )}
      </header>
      {tasks.length === 0 ? <Empty action={add}>{w.emptyBoard}</Empty> : <Board tasks={shown} quiet={wall} />}
      {dialog.open && (
        <Suspense fallback={null}>
          <NewTask onClose={dialog.hide} />
        </Suspense>
      )}
    </section>
  );
}
