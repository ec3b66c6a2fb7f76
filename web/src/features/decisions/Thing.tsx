import { Link } from 'wouter';
import type { Ref } from '../../api/types';
import { useCard } from '../../live/room';
import { useWords } from '../../words/words';
import { detail } from './detailWords';

/** What a reference leads to, as it is shown now. */
export interface Thing {
  readonly kind: 'tasks' | 'channels' | 'topic' | 'decisions';
  readonly title: string;
  readonly href: string;
  readonly digest: string;
}

const LONGEST = 120;

/** Absent where the reader may not see it, or it is of a part that is not on this board. */
export function useThing(ref: Ref): Thing | undefined {
  const task = useCard('tasks.board', ref.feature === 'tasks' ? ref.id : undefined);
  const decision = useCard('decisions.register', ref.feature === 'decisions' ? ref.id : undefined);
  const message = useCard('channels.messages', ref.feature === 'channels' ? ref.id : undefined);
  const topic = useCard('channels.topics', ref.feature === 'channels' ? ref.id : undefined);
  if (task) {
    return { kind: 'tasks', title: task.title, href: '/tasks/' + ref.id, digest: task.digest };
  }
  if (decision) {
    const title = decision.label + ' ' + decision.question;
    return { kind: 'decisions', title, href: '/decisions/' + ref.id, digest: decision.digest };
  }
  if (message) {
    const title = brief(message.source);
    return { kind: 'channels', title, href: '/channels/' + message.topic, digest: message.digest };
  }
  return topic && { kind: 'topic', title: topic.title, href: '/channels/' + ref.id, digest: topic.digest };
}

/** The first line, shortened. */
export function brief(text: string): string {
  const line = text.replace(/[*_`>#]/g, '').trim().split('\n')[0] ?? '';
  return line.length > LONGEST ? line.slice(0, LONGEST - 1) + '…' : line;
}

export function ThingLink({ thing: ref }: { thing: Ref }) {
  const w = useWords(detail);
  const thing = useThing(ref);
  return thing ? (
    <Link href={thing.href}>
      <bdi>{thing.title}</bdi>
    </Link>
  ) : (
    <span className="dim">{w.notVisible}</span>
  );
}
