/** Keys that a screen takes for itself while it is shown: `j`, `m`, `[`. One that gives `false` had nothing to do. */
export type ScreenKeys = Readonly<Record<string, () => boolean | void>>;

let current: ScreenKeys = {};

/** Gives the keys of the screen that is shown; returns what takes them back. */
export function giveKeys(keys: ScreenKeys): () => void {
  current = keys;
  return () => {
    if (current === keys) {
      current = {};
    }
  };
}

/** Gives a key to the screen that is shown; says whether it wanted it. */
export function toKeys(key: string): boolean {
  const act = current[key];
  return act !== undefined && act() !== false;
}
