import { ArrowLeft, CircleX } from 'lucide-react';
import { Link } from 'wouter';
import { permitted, useMay } from '../../act/may';
import type { Id, Views } from '../../api/types';
import { useMyId } from '../../live/me';
import { useName } from '../../live/people';
import { useCard, useIsPast, useList, useRoomCard } from '../../live/room';
import { Button, useOpen } from '../../parts/controls';
import { Avatar, Empty, Note, Panel } from '../../parts/plain';
import { DecisionLink, TaskLink } from '../../parts/refs';
import { Remaining } from '../../parts/times';
import { useWords } from '../../words/words';
import { StateTag } from '../tasks/marks';
import { Lately } from './Lately';
import { PersonFacts } from './PersonFacts';
import { Presence, There } from './Presence';
import { usePresences } from './roster';
import { RoleSheets } from './RoleSheets';
import { Dismiss } from './SeatDialogs';
import { SeatsOf } from './SeatsOf';
import { Ways } from './Ways';
import { peopleWords, personWords, seatWords } from './words';

const isOpen = (task: Views['tasks.board']) => !['done', 'dropped', 'declined'].includes(task.state);

/** One person: what they are here for, what they do now, how to reach them. */
export function PersonPage({ id }: { id: Id }) {
  const w = useWords(personWords);
  const p = useWords(peopleWords);
  const person = useCard('people.directory', id);
  const part = useCard('crises.people', id);
  if (!person && !part) {
    return (
      <main className="page">
        <div className="panel">
          <Empty
            action={
              <Link href="/people" className="btn outlined">
                {w.back}
              </Link>
            }
          >
            {p.noPerson}
          </Empty>
        </div>
      </main>
    );
  }
  return (
    <div className="with-side people-screen">
      <main className="page">
        <Head id={id} />
        {person && !person.active && (
          <Note tone="warn" icon={CircleX}>
            {w.inactive}
          </Note>
        )}
        <SeatsOf id={id} />
        <Owns id={id} />
        <Waits id={id} />
        <Lately id={id} />
      </main>
      <aside className="people-side stack">
        <section className="stack">
          <h2>{w.reach}</h2>
          <Ways id={id} />
        </section>
        <PersonFacts id={id} />
        <RoleSheets id={id} />
      </aside>
    </div>
  );
}

function Head({ id }: { id: Id }) {
  const w = useWords(personWords);
  const s = useWords(seatWords);
  const name = useName(id);
  const me = useMyId();
  const presence = usePresences().get(id);
  const past = useIsPast();
  const over = useRoomCard()?.closing !== undefined;
  const here = useCard('crises.people', id) !== undefined;
  const may = useMay(past || over || !here ? [] : [{ type: 'crises.dismiss', command: { person: id } }]);
  const dismissing = useOpen();
  return (
    <header className="people-head">
      <Link href="/people" className="people-back sm">
        <ArrowLeft className="icon" aria-hidden /> {w.back}
      </Link>
      <div className="row">
        <Avatar name={name} />
        <div className="grow">
          <h1>
            <bdi>{name}</bdi>
          </h1>
          <p className="row sm">
            {id === me && <span className="dim">{w.you}</span>}
            <There id={id} />
            {presence && <Presence state={presence} />}
          </p>
        </div>
        {permitted(may, 0) && (
          <Button kind="danger" onPress={dismissing.show}>
            {s.dismiss}
          </Button>
        )}
      </div>
      {dismissing.open && <Dismiss id={id} onClose={dismissing.hide} />}
    </header>
  );
}

function Owns({ id }: { id: Id }) {
  const w = useWords(personWords);
  const tasks = useList('tasks.board').filter((task) => task.owner === id && isOpen(task));
  return (
    <Panel title={w.owns} count={tasks.length}>
      {tasks.length === 0 && <p className="people-empty dim sm">{w.ownsNothing}</p>}
      <ul className="people-things">
        {tasks.map((task) => (
          <li key={task.id}>
            <span className="grow">
              <TaskLink id={task.id} />
            </span>
            <StateTag state={task.state} />
            {task.due && <Remaining until={task.due} />}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Waits({ id }: { id: Id }) {
  const w = useWords(personWords);
  const decisions = useList('decisions.register').filter((decision) => decision.waitingFor.includes(id));
  return (
    <Panel title={w.waits} count={decisions.length}>
      {decisions.length === 0 && <p className="people-empty dim sm">{w.waitsNothing}</p>}
      <ul className="people-things">
        {decisions.map((decision) => (
          <li key={decision.id}>
            <span className="grow">
              <DecisionLink id={decision.id} />
            </span>
            {decision.deadline && <Remaining until={decision.deadline} />}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
