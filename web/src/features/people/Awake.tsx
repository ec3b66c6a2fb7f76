import { memo, useMemo } from 'react';
import { Link } from 'wouter';
import type { Id } from '../../api/types';
import { useName, usePeople } from '../../live/people';
import { useList } from '../../live/room';
import { useNow } from '../../live/time';
import { LocalClock } from '../../parts/times';
import { cityOf } from '../../words/times';
import { useWords } from '../../words/words';
import { isWorking, nightIn, offsetOf, stretches, type Presence, type Stretch } from './hours';
import type { PersonCard } from './roster';
import { peopleWords } from './words';

const HOUR = 3_600_000;
/** The bars show so much of what was, and so much of what comes. */
const BEFORE = 6 * HOUR;
const AFTER = 18 * HOUR;
const MARKS = [-6, 0, 6, 12, 18];

interface Band {
  readonly key: string;
  readonly zones: readonly string[];
  readonly people: readonly PersonCard[];
}

/** Everybody by what their clocks show, from west to east. */
function bandsOf(people: readonly PersonCard[], at: number): readonly Band[] {
  const bands = new Map<number, PersonCard[]>();
  people.forEach((person) => {
    const offset = offsetOf(person.zone, at);
    bands.set(offset, [...(bands.get(offset) ?? []), person]);
  });
  return [...bands]
    .sort((a, b) => a[0] - b[0])
    .map(([offset, there]) => ({
      key: String(offset),
      zones: [...new Set(there.map((person) => person.zone))],
      people: there,
    }));
}

/** Who is awake: a bar of a day for every local time, with night, work, and now. */
export function Awake({ presences }: { presences: ReadonlyMap<Id, Presence> }) {
  const w = useWords(peopleWords);
  const here = useList('crises.people');
  const directory = usePeople();
  const quarter = Math.floor(useNow() / (15 * 60_000)) * 15 * 60_000;
  const bands = useMemo(() => {
    const humans = here.flatMap((each) => {
      const person = directory.get(each.id);
      return person?.kind === 'human' ? [person] : [];
    });
    return bandsOf(humans, quarter);
  }, [here, directory, quarter]);
  return (
    <section className="people-awake" aria-labelledby="people-awake">
      <h2 id="people-awake">{w.awake}</h2>
      <p className="xs dim">{w.awakeHint}</p>
      <div className="people-axis xs dim num" aria-hidden>
        {MARKS.map((mark) => (
          <span key={mark} style={{ left: `${((mark * HOUR + BEFORE) / (BEFORE + AFTER)) * 100}%` }}>
            {mark === 0 ? w.now : w.hours(mark)}
          </span>
        ))}
      </div>
      <ul>
        {bands.map((band) => (
          <BandRow key={band.key} band={band} now={quarter} presences={presences} />
        ))}
      </ul>
    </section>
  );
}

const BandRow = memo(function BandRow({
  band,
  now,
  presences,
}: {
  band: Band;
  now: number;
  presences: ReadonlyMap<Id, Presence>;
}) {
  const w = useWords(peopleWords);
  const [zone = 'UTC'] = band.zones;
  const working = band.people.filter((person) => presences.get(person.id) === 'at-work').length;
  const asleep = band.people.every((person) => presences.get(person.id) === 'night');
  const known = band.people.some((person) => person.hours !== undefined);
  const from = now - BEFORE;
  const to = now + AFTER;
  const night = useMemo(() => stretches(from, to, nightIn(zone)), [from, to, zone]);
  const work = useMemo(
    () => stretches(from, to, (at) => band.people.some((person) => isWorking(person, at))),
    [from, to, band],
  );
  return (
    <li className="people-band">
      <div className="people-band-head">
        <span className="strong">
          <LocalClock zone={zone} />
        </span>
        <span className="sm dim grow">{band.zones.map(cityOf).join(', ')}</span>
        <span className="xs dim nowrap">{asleep ? w.allNight : known ? w.awakeOf(working, band.people.length) : w.noHours}</span>
      </div>
      <div className="people-bar" role="img" aria-label={w.barSaid(band.zones.map(cityOf).join(', '), said(band.people, w))}>
        <Stretches of={night} name="night" />
        <Stretches of={work} name="work" />
        <i className="now" style={{ left: `${(BEFORE / (BEFORE + AFTER)) * 100}%` }} />
      </div>
      <p className="xs people-band-names">
        {band.people.map((person, i) => (
          <span key={person.id}>
            {i > 0 && ', '}
            <NameLink id={person.id} />
          </span>
        ))}
      </p>
    </li>
  );
});

function said(people: readonly PersonCard[], w: typeof peopleWords.en): string {
  const spans = people.map((person) => (person.hours ? w.worksFrom(person.hours.from, person.hours.to) : w.noHours));
  return [...new Set(spans)].join(', ');
}

function Stretches({ of, name }: { of: readonly Stretch[]; name: string }) {
  return of.map((each) => (
    <i key={each.from} className={name} style={{ left: `${each.from}%`, width: `${each.length}%` }} />
  ));
}

function NameLink({ id }: { id: Id }) {
  return (
    <Link href={'/people/' + id} className="people-name-quiet">
      <bdi>{useName(id)}</bdi>
    </Link>
  );
}
