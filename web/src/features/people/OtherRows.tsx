import { Bot } from 'lucide-react';
import { memo } from 'react';
import type { Id } from '../../api/types';
import { useCard, useList } from '../../live/room';
import { useRealNow } from '../../live/time';
import { Name, Nobody, Panel, Tag } from '../../parts/plain';
import { At } from '../../parts/times';
import { useWords } from '../../words/words';
import { useNameOfFunction } from '../tasks/functions';
import type { Presence as State } from './hours';
import type { ResponderCard } from './roster';
import { Holder } from './SeatRow';
import { peopleWords, personWords } from './words';

/** Those of one kind who take part without a seat. */
export function OtherPeople({
  title,
  people,
  presences,
}: {
  title: string;
  people: readonly ResponderCard[];
  presences: ReadonlyMap<Id, State>;
}) {
  const w = useWords(peopleWords);
  if (people.length === 0) {
    return null;
  }
  return (
    <Panel title={title} count={people.length}>
      <table className="grid people-table">
        <thead>
          <tr>
            <th scope="col">{w.person}</th>
            <th scope="col">{w.does}</th>
            <th scope="col">{w.stays}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((each) => (
            <OtherRow key={each.id} id={each.id} presence={presences.get(each.id)} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

const OtherRow = memo(function OtherRow({ id, presence }: { id: Id; presence: State | undefined }) {
  const w = useWords(peopleWords);
  const p = useWords(personWords);
  const part = useCard('crises.people', id);
  const person = useCard('people.directory', id);
  const partner = useCard('people.partners', person?.partner);
  const seats = useList('crises.seats');
  const nameOf = useNameOfFunction();
  const real = useRealNow();
  if (!part) {
    return null;
  }
  const deputyFor = part.deputyFor.map((role) => seats.find((seat) => seat.role === role)?.title ?? role);
  const machine = person !== undefined && person.kind !== 'human';
  return (
    <tr>
      <td>
        <Holder id={id} presence={presence} />
        {machine && (
          <p className="people-aside sm">
            <Tag tone="mute" icon={Bot}>
              {p.kinds[person.kind]}
            </Tag>{' '}
            {person.owner ? (
              <span>
                {w.ownedBy} <Name id={person.owner} />
              </span>
            ) : (
              <Nobody words={w.noOwner} small />
            )}
          </p>
        )}
        {person?.purpose && (
          <p className="people-aside sm dim" dir="auto">
            {person.purpose}
          </p>
        )}
        {partner && (
          <p className="people-aside sm dim">
            <bdi>{partner.name}</bdi>
          </p>
        )}
      </td>
      <td data-label={w.does}>
        <span className="sm">{part.functions.map(nameOf).join(', ')}</span>
        {deputyFor.length > 0 && <span className="sm dim people-block">{w.deputyFor(deputyFor.join(', '))}</span>}
      </td>
      <td data-label={w.stays}>
        <span className="sm">
          {part.until === undefined ? (
            <span className="dim">{w.noEnd}</span>
          ) : Date.parse(part.until) <= real ? (
            <span className="c-crit strong">
              {w.ended} <At at={part.until} day />
            </span>
          ) : (
            <At at={part.until} day />
          )}
        </span>
      </td>
    </tr>
  );
});
