import { useMemo } from 'react';
import { useList } from '../../live/room';
import { usePeople } from '../../live/people';
import { useRealNow } from '../../live/time';
import { useWords } from '../../words/words';
import { channelWords } from './words';

/** Who reads what is written here, in words: `31 people incl. 2 from outside`. */
export function useAudience(): string {
  const w = useWords(channelWords);
  const here = useList('crises.people');
  const directory = usePeople();
  const now = useRealNow();
  return useMemo(() => {
    const present = here.filter((each) => each.until === undefined || Date.parse(each.until) > now);
    const humans = present.filter((each) => (each.kind ?? 'human') === 'human');
    const outside = humans.filter((each) => directory.get(each.id)?.partner !== undefined).length;
    const machines = present.length - humans.length;
    return w.audience(humans.length, outside) + (machines > 0 ? ' + ' + w.audienceMachines(machines) : '');
  }, [w, here, directory, now]);
}
