import { Gavel, Link2, ListChecks, MessageSquare, MessagesSquare, type LucideIcon } from 'lucide-react';
import { Link } from 'wouter';
import type { Id, Ref, Views } from '../api/types';
import { nameIn, usePeople } from '../live/people';
import { useCard } from '../live/room';
import { useWords } from '../words/words';
import { pickerWords } from './pickerWords';
import { plainOf } from './plainText';
import './picker.css';

export type Kind = 'task' | 'decision' | 'message' | 'topic' | 'thing';

/** What a ref is called, what kind of thing it is, and where it is shown; `seen` is false where the reader may not. */
export interface Thing {
  readonly kind: Kind;
  readonly words: string;
  readonly label?: string;
  readonly href?: string;
  readonly seen: boolean;
}

const ICONS: { readonly [K in Kind]: LucideIcon } = {
  task: ListChecks,
  decision: Gavel,
  message: MessageSquare,
  topic: MessagesSquare,
  thing: Link2,
};

/** What somebody may know of a thing that they may not see. */
const UNSEEN: { readonly [feature: string]: Kind } = { tasks: 'task', decisions: 'decision', channels: 'message' };

/** Looks up what a ref means on this reader's board. */
export function useThing(ref: Ref | undefined): Thing | undefined {
  const w = useWords(pickerWords);
  const people = usePeople();
  const task = useCard('tasks.board', idOf(ref, 'tasks'));
  const decision = useCard('decisions.register', idOf(ref, 'decisions'));
  const message = useCard('channels.messages', idOf(ref, 'channels'));
  const topic = useCard('channels.topics', idOf(ref, 'channels'));
  if (ref === undefined) {
    return undefined;
  }
  if (task) {
    return { kind: 'task', words: task.title, href: '/tasks/' + task.id, seen: true };
  }
  if (decision) {
    const href = '/decisions/' + decision.id;
    return { kind: 'decision', words: wordsOfDecision(decision), label: decision.label, href, seen: true };
  }
  if (message) {
    const words = w.messageBy(nameIn(people, message.author), shortened(plainOf(message.text), 120));
    return { kind: 'message', words, href: '/channels/' + message.topic + '?message=' + message.id, seen: true };
  }
  if (topic) {
    return { kind: 'topic', words: topic.title, href: '/channels/' + topic.id, seen: true };
  }
  const kind = UNSEEN[ref.feature] ?? 'thing';
  return { kind, words: `${w[kind]} (${w.unseen})`, seen: false };
}

/** A task, decision, message or topic by its name, with a link to it. */
export function ThingLink({ refTo, icon = true }: { refTo: Ref; icon?: boolean }) {
  const w = useWords(pickerWords);
  const thing = useThing(refTo);
  if (!thing) {
    return null;
  }
  const Icon = ICONS[thing.kind];
  const words = (
    <>
      {icon && <Icon className="icon" aria-label={w[thing.kind]} role="img" />}
      <span>
        {thing.label && <span className="nowrap">{thing.label} </span>}
        <bdi>{thing.words}</bdi>
      </span>
    </>
  );
  return thing.href ? (
    <Link href={thing.href} className="thing-link">
      {words}
    </Link>
  ) : (
    <span className="thing-link dim">{words}</span>
  );
}

/** A task by its id. */
export function TaskLink({ id, icon }: { id: Id; icon?: boolean }) {
  return <ThingLink refTo={{ feature: 'tasks', id }} {...(icon === undefined ? {} : { icon })} />;
}

/** A decision by its id. */
export function DecisionLink({ id, icon }: { id: Id; icon?: boolean }) {
  return <ThingLink refTo={{ feature: 'decisions', id }} {...(icon === undefined ? {} : { icon })} />;
}

function idOf(ref: Ref | undefined, feature: string): Id | undefined {
  return ref?.feature === feature ? ref.id : undefined;
}

/** The title of its type where the question is longer than a line. */
function wordsOfDecision(decision: Views['decisions.register']): string {
  return shortened(decision.question || decision.title, 140);
}

/** At most so many characters, cut at a word. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) {
    return text;
  }
  const cut = text.slice(0, most);
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), most - 30)).trimEnd() + '…';
}
