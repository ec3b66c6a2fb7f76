import './people.css';
import { memo } from 'react';
import { Link } from 'wouter';
import type { Id } from '../../api/types';
import { useName } from '../../live/people';
import { useCard, useList } from '../../live/room';
import { Nobody } from '../../parts/plain';
import { useWords } from '../../words/words';
import type { Presence as State } from './hours';
import { Presence, There } from './Presence';
import { usePresences } from './roster';
import { peopleWords } from './words';

/** The seats in short, for the side of another screen: vacant ones first. */
export function RollCall({ most = 8 }: { most?: number }) {
  const seats = useList('crises.seats');
  const presences = usePresences();
  const vacant = seats.filter((seat) => seat.holder === undefined);
  const held = seats.filter((seat) => seat.holder !== undefined).slice(0, Math.max(0, most - vacant.length));
  return (
    <ul className="people-roll">
      {[...vacant, ...held].map((seat) => (
        <Row key={seat.id} id={seat.id} presence={presences.get(seat.holder ?? '')} />
      ))}
    </ul>
  );
}

const Row = memo(function Row({ id, presence }: { id: Id; presence: State | undefined }) {
  const w = useWords(peopleWords);
  const seat = useCard('crises.seats', id);
  const name = useName(seat?.holder);
  return seat ? (
    <li>
      <span className="xs dim people-block">{seat.title}</span>
      {seat.holder ? (
        <span className="row sm">
          <Link href={'/people/' + seat.holder} className="people-name">
            <bdi>{name}</bdi>
          </Link>
          <There id={seat.holder} />
          {presence && <Presence state={presence} />}
        </span>
      ) : (
        <Nobody words={w.vacant} small />
      )}
    </li>
  ) : null;
});
