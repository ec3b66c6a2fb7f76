import { newId } from '../../act/ids';
import { MessagesSquare } from 'lucide-react';
import { useLocation } from 'wouter';
import { useAct } from '../../act/act';
import { permitted, useMay } from '../../act/may';
import type { Id, Views } from '../../api/types';
import { useCard, useOutOf } from '../../live/room';
import { Button } from '../../parts/controls';
import { DecisionLink, TaskLink, ThingLink } from '../../parts/refs';
import { Refusal } from '../../parts/Refusal';
import { useWords } from '../../words/words';
import { detailWords } from './detailWords';
import { StateTag } from './marks';
import { isOpen, type TaskCard } from './sorting';

/** What it waits for and what waits for it. */
export function Ties({ task }: { task: TaskCard }) {
  const d = useWords(detailWords);
  return (
    <>
      {task.gate && (
        <section className="stack-4">
          <h3>{d.gate}</h3>
          <DecisionLink id={task.gate.decision.id} />
          {task.gate.option && (
            <p className="sm dim">
              {d.option} <bdi>{task.gate.option}</bdi>
            </p>
          )}
          {task.gate.shut && isOpen(task) && <p className="sm">{d.gateShut}</p>}
        </section>
      )}
      {task.dependsOn.length > 0 && <TiedTasks title={d.dependsOn} ids={task.dependsOn} />}
      {task.dependents.length > 0 && <TiedTasks title={d.dependents} ids={task.dependents} />}
    </>
  );
}

function TiedTasks({ title, ids }: { title: string; ids: readonly Id[] }) {
  return (
    <section className="stack-4">
      <h3>
        {title} <span className="count">{ids.length}</span>
      </h3>
      <ul className="stack-4">
        {ids.map((id) => (
          <li key={id} className="tasks-tied">
            <TaskLink id={id} icon={false} />
            <StateOf id={id} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function StateOf({ id }: { id: Id }) {
  const task = useCard('tasks.board', id);
  return task ? <StateTag state={task.state} /> : null;
}

/** Where it is talked about; a topic is opened by whoever wants to. */
export function Talk({ task, readOnly }: { task: TaskCard; readOnly: boolean }) {
  const d = useWords(detailWords);
  const act = useAct();
  const topics = useOutOf('channels.topics', aboutTasks).filter((topic) => topic.task === task.id);
  const command = { title: task.title.slice(0, 200), about: { feature: 'tasks', id: task.id } };
  const may = useMay(readOnly || topics.length > 0 ? [] : [{ type: 'channels.open-topic', command }]);
  const [, go] = useLocation();
  const open = async () => {
    const topic = newId();
    if (await act.give('channels.open-topic', { ...command, topic }, d.topicOpened)) {
      go('/channels/' + topic);
    }
  };
  if (topics.length === 0 && !permitted(may, 0)) {
    return null;
  }
  return (
    <section className="stack-4">
      <h3>{d.topic}</h3>
      {topics.map((topic) => (
        <p key={topic.id} className="row">
          <ThingLink refTo={{ feature: 'channels', id: topic.id }} />
          <span className="sm dim">{d.messages(topic.messages)}</span>
        </p>
      ))}
      {topics.length === 0 && (
        <div>
          <Button icon={MessagesSquare} size="small" isDisabled={act.busy} onPress={() => void open()}>
            {d.talk}
          </Button>
        </div>
      )}
      <Refusal problem={act.problem} />
    </section>
  );
}

const aboutTasks = (topics: readonly Views['channels.topics'][]) =>
  topics
    .filter((topic) => topic.about?.feature === 'tasks')
    .map((topic) => ({ id: topic.id, task: topic.about?.id, messages: topic.messages }));
