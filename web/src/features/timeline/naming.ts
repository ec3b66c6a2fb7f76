import { useMemo } from 'react';
import { useList, useIndex } from '../../live/room';
import type { Gap } from './gaps';

/** What the roles of the charter are called, by their names in the record. */
export function useRoleTitles(): ReadonlyMap<string, string> {
  const shelf = useList('charter.shelf');
  const seats = useList('crises.seats');
  return useMemo(() => {
    const titles = new Map<string, string>();
    shelf.forEach((card) => card.charter.roles.forEach((role) => titles.set(role.name, role.title)));
    seats.forEach((seat) => titles.set(seat.role, seat.title));
    return titles;
  }, [shelf, seats]);
}

/** What a gap is about, in words. */
export function useGapWords(): (gap: Gap) => string {
  const tasks = useIndex('tasks.board');
  const decisions = useIndex('decisions.register');
  const roles = useRoleTitles();
  return useMemo(
    () => (gap: Gap) => {
      switch (gap.kind) {
        case 'owner':
          return tasks.get(gap.id)?.title ?? '…';
        case 'decision':
          return decisions.get(gap.id)?.title ?? '…';
        case 'lead':
          return roles.get(gap.id) ?? gap.id;
        case 'update':
          return '';
      }
    },
    [tasks, decisions, roles],
  );
}
