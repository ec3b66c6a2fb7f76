import { BellRing, TriangleAlert } from 'lucide-react';
import type { RoomCard } from '../../api/types';
import { useCard } from '../../live/room';
import { Nobody, Note, Panel, Person } from '../../parts/plain';
import { At, Remaining } from '../../parts/times';
import { useWords } from '../../words/words';
import { Call } from '../decisions/Call';
import { brief } from './words';

/** When the next word was promised, and to whom. */
export function NextUpdate({ room }: { room: RoomCard }) {
  const w = useWords(brief);
  return (
    <Panel title={w.nextUpdate}>
      <div className="body stack-4">
        {room.updatePromisedFor ? (
          <p>
            <BellRing className="icon" aria-hidden />{' '}
            <strong>
              <At at={room.updatePromisedFor} />
            </strong>{' '}
            <span className="dim">
              {w.in} <Remaining until={room.updatePromisedFor} />
              {room.updatePromisedTo && <bdi> · {w.promisedTo(room.updatePromisedTo)}</bdi>}
            </span>
          </p>
        ) : (
          <p className="dim">{w.noPromise}</p>
        )}
        {room.updateMissed && (
          <Note tone="crit" icon={TriangleAlert}>
            {w.missed}
          </Note>
        )}
      </div>
    </Panel>
  );
}

/** Who leads, and how to call: works without any network of ours. */
export function Lead({ room }: { room: RoomCard }) {
  const w = useWords(brief);
  const known = useCard('people.directory', room.lead) !== undefined;
  return (
    <Panel title={w.lead}>
      <div className="body row">
        {room.lead ? (
          <>
            <span className="brief-lead">
              <Person id={room.lead} />
            </span>
            {known && <Call id={room.lead} none={w.noNumber} />}
          </>
        ) : (
          <Nobody words={w.noLead} />
        )}
      </div>
    </Panel>
  );
}
