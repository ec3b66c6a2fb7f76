/**
 * The keyboard map: what is shown under Help and what the frame listens to are the same list. A stroke is one key
 * (`w`, `N` for Shift and n, `Shift+T`, `Mod+K` for Control or Command and K, `Enter`); a binding may have several
 * strokes that do the same, and a stroke of two letters with a space between is one after the other (`g t`).
 *
 * Single keys are off in fields, and altogether for whoever turns them off; no single key approves, sends or deletes.
 */
export interface KeyBinding {
  /** What it does; its words are `keyWords[id]`. */
  readonly id: KeyId;
  readonly strokes: readonly string[];
  readonly where: KeyPlace;
  /** Goes on working in fields and with single keys turned off. */
  readonly always?: true;
}

export type KeyPlace = 'everywhere' | 'go' | 'list' | 'work' | 'talk' | 'past';

export type KeyId =
  | 'palette'
  | 'help'
  | 'waiting'
  | 'undo'
  | 'times'
  | 'goWarRoom'
  | 'goTasks'
  | 'goDecisions'
  | 'goChannels'
  | 'goPeople'
  | 'goTimeline'
  | 'goBrief'
  | 'next'
  | 'previous'
  | 'open'
  | 'close'
  | 'menu'
  | 'move'
  | 'newTask'
  | 'newDecision'
  | 'reply'
  | 'send'
  | 'previousUnread'
  | 'nextUnread'
  | 'earlier'
  | 'later'
  | 'pageEarlier'
  | 'pageLater';

export const KEYS: readonly KeyBinding[] = [
  { id: 'palette', strokes: ['Mod+K'], where: 'everywhere', always: true },
  { id: 'help', strokes: ['?'], where: 'everywhere' },
  { id: 'waiting', strokes: ['w'], where: 'everywhere' },
  { id: 'undo', strokes: ['u', 'Mod+Z'], where: 'everywhere' },
  { id: 'times', strokes: ['Shift+T'], where: 'everywhere' },
  { id: 'goWarRoom', strokes: ['g w'], where: 'go' },
  { id: 'goTasks', strokes: ['g t'], where: 'go' },
  { id: 'goDecisions', strokes: ['g d'], where: 'go' },
  { id: 'goChannels', strokes: ['g c'], where: 'go' },
  { id: 'goPeople', strokes: ['g p'], where: 'go' },
  { id: 'goTimeline', strokes: ['g l'], where: 'go' },
  { id: 'goBrief', strokes: ['g b'], where: 'go' },
  { id: 'next', strokes: ['j', 'ArrowDown'], where: 'list' },
  { id: 'previous', strokes: ['k', 'ArrowUp'], where: 'list' },
  { id: 'open', strokes: ['Enter'], where: 'list', always: true },
  { id: 'close', strokes: ['Escape'], where: 'list', always: true },
  { id: 'menu', strokes: ['.'], where: 'work' },
  { id: 'move', strokes: ['m'], where: 'work' },
  { id: 'newTask', strokes: ['n'], where: 'work' },
  { id: 'newDecision', strokes: ['N'], where: 'work' },
  { id: 'reply', strokes: ['r'], where: 'talk' },
  { id: 'send', strokes: ['Mod+Enter'], where: 'talk', always: true },
  { id: 'previousUnread', strokes: ['['], where: 'talk' },
  { id: 'nextUnread', strokes: [']'], where: 'talk' },
  { id: 'earlier', strokes: ['ArrowLeft'], where: 'past', always: true },
  { id: 'later', strokes: ['ArrowRight'], where: 'past', always: true },
  { id: 'pageEarlier', strokes: ['PageDown'], where: 'past', always: true },
  { id: 'pageLater', strokes: ['PageUp'], where: 'past', always: true },
];

const SIGNS: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  PageDown: 'Page ↓',
  PageUp: 'Page ↑',
};

/** A stroke as keys to be drawn: `g t` gives two lists, one after the other; `Mod+K` gives Ctrl and K. */
export function drawn(stroke: string, mac: boolean): readonly (readonly string[])[] {
  return stroke.split(' ').map((step) => {
    if (step.length === 1) {
      return /[A-Z]/.test(step) ? ['Shift', step] : [step];
    }
    return step.split('+').map((key) => (key === 'Mod' ? (mac ? '⌘' : 'Ctrl') : (SIGNS[key] ?? key)));
  });
}
