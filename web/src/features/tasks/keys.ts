/**
 * What keys do to the tasks on the screen, by the focus: whoever owns the keyboard calls these. They say whether there
 * was anything to do.
 */
export const taskKeys = {
  next: () => move(1),
  previous: () => move(-1),
  /** Opens the task that has the focus. */
  open(): boolean {
    const link = current()?.querySelector<HTMLElement>('[data-task-link]');
    link?.click();
    return link != null;
  },
  /** Opens the menu of the task that has the focus: move it to another state, change it. */
  menu(): boolean {
    const button = current()?.querySelector<HTMLElement>('[data-task-menu] button');
    button?.focus();
    // React Aria opens its menus by key or by pointer; a click that no pointer made counts as a key
    button?.click();
    return button != null;
  },
};

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
