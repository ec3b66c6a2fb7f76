import { CircleCheck, Moon } from 'lucide-react';
import { memo } from 'react';
import { Link } from 'wouter';
import type { Id, Views } from '../../api/types';
import { useName } from '../../live/people';
import { useCard, useList, useOutOf, useWaiting } from '../../live/room';
import { useNow } from '../../live/time';
import { Tag } from '../../parts/plain';
import { At, LocalClock, Remaining } from '../../parts/times';
import { isNight } from '../../words/times';
import { useWords } from '../../words/words';
import { titlesOfRoles } from './QueueCards';
import { war } from './warWords';

type DecisionCard = Views['decisions.register'];

const MOST_DECISIONS = 5;
const MOST_PEOPLE = 8;

const openDecisions = (cards: readonly DecisionCard[]) =>
  cards
    .filter((card) => card.status === 'waiting' || card.status === 'handed-over')
    .sort((a, b) => (a.deadline ?? '9').localeCompare(b.deadline ?? '9'))
    .map((card) => card.id);

/** Decisions that somebody has to take, by the time that is left. */
export function SideDecisions({ wall }: { wall: boolean }) {
  const w = useWords(war);
  const ids = useOutOf('decisions.register', openDecisions);
  const mine = useWaiting().filter((each) => each.view === 'decisions.register').map((each) => each.id);
  return (
    <section className="war-side" aria-labelledby="side-decisions">
      <header>
        <h2 id="side-decisions">{w.decisionsWaiting}</h2>
        <span className="count">{ids.length}</span>
        <Link href="/decisions" className="end sm strong war-side-link">
          {w.all}
        </Link>
      </header>
      {ids.length === 0 && <p className="dim sm war-side-none">{w.noDecisions}</p>}
      <ul>
        {ids.slice(0, MOST_DECISIONS).map((id) => (
          <Decision key={id} id={id} yours={!wall && mine.includes(id)} />
        ))}
      </ul>
    </section>
  );
}

const Decision = memo(function Decision({ id, yours }: { id: Id; yours: boolean }) {
  const w = useWords(war);
  const card = useCard('decisions.register', id);
  const titles = useOutOf('crises.seats', titlesOfRoles);
  if (!card) {
    return null;
  }
  const who = card.handedTo ? [card.handedTo] : card.deciders;
  return (
    <li className="war-decision">
      <span className="war-decision-left">
        {card.deadline ? (
          <Remaining until={card.deadline} urgent={3_600_000} />
        ) : (
          <span className="dim sm">{w.noDeadline}</span>
        )}
        {yours ? <Tag tone="info">{w.yours}</Tag> : card.overdue ? <Tag tone="crit">{w.overdue}</Tag> : null}
      </span>
      <div className="grow">
        <h3>
          <Link href={'/decisions/' + id}>
            <span className="nowrap">{card.label}</span> <bdi>{card.question}</bdi>
          </Link>
        </h3>
        <p className="xs dim">
          {who.map((role) => titles[role] ?? role).join(', ')} · {w.asked} <At at={card.askedAt} />
        </p>
      </div>
    </li>
  );
});

/** Who is here and what time it is where they are; above all, which seats nobody fills. */
export function SidePeople({ quiet }: { quiet: boolean }) {
  const w = useWords(war);
  const people = useList('crises.people');
  const seats = useList('crises.seats');
  const now = useNow();
  const atNight = (zone: string | undefined) => zone !== undefined && isNight(now, zone);
  const night = people.filter((person) => atNight(person.zone)).length;
  const vacant = seats.filter((seat) => seat.holder === undefined);
  const rank = (person: Views['crises.people']) => (person.roles.length > 0 ? 0 : person.deputyFor.length > 0 ? 1 : 2);
  const shown = people
    .filter((person) => (person.kind ?? 'human') === 'human')
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, MOST_PEOPLE);
  return (
    <section className="war-side" aria-labelledby="side-people">
      <header>
        <h2 id="side-people">{w.people}</h2>
        <span className="sm dim">{w.peopleSum(people.length, night)}</span>
        <Link href="/people" className="end sm strong war-side-link">
          {w.allPeople(people.length)}
        </Link>
      </header>
      {vacant.map((seat) => (
        <Vacant key={seat.id} seat={seat} quiet={quiet} />
      ))}
      <ul className="war-people">
        {shown.map((person) => (
          <Here key={person.id} id={person.id} zone={person.zone} night={atNight(person.zone)} />
        ))}
      </ul>
    </section>
  );
}

function Vacant({ seat, quiet }: { seat: Views['crises.seats']; quiet: boolean }) {
  const w = useWords(war);
  return (
    <p className="war-vacant">
      <span className="avatar small nobody" aria-hidden>
        ?
      </span>
      <span className="grow">
        <strong>{seat.title}</strong>{' '}
        <span className="sm">
          {w.vacantSince} <At at={seat.since} />
        </span>
      </span>
      {!quiet && (
        <Link href="/people" className="btn outlined small">
          {w.fill}
        </Link>
      )}
    </p>
  );
}

function Here({ id, zone, night }: { id: Id; zone: string | undefined; night: boolean }) {
  const w = useWords(war);
  const name = useName(id);
  return (
    <li>
      {night ? (
        <Moon className="icon c-warn" role="img" aria-label={w.night} />
      ) : (
        <CircleCheck className="icon c-ok" role="img" aria-label={w.day} />
      )}
      <Link href={'/people/' + id} className="war-people-name">
        <bdi>{name}</bdi>
      </Link>
      <span className="dim">{zone && <LocalClock zone={zone} />}</span>
    </li>
  );
}
