import { useMemo } from 'react';
import { Link } from 'wouter';
import type { Id, Ref } from '../../api/types';
import { useName } from '../../live/people';
import { useCard } from '../../live/room';
import { Avatar, Name, Person } from '../../parts/plain';
import { ThingLink } from '../../parts/refs';
import { At, LocalClock, Remaining } from '../../parts/times';
import { useWords } from '../../words/words';
import { StateTag } from '../tasks/marks';
import { StatusTag } from '../decisions/StatusTag';
import { useMessagesOf } from './useNews';
import { channelWords } from './words';

/** What a topic is about, and who spoke. */
export function TopicSide({ id }: { id: Id }) {
  const w = useWords(channelWords);
  const topic = useCard('channels.topics', id);
  const messages = useMessagesOf(id);
  const speakers = useMemo(() => {
    const counts = new Map<Id, number>();
    messages.forEach((each) => each.author && counts.set(each.author, (counts.get(each.author) ?? 0) + 1));
    return [...counts].sort((a, b) => b[1] - a[1]);
  }, [messages]);
  if (!topic) {
    return null;
  }
  return (
    <aside className="channels-side" aria-label={w.about}>
      <section className="stack-4">
        <h2>{w.about}</h2>
        {topic.about ? <About about={topic.about} /> : <p className="sm dim">{w.aboutNothing}</p>}
        <p className="sm dim">
          {w.openedBy} <Name id={topic.by} /> · <At at={topic.at} />
        </p>
      </section>
      <section className="stack-4">
        <h2>
          {w.spoke} <span className="count">{speakers.length}</span>
        </h2>
        {speakers.length === 0 && <p className="sm dim">{w.nobodySpoke}</p>}
        <ul>
          {speakers.map(([person, count]) => (
            <Speaker key={person} id={person} count={count} />
          ))}
        </ul>
      </section>
    </aside>
  );
}

function Speaker({ id, count }: { id: Id; count: number }) {
  const w = useWords(channelWords);
  const name = useName(id);
  const zone = useCard('people.directory', id)?.zone;
  return (
    <li className="channels-speaker">
      <Avatar name={name} small />
      <span className="grow">
        <Link href={'/people/' + id} className="channels-name">
          <bdi>{name}</bdi>
        </Link>
        <span className="dim xs"> {w.messages(count)}</span>
      </span>
      <span className="sm dim">{zone && <LocalClock zone={zone} />}</span>
    </li>
  );
}

function About({ about }: { about: Ref }) {
  const task = useCard('tasks.board', about.feature === 'tasks' ? about.id : undefined);
  const decision = useCard('decisions.register', about.feature === 'decisions' ? about.id : undefined);
  return (
    <div className="channels-about stack-4">
      <ThingLink refTo={about} />
      {task && (
        <>
          <div className="row">
            <StateTag state={task.state} />
            {task.due && <Remaining until={task.due} />}
          </div>
          {task.owner && <Person id={task.owner} small />}
        </>
      )}
      {decision && (
        <div className="row">
          <StatusTag status={decision.status} />
          {decision.deadline && decision.status === 'waiting' && <Remaining until={decision.deadline} />}
        </div>
      )}
    </div>
  );
}
