import { UserPlus } from 'lucide-react';
import { lazy, Suspense, useMemo } from 'react';
import { useMyId } from '../../live/me';
import { usePeople } from '../../live/people';
import { useList } from '../../live/room';
import { useNow } from '../../live/time';
import { Button, useOpen } from '../../parts/controls';
import { Empty, Panel } from '../../parts/plain';
import { useWords } from '../../words/words';
import { Awake } from './Awake';
import { OfferedToMe } from './Offered';
import { OtherPeople } from './OtherRows';
import { LONG_SHIFT, othersOf, usePresences } from './roster';
import { SeatRow } from './SeatRow';
import { usePeopleMay } from './useSeatMay';
import { peopleWords } from './words';

const Admit = lazy(async () => ({ default: (await import('./SeatDialogs')).Admit }));

/** Who takes part, by seats; who is awake; and which seats nobody fills. */
export function RollScreen() {
  const w = useWords(peopleWords);
  const me = useMyId();
  const seats = useList('crises.seats');
  const here = useList('crises.people');
  const directory = usePeople();
  const presences = usePresences();
  const may = usePeopleMay();
  const admitting = useOpen();
  const others = useMemo(() => othersOf(here, seats, directory), [here, seats, directory]);
  const offered = seats.filter((seat) => seat.offeredTo === me);
  const firstVacant = offered.length === 0 ? seats.find((seat) => seat.holder === undefined)?.id : undefined;
  return (
    <div className="with-side people-screen">
      <main className="page">
        <div className="page-title">
          <h1>{w.title}</h1>
          <Sums />
          {may.admit && (
            <span className="end">
              <Button icon={UserPlus} onPress={admitting.show}>
                {w.admit}
              </Button>
            </span>
          )}
        </div>
        {offered.map((seat) => (
          <OfferedToMe key={seat.id} id={seat.id} may={may.seat(seat.role)} />
        ))}
        <Panel title={w.rollCall} count={seats.length}>
          {seats.length === 0 ? (
            <Empty>{w.noSeats}</Empty>
          ) : (
            <table className="grid people-table people-seats">
              <thead>
                <tr>
                  <th scope="col">{w.seat}</th>
                  <th scope="col">{w.heldBy}</th>
                  <th scope="col">{w.deputies}</th>
                  <th scope="col">
                    <span className="visually-hidden">{w.change}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {seats.map((seat) => (
                  <SeatRow
                    key={seat.id}
                    id={seat.id}
                    may={may.seat(seat.role)}
                    presences={presences}
                    primary={seat.id === firstVacant}
                  />
                ))}
              </tbody>
            </table>
          )}
        </Panel>
        <OtherPeople title={w.others} people={others.own} presences={presences} />
        <OtherPeople title={w.outside} people={others.outside} presences={presences} />
        <OtherPeople title={w.machines} people={others.machines} presences={presences} />
        {admitting.open && (
          <Suspense fallback={null}>
            <Admit onClose={admitting.hide} />
          </Suspense>
        )}
      </main>
      <aside className="people-side" aria-label={w.awake}>
        <Awake presences={presences} />
      </aside>
    </div>
  );
}

/** What there is to know at a glance, in words. */
function Sums() {
  const w = useWords(peopleWords);
  const seats = useList('crises.seats');
  const presences = usePresences();
  const now = useNow();
  const vacant = seats.find((seat) => seat.holder === undefined);
  const long = seats.filter((seat) => seat.holder !== undefined && now - Date.parse(seat.since) >= LONG_SHIFT).length;
  const states = [...presences.values()];
  const atWork = states.filter((state) => state === 'at-work').length;
  const night = states.filter((state) => state === 'night').length;
  return (
    <p className="people-sums sm">
      <span className="dim">{w.seatsOf(seats.length)}</span>
      {vacant && (
        <a href={'#seat-' + vacant.id} className="c-crit strong">
          {w.vacantOf(seats.filter((seat) => seat.holder === undefined).length)}
        </a>
      )}
      <span className="dim">{w.atWorkOf(atWork)}</span>
      {night > 0 && <span className="dim">{w.nightOf(night)}</span>}
      {long > 0 && <span className="c-warn">{w.longOf(long)}</span>}
    </p>
  );
}
