import { useIsPast, useRoomCard } from '../../live/room';

/** Whether nothing can be done here: a moment of the past, or a crisis that is closed. */
export function useReadOnly(): boolean {
  const past = useIsPast();
  return useRoomCard()?.closing !== undefined || past;
}
