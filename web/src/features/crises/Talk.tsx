import { memo, useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { Link } from 'wouter';
import { useAct } from '../../act/act';
import { permitted, useMay } from '../../act/may';
import type { Id, Views } from '../../api/types';
import { useName } from '../../live/people';
import { useCard, useOutOf } from '../../live/room';
import { Button } from '../../parts/controls';
import { Avatar } from '../../parts/plain';
import { plainOf } from '../../parts/plainText';
import { Refusal } from '../../parts/Refusal';
import { shortened } from '../../parts/refs';
import { At } from '../../parts/times';
import { useWords } from '../../words/words';
import { war } from './warWords';

/** So many of the latest messages are shown, and so much of each. */
const MESSAGES = 5;
const CHARACTERS = 320;

const lastTopic = (topics: readonly Views['channels.topics'][]) => {
  const open = topics.filter((topic) => !topic.closed);
  const [latest] = open.toSorted(
    (a, b) => Number(b.messages > 0) - Number(a.messages > 0) || b.last.localeCompare(a.last),
  );
  return { id: latest?.id ?? null, open: open.length };
};

/** The topic in which something was said last, with its latest messages. */
export function Talk({ quiet }: { quiet: boolean }) {
  const w = useWords(war);
  const { id, open } = useOutOf('channels.topics', lastTopic);
  const topic = useCard('channels.topics', id ?? undefined);
  if (!topic) {
    return (
      <section className="war-side war-talk" id="talk">
        <p className="dim sm war-side-none">{w.noTopic}</p>
      </section>
    );
  }
  return (
    <section className="war-side war-talk" aria-labelledby="side-talk" id="talk">
      <header>
        <h2 id="side-talk">
          <Link href={'/channels/' + topic.id} className="war-talk-title">
            <bdi>{topic.title}</bdi>
          </Link>
        </h2>
        <Link href="/channels" className="end sm strong war-side-link nowrap">
          {w.topics(open)}
        </Link>
      </header>
      <Latest key={topic.id} topic={topic.id} />
      {!quiet && <Composer key={'say' + topic.id} topic={topic.id} title={topic.title} />}
    </section>
  );
}

function Latest({ topic }: { topic: Id }) {
  const w = useWords(war);
  const [latest] = useState(
    () => (messages: readonly Views['channels.messages'][]) =>
      messages
        .filter((message) => message.topic === topic)
        .slice(-MESSAGES)
        .map((message) => message.id),
  );
  const ids = useOutOf('channels.messages', latest);
  return (
    <ul className="war-messages" aria-live="off">
      {ids.length === 0 && <li className="dim sm">{w.quiet}</li>}
      {ids.map((id) => (
        <Message key={id} id={id} />
      ))}
    </ul>
  );
}

const Message = memo(function Message({ id }: { id: Id }) {
  const message = useCard('channels.messages', id);
  const name = useName(message?.author);
  return message ? (
    <li className="war-message">
      <Avatar name={name} />
      <div className="grow">
        <p>
          <bdi className="strong">{name}</bdi>{' '}
          <span className="xs dim">
            <At at={message.at} />
          </span>
        </p>
        <p dir="auto">{shortened(plainOf(message.text), CHARACTERS)}</p>
      </div>
    </li>
  ) : null;
});

/** One line into the topic; what needs more is written in the channels. */
function Composer({ topic, title }: { topic: Id; title: string }) {
  const w = useWords(war);
  const act = useAct();
  const [text, setText] = useState('');
  const may = useMay([{ type: 'channels.post', command: { topic, mentions: [] } }]);
  if (!permitted(may, 0) && text === '') {
    return null;
  }
  const send = async () => {
    const said = text.trim();
    if (said === '' || act.busy) {
      return;
    }
    const words = w.posted + ': ' + shortened(said, 80);
    if (await act.give('channels.post', { topic, text: said, mentions: [] }, words)) {
      setText('');
    }
  };
  return (
    <form
      className="war-composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div className="row">
        <TextField value={text} onChange={setText} className="grow" maxLength={10_000}>
          <Label className="visually-hidden">{w.message(title)}</Label>
          <Input className="input" placeholder={w.message(shortened(title, 26))} dir="auto" />
        </TextField>
        <Button type="submit" isDisabled={act.busy}>
          {w.send}
        </Button>
      </div>
      <Refusal problem={act.problem} />
    </form>
  );
}
