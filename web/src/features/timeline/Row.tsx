import { CircleAlert, EyeOff } from 'lucide-react';
import { memo } from 'react';
import { Link, useLocation } from 'wouter';
import { useCard } from '../../live/room';
import { Name, Tag } from '../../parts/plain';
import { full } from '../../parts/times';
import { cityOf, clockOf, dayOf, lengthOf, secondsOf, shortDayOf } from '../../words/times';
import { useWords } from '../../words/words';
import { eventWords } from './eventWords';
import type { Gap } from './gaps';
import { iconOf, toneOf } from './kinds';
import type { Line } from './lines';
import { briefGround, chiefGround } from './right';
import { quoteOf, Said } from './Told';
import { timeline } from './words';

/** When, in the record's time and where whoever did it is; and the other times where they differ. */
function When({ line, roomy }: { line: Line; roomy: boolean }) {
  const w = useWords(timeline);
  const zone = useCard('people.directory', line.person)?.zone;
  const occurred = line.body?.occurred;
  const day = dayOf(line.recorded, 'UTC') === dayOf(line.at, 'UTC') ? '' : shortDayOf(line.recorded, 'UTC') + ', ';
  return (
    <div className="timeline-when num">
      <Link href={'/timeline/' + line.seq} className="timeline-open" aria-label={label(w, line)}>
        <time dateTime={line.header.time} title={w.recorded(full(line.recorded))}>{secondsOf(line.at, 'UTC')}</time>
      </Link>
      {zone && zone !== 'UTC' && (
        <span className="xs dim">
          {clockOf(line.at, zone)} {cityOf(zone)}
        </span>
      )}
      {occurred && (
        <span className="xs c-warn">
          {w.happened(clockOf(Date.parse(occurred.at), 'UTC'))}, {w.grades[occurred.grade]}
        </span>
      )}
      {roomy && Math.abs(line.recorded - line.at) > 60_000 && (
        <span className="xs dim">{w.recorded(day + clockOf(line.recorded, 'UTC'))}</span>
      )}
    </div>
  );
}

function label(w: (typeof timeline)['en'], line: Line): string {
  return `${w.entry(line.seq)}, ${secondsOf(line.at, 'UTC')} UTC`;
}

/** Who, as what, under which right; or after what, where nobody did it. */
function Actor({ line, roles }: { line: Line; roles: ReadonlyMap<string, string> }) {
  const w = useWords(timeline);
  const body = line.body;
  if (!body) {
    return null;
  }
  if (body.actor.kind === 'operator') {
    return <div className="timeline-who sm">{w.operator}</div>;
  }
  if (body.actor.kind === 'system') {
    return (
      <div className="timeline-who sm dim">
        <By line={line} />
      </div>
    );
  }
  const seat = body.authority.seats[0];
  const ground = chiefGround(body);
  return (
    <div className="timeline-who sm">
      <span>
        <strong>
          <Name id={body.actor.person} />
        </strong>
        {seat && <>, {roles.get(seat.role) ?? seat.role}</>}
        {seat?.deputyFor && (
          <span className="dim">
            {' '}
            ({w.deputyFor('')} <Name id={seat.deputyFor} />)
          </span>
        )}
      </span>
      {ground && <span className="dim">{briefGround(ground, roles, w)}</span>}
    </div>
  );
}

/** What made Muster write an entry by itself. */
export function By({ line }: { line: Line }) {
  const w = useWords(timeline);
  const by = line.body?.cause.by;
  switch (by?.kind) {
    case 'reaction':
      return (
        <>
          {w.musterAfter} <Link href={'/timeline/' + by.seq}>{w.entry(by.seq)}</Link>
        </>
      );
    case 'alarm':
      return <>{w.musterAlarm(clockOf(Date.parse(by.due), 'UTC'))}</>;
    case 'errand':
      return <>{w.musterErrand}</>;
    case 'stream':
      return <>{w.musterStream}</>;
    default:
      return <>{w.musterKernel}</>;
  }
}

/** One entry of the timeline. */
export const Row = memo(function Row({
  line,
  chosen,
  roles,
  exercise,
}: {
  line: Line;
  chosen: boolean;
  roles: ReadonlyMap<string, string>;
  /** In an exercise every entry was recorded at another time than it has; then only the entry's own page says so. */
  exercise: boolean;
}) {
  const w = useWords(timeline);
  const kinds = useWords(eventWords);
  const [, go] = useLocation();
  const type = line.body?.type;
  const Icon = iconOf(type);
  const quote = quoteOf(line);
  const lane = line.body?.lane;
  return (
    <div
      className={'timeline-row' + (chosen ? ' chosen' : '')}
      data-seq={line.seq}
      onClick={(event) => {
        if (!(event.target as Element).closest('a, button') && !window.getSelection()?.toString()) {
          go('/timeline/' + line.seq);
        }
      }}
    >
      <When line={line} roomy={!exercise} />
      <span className={'timeline-icon ' + toneOf(type)}>
        <Icon className="icon" aria-hidden />
      </span>
      <div className="timeline-what">
        {type ? (
          <>
            <p className="timeline-said">
              <span className="timeline-kind">{kinds[type] ?? type}</span>
              <Said line={line} roles={roles} besides={kinds[type] ?? type} />
              {lane && lane !== 'general' && <Tag tone="priv">{lane}</Tag>}
            </p>
            {quote && (
              <p className="sm dim timeline-quote">
                {w.quotes[0]}
                <bdi>{quote}</bdi>
                {w.quotes[1]}
              </p>
            )}
          </>
        ) : (
          <p className="dim">
            <EyeOff className="icon" aria-hidden /> {w.withheld}
          </p>
        )}
      </div>
      <Actor line={line} roles={roles} />
    </div>
  );
});

/** Time in which something was missing, between the entries. */
export const GapRow = memo(function GapRow({ gap, what, now }: { gap: Gap; what: string; now: number }) {
  const w = useWords(timeline);
  const lasts = gap.to === undefined;
  const to = gap.to ?? now;
  const sameDay = dayOf(gap.from, 'UTC') === dayOf(to, 'UTC');
  return (
    <div className="timeline-row timeline-gap">
      <div className="timeline-when num c-warn">
        <strong>
          {!sameDay && shortDayOf(gap.from, 'UTC') + ', '}
          {clockOf(gap.from, 'UTC')}–{!sameDay && !lasts && shortDayOf(to, 'UTC') + ', '}
          {lasts ? w.now : clockOf(to, 'UTC')}
        </strong>
        <span className="xs">{lengthOf(to - gap.from)}</span>
      </div>
      <span className="timeline-icon c-warn">
        <CircleAlert className="icon" aria-hidden />
      </span>
      <div className="timeline-what">
        <p className="strong">
          <bdi>{(lasts ? w.gapOpen : w.gap)[gap.kind](what)}</bdi>
        </p>
        <p className="sm">
          {lengthOf(to - gap.from)}.{' '}
          <Link href={'/timeline/' + gap.first}>{w.entry(gap.first)}</Link>
          {gap.last !== undefined && (
            <>
              {' – '}
              <Link href={'/timeline/' + gap.last}>{w.entry(gap.last)}</Link>
            </>
          )}
        </p>
      </div>
      <GapThing gap={gap} />
    </div>
  );
});

function GapThing({ gap }: { gap: Gap }) {
  const w = useWords(timeline);
  const href = { owner: '/tasks/' + gap.id, decision: '/decisions/' + gap.id, lead: '/people', update: '/' }[gap.kind];
  return (
    <div className="timeline-who">
      <Link href={href} className="btn small">
        {w.gapThing[gap.kind]}
      </Link>
    </div>
  );
}
