import { useEffect, useMemo, useState } from 'react';
import { read } from '../../api/read';
import type { DecisionType, Policy } from '../../api/types';
import { useList, useRoomCard } from '../../live/room';

/**
 * The kinds of decision that the charter of this crisis knows: from the version that the crisis pinned, or as the
 * server tells the policy of now where that version is not on the shelf. `null` until they are known.
 */
export function useTypes(): readonly DecisionType[] | null {
  const pinned = useRoomCard()?.charter;
  const shelf = useList('charter.shelf');
  const charter = useMemo(() => shelf.find((card) => card.version === pinned)?.charter, [shelf, pinned]);
  const [told, setTold] = useState<readonly DecisionType[] | null>(null);
  useEffect(() => {
    if (charter) {
      return undefined;
    }
    const stop = new AbortController();
    read<Policy>('/api/policy', stop.signal)
      .then((policy) => setTold(policy.decisions))
      .catch(() => undefined);
    return () => stop.abort();
  }, [charter]);
  return charter?.decisionTypes ?? told;
}
