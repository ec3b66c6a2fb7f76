import { ClockAlert, DoorOpen, Handshake, Repeat2, Star } from 'lucide-react';
import { memo } from 'react';
import { Link } from 'wouter';
import type { Id } from '../../api/types';
import { useMyId } from '../../live/me';
import { useName } from '../../live/people';
import { useCard } from '../../live/room';
import { useNow, useRealNow } from '../../live/time';
import { Button } from '../../parts/controls';
import { Avatar, Nobody, Tag } from '../../parts/plain';
import { Age, At } from '../../parts/times';
import { common } from '../../words/common';
import { useWords } from '../../words/words';
import { useNameOfFunction } from '../tasks/functions';
import { absenceOf, type Presence as State } from './hours';
import { Presence, There } from './Presence';
import { LONG_SHIFT, standInOf, type SeatCard } from './roster';
import { SeatMenu, useSeatActs } from './SeatMenu';
import type { SeatAction } from './useSeatMay';
import { QuickWays } from './Ways';
import { peopleWords } from './words';

/** A seat: who holds it, what time it is there, since when, and who could take it. */
export const SeatRow = memo(function SeatRow({
  id,
  may,
  presences,
  primary,
}: {
  id: Id;
  may: readonly SeatAction[];
  presences: ReadonlyMap<Id, State>;
  primary: boolean;
}) {
  const w = useWords(peopleWords);
  const seat = useCard('crises.seats', id);
  const nameOf = useNameOfFunction();
  if (!seat) {
    return null;
  }
  return (
    <tr className={seat.holder ? '' : 'people-vacant'} id={'seat-' + id}>
      <th scope="row">
        <span className="people-seat-title">{seat.title}</span>
        <span className="sm dim row">
          {nameOf(seat.function)}
          {seat.leads && (
            <Tag tone="info" icon={Star}>
              {w.leads}
            </Tag>
          )}
        </span>
        {seat.holder && <Since seat={seat} />}
      </th>
      <td>
        {seat.holder ? (
          <>
            <Holder id={seat.holder} presence={presences.get(seat.holder)} />
            <StandIn seat={seat} />
            <Offer seat={seat} />
          </>
        ) : (
          <Vacancy seat={seat} may={may} primary={primary} />
        )}
      </td>
      <td data-label={w.deputies}>
        <Deputies ids={seat.deputies} presences={presences} />
      </td>
      <td className="people-row-acts">
        <SeatMenu seat={seat} may={seat.holder ? may : may.filter((action) => action !== 'fill')} />
      </td>
    </tr>
  );
});

export function Holder({ id, presence }: { id: Id; presence: State | undefined }) {
  const w = useWords(peopleWords);
  const c = useWords(common);
  const name = useName(id);
  const me = useMyId();
  const person = useCard('people.directory', id);
  const part = useCard('crises.people', id);
  const absence = person && absenceOf(person, useRealNow());
  return (
    <div className="people-holder">
      <Avatar name={name} />
      <div className="grow">
        <span className="row people-holder-name">
          <Link href={'/people/' + id} className="people-name">
            <bdi>{name}</bdi>
          </Link>
          {id === me && <span className="dim xs">({c.you})</span>}
          {person?.partner && (
            <Tag tone="line" icon={DoorOpen}>
              {w.fromOutside}
            </Tag>
          )}
        </span>
        <span className="sm people-holder-more">
          <There id={id} />
          {presence && <Presence state={presence} />}
          {person?.hours && (
            <span className="dim nowrap num" title={w.hoursThere}>
              {person.hours.from}–{person.hours.to}
            </span>
          )}
          {absence && (
            <span className="dim nowrap">
              {w.until} <At at={absence.until} />
            </span>
          )}
          {part?.until && (
            <span className="dim nowrap">
              {w.until} <At at={part.until} day />
            </span>
          )}
        </span>
      </div>
      <span className="people-quick">
        <QuickWays id={id} />
      </span>
    </div>
  );
}

function Since({ seat }: { seat: SeatCard }) {
  const w = useWords(peopleWords);
  const long = useNow() - Date.parse(seat.since) >= LONG_SHIFT;
  return long ? (
    <span className="c-warn sm people-block">
      <ClockAlert className="icon" aria-hidden /> <Age since={seat.since} /> {w.long}
    </span>
  ) : (
    <span className="sm dim people-block">
      {w.inSeat} <Age since={seat.since} />
    </span>
  );
}

function StandIn({ seat }: { seat: SeatCard }) {
  const w = useWords(peopleWords);
  const standIn = standInOf(seat, useRealNow());
  const name = useName(standIn?.person);
  return standIn ? (
    <p className="people-aside sm">
      <Repeat2 className="icon" aria-hidden /> <span className="strong">{w.standsIn(name)}</span> <There id={standIn.person} />{' '}
      <span className="dim">
        {w.until} <At at={standIn.until} />
      </span>
    </p>
  ) : null;
}

function Offer({ seat }: { seat: SeatCard }) {
  const w = useWords(peopleWords);
  const name = useName(seat.offeredTo);
  return seat.offeredTo ? (
    <div className="people-aside sm">
      <Handshake className="icon" aria-hidden /> <span className="strong">{w.offeredTo(name)}</span>{' '}
      {seat.offeredAt && (
        <span className="dim">
          <At at={seat.offeredAt} />
        </span>
      )}
      {seat.handoverNote && (
        <p className="people-note" dir="auto">
          {seat.handoverNote}
        </p>
      )}
    </div>
  ) : null;
}

function Vacancy({ seat, may, primary }: { seat: SeatCard; may: readonly SeatAction[]; primary: boolean }) {
  const w = useWords(peopleWords);
  const acts = useSeatActs(seat);
  return (
    <div className="row">
      <span className="grow">
        <Nobody words={w.nobody} />
        <span className="sm dim">
          {' '}
          {w.vacantFor} <Age since={seat.since} />
        </span>
      </span>
      {may.includes('fill') && (
        <Button kind={primary ? 'primary' : 'outlined'} onPress={() => void acts.choose('fill')}>
          {w.fill}
        </Button>
      )}
      {acts.dialog}
    </div>
  );
}

function Deputies({ ids, presences }: { ids: readonly Id[]; presences: ReadonlyMap<Id, State> }) {
  const w = useWords(peopleWords);
  return ids.length === 0 ? (
    <span className="sm dim">{w.noDeputies}</span>
  ) : (
    <ul className="people-deputies sm">
      {ids.map((id) => (
        <Deputy key={id} id={id} presence={presences.get(id)} />
      ))}
    </ul>
  );
}

function Deputy({ id, presence }: { id: Id; presence: State | undefined }) {
  return (
    <li>
      <Link href={'/people/' + id} className="people-name">
        <bdi>{useName(id)}</bdi>
      </Link>
      <span className="people-holder-more">
        <There id={id} />
        {presence && <Presence state={presence} />}
      </span>
    </li>
  );
}
