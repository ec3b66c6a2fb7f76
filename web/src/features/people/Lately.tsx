import { useMemo } from 'react';
import { Link } from 'wouter';
import type { Id } from '../../api/types';
import { useRoom, useSeq } from '../../live/room';
import { Button } from '../../parts/controls';
import { Bones, Panel } from '../../parts/plain';
import { Refusal } from '../../parts/Refusal';
import { At } from '../../parts/times';
import { common } from '../../words/common';
import { useWords } from '../../words/words';
import { useChronicle } from '../timeline/chronicle';
import { useRoleTitles } from '../timeline/naming';
import { Said } from '../timeline/Told';
import { personWords } from './words';

const MOST = 8;

/** What somebody did last, by the record. */
export function Lately({ id }: { id: Id }) {
  const w = useWords(personWords);
  const c = useWords(common);
  const room = useRoom();
  const seq = useSeq(room);
  const roles = useRoleTitles();
  const { chronicle, loaded } = useChronicle(room.stream, seq);
  const lines = useMemo(
    () =>
      loaded.lines
        .filter((line) => line.person === id && line.seq <= seq && line.group !== 'technical')
        .slice(-MOST)
        .reverse(),
    [loaded.lines, id, seq],
  );
  return (
    <Panel title={w.lately}>
      {loaded.loading === 'first' ? (
        <Bones label={c.loading} lines={4} />
      ) : (
        <>
          {lines.length === 0 && <p className="people-empty dim sm">{w.latelyNothing}</p>}
          <ul className="people-things">
            {lines.map((line) => (
              <li key={line.seq}>
                <Link href={'/timeline/' + line.seq} className="people-when sm">
                  <At at={line.header.time} />
                </Link>
                <span className="grow sm">
                  <Said line={line} roles={roles} />
                </span>
              </li>
            ))}
          </ul>
          {lines.length < MOST && loaded.first > 0 && (
            <p className="people-empty">
              <Button size="small" isDisabled={loaded.loading !== null} onPress={() => void chronicle.older()}>
                {w.latelyMore}
              </Button>
            </p>
          )}
          <Refusal problem={loaded.problem} />
        </>
      )}
    </Panel>
  );
}
