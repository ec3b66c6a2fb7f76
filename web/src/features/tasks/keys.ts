import { useEffect } from 'react';
import { giveKeys } from '../../app/keymap';

/** Gives the keys to the tasks on the screen, by the focus, while the component is there. */
export function useTaskKeys(): void {
  useEffect(
    () =>
      giveKeys({
        j: () => move(1),
        k: () => move(-1),
        // the arrows scroll, until a task has the focus
        ArrowDown: () => current() !== null && move(1),
        ArrowUp: () => current() !== null && move(-1),
        '.': menu,
        m: menu,
      }),
    [],
  );
}

/** Opens the menu of the task that has the focus: move it to another state, change it. */
function menu(): boolean {
  const button = current()?.querySelector<HTMLElement>('[data-task-menu] button');
  button?.focus();
  // React Aria opens its menus by key or by pointer; a click that no pointer made counts as a key
  button?.click();
  return button != null;
}

function cards(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-task-card]')].filter((card) => card.offsetParent !== null);
}

function current(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>('[data-task-card]') ?? null;
}

function move(by: number): boolean {
  const all = cards();
  const here = current();
  const at = here ? all.indexOf(here) : -1;
  const next = all[here ? Math.min(Math.max(at + by, 0), all.length - 1) : by > 0 ? 0 : all.length - 1];
  const link = next?.querySelector<HTMLElement>('[data-task-link]');
  link?.focus();
  link?.scrollIntoView({ block: 'nearest' });
  return link != null;
}
