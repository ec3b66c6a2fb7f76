import type { DayOfWeek, Hours, Id } from '../../api/types';
import { useCard } from '../../live/room';
import { Name, Nobody } from '../../parts/plain';
import { At } from '../../parts/times';
import { currentLanguage, useLanguage, useWords } from '../../words/words';
import { useNameOfFunction } from '../tasks/functions';
import { absenceOf } from './hours';
import { useRealNow } from '../../live/time';
import { peopleWords, personWords } from './words';

const WEEK: readonly DayOfWeek[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** What the directory and the crisis say about somebody. */
export function PersonFacts({ id }: { id: Id }) {
  const w = useWords(personWords);
  const p = useWords(peopleWords);
  const person = useCard('people.directory', id);
  const part = useCard('crises.people', id);
  const partner = useCard('people.partners', person?.partner);
  const nameOf = useNameOfFunction();
  const real = useRealNow();
  const absence = person && absenceOf(person, real);
  const coming = person?.absences.find((each) => Date.parse(each.from) > real);
  return (
    <section className="stack">
      <h2>{w.facts}</h2>
      <dl className="facts">
        {person && (
          <>
            <dt>{w.zone}</dt>
            <dd>{person.zone}</dd>
            <dt>{w.hours}</dt>
            <dd>{person.hours ? <HoursOf hours={person.hours} /> : <span className="dim">{w.noHours}</span>}</dd>
          </>
        )}
        {(absence ?? coming) && (
          <>
            <dt>{w.absent}</dt>
            <dd>
              {coming && !absence && (
                <>
                  <At at={coming.from} day />{' '}
                </>
              )}
              {w.absentSpan} <At at={(absence ?? coming)?.until ?? ''} day />
            </dd>
          </>
        )}
        {part && part.functions.length > 0 && (
          <>
            <dt>{w.functions}</dt>
            <dd>{part.functions.map(nameOf).join(', ')}</dd>
          </>
        )}
        {person && person.kind !== 'human' && (
          <>
            <dt>{w.kind}</dt>
            <dd>
              {w.kinds[person.kind]}. {w.neverDecides}
            </dd>
            <dt>{w.owner}</dt>
            <dd>{person.owner ? <Name id={person.owner} /> : <Nobody words={p.noOwner} small />}</dd>
          </>
        )}
        {person?.purpose && (
          <>
            <dt>{w.purpose}</dt>
            <dd dir="auto">{person.purpose}</dd>
          </>
        )}
        {partner && (
          <>
            <dt>{w.partner}</dt>
            <dd>
              <bdi>{partner.name}</bdi>
            </dd>
            <dt>{w.ground}</dt>
            <dd dir="auto">{partner.ground}</dd>
          </>
        )}
        {person?.engagedUntil && (
          <>
            <dt>{w.engagedUntil}</dt>
            <dd>
              <At at={person.engagedUntil} day />
            </dd>
          </>
        )}
        {part?.until && (
          <>
            <dt>{w.partEnds}</dt>
            <dd>
              <At at={part.until} day />
            </dd>
          </>
        )}
        {person && (
          <>
            <dt>{w.handle}</dt>
            <dd className="mono">@{person.handle}</dd>
          </>
        )}
      </dl>
    </section>
  );
}

function HoursOf({ hours }: { hours: Hours }) {
  const w = useWords(personWords);
  useLanguage();
  return <span className="num">{w.hoursOf(hours.from, hours.to, daysOf(hours.days, w))}</span>;
}

function daysOf(days: readonly DayOfWeek[], w: { weekdays: string; everyDay: string }): string {
  const key = WEEK.filter((day) => days.includes(day));
  if (key.length === 7) {
    return w.everyDay;
  }
  if (key.join() === WEEK.slice(0, 5).join()) {
    return w.weekdays;
  }
  // 5 January 1970 was a Monday
  const name = new Intl.DateTimeFormat(currentLanguage(), { weekday: 'short', timeZone: 'UTC' });
  return key.map((day) => name.format((WEEK.indexOf(day) + 4) * 86_400_000)).join(', ');
}
