import { useSyncExternalStore } from 'react';
import { Emitter } from '../live/emitter';
import { Button } from './controls';

interface Toast {
  readonly id: number;
  readonly words: string;
  readonly undo?: { readonly words: string; readonly act: () => void };
}

const SHOWN_FOR = 10_000;
const changes = new Emitter();
let toasts: readonly Toast[] = [];
let next = 1;

/** Says something in passing; never anything that somebody has to know. */
export function toast(words: string, undo?: Toast['undo']): void {
  const id = next++;
  toasts = [...toasts.slice(-2), { id, words, ...(undo ? { undo } : {}) }];
  changes.emit('toasts');
  setTimeout(() => drop(id), SHOWN_FOR);
}

function drop(id: number): void {
  toasts = toasts.filter((each) => each.id !== id);
  changes.emit('toasts');
}

/** What can be undone now; the last own action, for ten seconds. */
export function undoLast(): boolean {
  const last = [...toasts].reverse().find((each) => each.undo);
  if (last?.undo) {
    last.undo.act();
    drop(last.id);
    return true;
  }
  return false;
}

export function Toasts() {
  const list = useSyncExternalStore(
    (wake) => changes.on('toasts', wake),
    () => toasts,
  );
  return (
    <div className="toasts no-print" role="status" aria-live="polite">
      {list.map((each) => (
        <div className="toast" key={each.id}>
          <span className="grow">{each.words}</span>
          {each.undo && (
            <Button
              size="small"
              onPress={() => {
                each.undo?.act();
                drop(each.id);
              }}
            >
              {each.undo.words}
            </Button>
          )}
        </div>
      ))}
    </div>
  );
}
