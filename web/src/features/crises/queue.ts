import { useMemo } from 'react';
import type { Id, Views } from '../../api/types';
import type { Board, Waits } from '../../live/board';
import { useMyId } from '../../live/me';
import { useRoom, useSeq, useWaiting } from '../../live/room';

/** Why something waits for the reader. */
export type Verb =
  | 'decide'
  | 'update'
  | 'confirm'
  | 'stop'
  | 'accept'
  | 'verify'
  | 'blocked'
  | 'unanswered'
  | 'find-owner'
  | 'late';

export interface Item {
  readonly verb: Verb;
  readonly id: Id;
  /** Crisis time at which something happens by itself or is due; what has none comes after. */
  readonly until?: string | undefined;
}

/** Where two are as urgent: what holds up others comes before what is only late. */
const ORDER: readonly Verb[] = [
  'decide',
  'update',
  'stop',
  'confirm',
  'accept',
  'find-owner',
  'unanswered',
  'blocked',
  'verify',
  'late',
];

/** What waits for the reader here, the most pressing first. */
export function useQueue(): readonly Item[] {
  const room = useRoom();
  const waiting = useWaiting();
  const me = useMyId();
  const seq = useSeq(room);
  return useMemo(() => queueOf(room, waiting, me), [room, waiting, me, seq]);
}

export function queueOf(room: Pick<Board, 'card'>, waiting: readonly Waits[], me: Id): readonly Item[] {
  return waiting.flatMap((each) => itemOf(room, each, me) ?? []).sort(byUrgency);
}

function byUrgency(a: Item, b: Item): number {
  const rank = (item: Item) => ORDER.indexOf(item.verb);
  const decision = Number(b.verb === 'decide') - Number(a.verb === 'decide');
  return decision || rank(a) - rank(b) || (a.until ?? '9').localeCompare(b.until ?? '9');
}

function itemOf(room: Pick<Board, 'card'>, { view, id }: Waits, me: Id): Item | undefined {
  switch (view) {
    case 'decisions.register': {
      const card = room.card('decisions.register', id);
      return card && { verb: 'decide', id, until: card.deadline };
    }
    case 'crises.seats':
      return room.card('crises.seats', id) && { verb: 'confirm', id };
    case 'crises.room': {
      const card = room.card('crises.room', id);
      return card && { verb: 'update', id, until: card.updatePromisedFor };
    }
    case 'tasks.board': {
      const card = room.card('tasks.board', id);
      return card && { verb: verbOf(card, me), id, until: card.due };
    }
    default:
      return undefined;
  }
}

/** A task may wait for somebody for more than one reason; this is the one that nobody else can answer first. */
export function verbOf(task: Views['tasks.board'], me: Id): Verb {
  if (task.stop && (task.owner === me || task.substitute?.person === me)) {
    return 'stop';
  }
  if (task.offer?.to === me) {
    return 'accept';
  }
  if (task.state === 'awaiting-verification' && task.verifier === me) {
    return 'verify';
  }
  if (task.blocked?.person === me) {
    return 'blocked';
  }
  if (task.offer?.escalatedTo.includes(me)) {
    return 'unanswered';
  }
  if (task.seekers.includes(me) && !task.offer) {
    return 'find-owner';
  }
  return 'late';
}
