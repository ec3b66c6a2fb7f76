import type { Id } from '../../api/types';
import { useMyId } from '../../live/me';
import { useCard, useList } from '../../live/room';
import { useRealNow } from '../../live/time';
import { Panel } from '../../parts/plain';
import { useWords } from '../../words/words';
import { OfferedToMe } from './Offered';
import { standInOf, usePresences } from './roster';
import { SeatRow } from './SeatRow';
import { usePeopleMay } from './useSeatMay';
import { peopleWords, personWords } from './words';

/** The seats of a person, and those for which they are a deputy. */
export function SeatsOf({ id }: { id: Id }) {
  const w = useWords(personWords);
  const p = useWords(peopleWords);
  const me = useMyId();
  const real = useRealNow();
  const part = useCard('crises.people', id);
  const presences = usePresences();
  const may = usePeopleMay();
  const seats = useList('crises.seats');
  const shown = seats.filter(
    (seat) => seat.holder === id || standInOf(seat, real)?.person === id || part?.deputyFor.includes(seat.role),
  );
  const offered = id === me ? seats.filter((seat) => seat.offeredTo === me) : [];
  return (
    <>
      {offered.map((seat) => (
        <OfferedToMe key={seat.id} id={seat.id} may={may.seat(seat.role)} />
      ))}
      <Panel title={w.seats} count={shown.length}>
        {shown.length === 0 ? (
          <p className="people-empty dim sm">{w.noSeats}</p>
        ) : (
          <table className="grid people-table people-seats">
            <thead>
              <tr>
                <th scope="col">{p.seat}</th>
                <th scope="col">{p.heldBy}</th>
                <th scope="col">{p.deputies}</th>
                <th scope="col">
                  <span className="visually-hidden">{p.change}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((seat) => (
                <SeatRow key={seat.id} id={seat.id} may={may.seat(seat.role)} presences={presences} primary={false} />
              ))}
            </tbody>
          </table>
        )}
      </Panel>
    </>
  );
}
