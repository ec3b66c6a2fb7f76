/** Listeners by key: a change wakes only those who look at what changed. */
export class Emitter {
  private readonly listeners = new Map<string, Set<() => void>>();

  /** Returns what ends it. */
  on(key: string, listener: () => void): () => void {
    let set = this.listeners.get(key);
    if (!set) {
      set = new Set();
      this.listeners.set(key, set);
    }
    const mine = set;
    mine.add(listener);
    return () => {
      mine.delete(listener);
      if (mine.size === 0 && this.listeners.get(key) === mine) {
        this.listeners.delete(key);
      }
    };
  }

  emit(key: string): void {
    for (const listener of [...(this.listeners.get(key) ?? [])]) {
      listener();
    }
  }
}
