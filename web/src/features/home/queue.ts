import type { Views } from '../../api/types';
import type { Board, Waits } from '../../live/board';

/** Why something waits for the reader; the words are the catalogue's. */
export type Verb = 'decide' | 'confirm' | 'accept' | 'verify' | 'stop' | 'findOwner' | 'late' | 'blocked' | 'updateLate';

export interface Waiting {
  readonly verb: Verb;
  readonly key: string;
  /** Below the crisis. */
  readonly href: string;
  readonly title: string;
  readonly label?: string;
  /** When something happens by itself, or is due; crisis time. */
  readonly until?: string;
  readonly seat?: string;
}

/** What waits for the reader in one crisis, as cards say it; the most pressing first: by deadline, then as they come. */
export function waitingIn(board: Board, me: string): readonly Waiting[] {
  return board
    .waiting()
    .flatMap((each) => one(board, each, me) ?? [])
    .sort((a, b) => (a.until ?? '9').localeCompare(b.until ?? '9'));
}

function one(board: Board, { view, id }: Waits, me: string): Waiting | undefined {
  if (view === 'decisions.register') {
    const card = board.card('decisions.register', id);
    return (
      card && {
        verb: 'decide',
        key: id,
        href: '/decisions/' + id,
        title: card.question,
        label: card.label,
        ...(card.deadline ? { until: card.deadline } : {}),
      }
    );
  }
  if (view === 'crises.seats') {
    const card = board.card('crises.seats', id);
    return card && { verb: 'confirm', key: id, href: '/people', title: card.handoverNote ?? '', seat: card.title };
  }
  if (view === 'tasks.board') {
    const card = board.card('tasks.board', id);
    return (
      card && {
        verb: verbOf(card, me),
        key: id,
        href: '/tasks/' + id,
        title: card.title,
        ...(card.due ? { until: card.due } : {}),
      }
    );
  }
  if (view === 'crises.room') {
    const card = board.card('crises.room', id);
    return (
      card && {
        verb: 'updateLate',
        key: id,
        href: '',
        title: '',
        ...(card.updatePromisedFor ? { until: card.updatePromisedFor } : {}),
      }
    );
  }
  return undefined;
}

function verbOf(card: Views['tasks.board'], me: string): Verb {
  if (card.stop && (card.owner === me || card.substitute?.person === me)) {
    return 'stop';
  }
  if (card.offer?.to === me) {
    return 'accept';
  }
  if (card.state === 'awaiting-verification' && card.verifier === me) {
    return 'verify';
  }
  if (card.blocked?.person === me) {
    return 'blocked';
  }
  if (card.seekers.includes(me) || card.offer) {
    return 'findOwner';
  }
  return 'late';
}
