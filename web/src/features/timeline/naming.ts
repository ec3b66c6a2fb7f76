import { useMemo } from 'react';
import { useIndex, useList, useRoomCard } from '../../live/room';
import type { Gap } from './gaps';

/** What the roles of the charter are called, by their names in the record; its types of decisions under `type:NAME`. */
export function useRoleTitles(): ReadonlyMap<string, string> {
  const shelf = useList('charter.shelf');
  const seats = useList('crises.seats');
  return useMemo(() => {
    const titles = new Map<string, string>();
    shelf.forEach(({ charter }) => {
      charter.roles.forEach((role) => titles.set(role.name, role.title));
      charter.decisionTypes.forEach((type) => titles.set('type:' + type.name, type.title));
    });
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
          return decisions.get(gap.id)?.question ?? '…';
        case 'lead':
          return roles.get(gap.id) ?? gap.id;
        case 'update':
          return '';
      }
    },
    [tasks, decisions, roles],
  );
}

/**
 * The gaps that hold against the cards: an entry that ended one may be withheld from the reader, and then only the card
 * says that there is an owner, a decision, a lead.
 */
export function useTrueGaps(gaps: readonly Gap[]): readonly Gap[] {
  const tasks = useIndex('tasks.board');
  const decisions = useIndex('decisions.register');
  const seats = useList('crises.seats');
  const room = useRoomCard();
  return useMemo(
    () =>
      gaps.filter((gap) => {
        if (gap.to !== undefined) {
          return true;
        }
        switch (gap.kind) {
          case 'owner': {
            const task = tasks.get(gap.id);
            return task !== undefined && (task.owner === undefined || task.ownerLeft) && !OVER.has(task.state);
          }
          case 'decision':
            return decisions.get(gap.id)?.status === 'waiting';
          case 'lead':
            return seats.some((seat) => seat.role === gap.id && !seat.holder && !seat.standIn);
          case 'update':
            return room?.updateMissed ?? false;
        }
      }),
    [gaps, tasks, decisions, seats, room],
  );
}

const OVER = new Set(['done', 'dropped']);
