import { ArrowDown, ArrowUp, ChevronLeft, History, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { useMoment } from '../../live/moment';
import { useCard, useList, useRoom } from '../../live/room';
import { Button, IconButton } from '../../parts/controls';
import { Bones, Empty, Name, Tag } from '../../parts/plain';
import { Refusal } from '../../parts/Refusal';
import { cityOf, clockOf, dayOf, secondsOf } from '../../words/times';
import { useWords } from '../../words/words';
import { common } from '../../words/common';
import { useAround } from './around';
import type { Loaded } from './chronicle';
import type { Verdict } from './check';
import { DecisionFacts } from './DecisionFacts';
import { eventWords } from './eventWords';
import { iconOf, toneOf } from './kinds';
import { field, type Line } from './lines';
import { ProofSection } from './ProofSection';
import { RawEntry } from './RawEntry';
import { groundIn, waysIn } from './right';
import { By } from './Row';
import { quoteOf, Said } from './Told';
import { timeline } from './words';

/** One entry in full: what it rests on, and its proof. */
export function EntryPanel({
  seq,
  loaded,
  verdict,
  roles,
  onClose,
  onGo,
}: {
  seq: number;
  loaded: Loaded;
  verdict: Verdict;
  roles: ReadonlyMap<string, string>;
  onClose: () => void;
  onGo: (seq: number) => void;
}) {
  const w = useWords(timeline);
  const c = useWords(common);
  const kinds = useWords(eventWords);
  const room = useRoom();
  const moment = useMoment();
  const { before, line, after, problem, missing } = useAround(room.stream, seq, loaded);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const closing = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) {
        onClose();
        requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-seq="${seq}"] .timeline-open`)?.focus());
      }
    };
    addEventListener('keydown', closing);
    return () => removeEventListener('keydown', closing);
  }, [onClose, seq]);
  const type = line?.body?.type;
  const Icon = iconOf(type);
  return (
    <article className="timeline-panel" aria-labelledby="timeline-entry">
      <header>
        <IconButton label={w.backToList} icon={ChevronLeft} onPress={onClose} />
        <h2 id="timeline-entry" ref={title} className="grow">
          <Icon className={'icon ' + toneOf(type)} aria-hidden />{' '}
          {line ? (type ? (kinds[type] ?? type) : w.groups.withheld) : ''} <span className="dim">{w.entry(seq)}</span>
        </h2>
        <IconButton label={w.previous} icon={ArrowDown} isDisabled={seq === 0} onPress={() => onGo(seq - 1)} />
        <IconButton label={w.next} icon={ArrowUp} isDisabled={after === undefined} onPress={() => onGo(seq + 1)} />
        <span className="timeline-close">
          <IconButton label={w.close} icon={X} onPress={onClose} />
        </span>
      </header>
      {problem && <Refusal problem={problem} />}
      {missing && <Empty action={<Button onPress={onClose}>{w.backToList}</Button>}>{w.noSuchEntry}</Empty>}
      {!line && !problem && !missing && <Bones label={c.loading} lines={8} />}
      {line && (
        <>
          <section>
            {line.body ? (
              <>
                <p className="timeline-lead">
                  <Said line={line} roles={roles} />
                </p>
                {quoteOf(line) !== null && (
                  <blockquote>
                    <bdi>{quoteOf(line)}</bdi>
                  </blockquote>
                )}
              </>
            ) : (
              <>
                <p className="strong">{w.withheld}</p>
                <p className="sm dim">{w.withheldMore}</p>
              </>
            )}
            <Facts line={line} roles={roles} />
            {moment.at !== String(seq) && (
              <p className="timeline-go">
                <Button size="small" icon={History} onPress={() => moment.go(String(seq))}>
                  {w.goThere}
                </Button>
              </p>
            )}
          </section>
          {type?.startsWith('decisions.') && <DecisionFacts id={field(line, 'decision')} />}
          <ProofSection line={line} before={before} after={after} verdict={verdict} />
          <RawEntry line={line} />
        </>
      )}
    </article>
  );
}

function Facts({ line, roles }: { line: Line; roles: ReadonlyMap<string, string> }) {
  const w = useWords(timeline);
  const people = useList('crises.people').length;
  const body = line.body;
  const actor = body?.actor;
  const decides = body?.type === 'decisions.decided' || body?.type === 'decisions.approved';
  return (
    <dl className="facts timeline-facts">
      {actor && (
        <>
          <dt>{decides ? w.facts.decidedBy : w.facts.doneBy}</dt>
          <dd>
            {actor.kind === 'responder' ? (
              <Link href={'/people/' + actor.person}>
                <strong>
                  <Name id={actor.person} />
                </strong>
              </Link>
            ) : actor.kind === 'operator' ? (
              w.operator
            ) : (
              <By line={line} />
            )}
          </dd>
        </>
      )}
      {body && body.authority.by.length > 0 && (
        <>
          <dt>{w.facts.authority}</dt>
          <dd>
            {body.authority.seats.map((seat) => (
              <div key={seat.role}>
                {w.as} {roles.get(seat.role) ?? seat.role}
                {seat.deputyFor && (
                  <>
                    , {w.deputyFor('')} <Name id={seat.deputyFor} />
                  </>
                )}
                {seat.until && <>, {w.seatUntil(clockOf(Date.parse(seat.until), 'UTC') + ' UTC')}</>}
              </div>
            ))}
            <ul className="timeline-grounds">
              {body.authority.by.map((ground) => (
                <li key={ground}>{groundIn(ground, roles, w)}</li>
              ))}
            </ul>
          </dd>
          <dt>{w.facts.charter}</dt>
          <dd>
            <Charter version={body.authority.charter} />
          </dd>
        </>
      )}
      {actor?.kind === 'responder' && (
        <>
          <dt>{w.facts.signedIn}</dt>
          <dd>
            {w.signedInAt(waysIn(actor.amr, w) + (actor.acr ? ' (' + actor.acr + ')' : ''), when(actor.authTime))}
          </dd>
        </>
      )}
      <Times line={line} />
      {body && actor?.kind === 'responder' && (
        <>
          <dt>{w.facts.saw}</dt>
          <dd>
            {body.seen === undefined ? (
              <span className="dim">{w.sawUnknown}</span>
            ) : (
              <Link href={'/timeline/' + body.seen}>
                {w.sawUpTo(body.seen, Math.max(0, body.cause.first - body.seen - 1))}
              </Link>
            )}
          </dd>
        </>
      )}
      {body && (
        <>
          <dt>{w.facts.cause}</dt>
          <dd>
            <Why line={line} />
          </dd>
          <dt>{body.lane === 'general' ? w.facts.sees : w.facts.lane}</dt>
          <dd>{body.lane === 'general' ? w.everybodySees(people) : <Tag tone="priv">{body.lane}</Tag>}</dd>
        </>
      )}
    </dl>
  );
}

/** The three times: when it happened, when in the crisis, when it was written. */
function Times({ line }: { line: Line }) {
  const w = useWords(timeline);
  const zone = useCard('people.directory', line.person)?.zone;
  const occurred = line.body?.occurred;
  return (
    <>
      {occurred && (
        <>
          <dt>{w.facts.happened}</dt>
          <dd className="num">
            {when(occurred.at)}, {w.grades[occurred.grade]}
            {occurred.reason && (
              <>
                : <bdi>{occurred.reason}</bdi>
              </>
            )}
          </dd>
        </>
      )}
      <dt>{w.facts.when}</dt>
      <dd className="num">
        {when(line.header.time)}
        {zone && zone !== 'UTC' && (
          <span className="dim">
            {' '}
            · {clockOf(line.at, zone)} {cityOf(zone)}
          </span>
        )}
        {line.header.time !== line.header.recordedAt && <span className="dim"> ({w.crisisTime})</span>}
      </dd>
      <dt>{w.facts.written}</dt>
      <dd className="num">
        {when(line.header.recordedAt)} <span className="dim">({w.realTime})</span>
      </dd>
    </>
  );
}

export function when(at: string): string {
  const moment = Date.parse(at);
  return `${dayOf(moment, 'UTC')}, ${secondsOf(moment, 'UTC')} UTC`;
}

function Charter({ version }: { version: string }) {
  const w = useWords(timeline);
  const [number = '', digest = ''] = version.split('@');
  return (
    <>
      {w.version(number)}
      <br />
      <span className="mono dim">{digest}</span>
    </>
  );
}

function Why({ line }: { line: Line }) {
  const w = useWords(timeline);
  const cause = line.body?.cause;
  if (!cause) {
    return null;
  }
  const { by, first, count } = cause;
  return (
    <>
      {by.kind === 'reaction' ? (
        <>
          {w.causes.reaction} <Link href={'/timeline/' + by.seq}>{w.entry(by.seq)}</Link>{' '}
          <span className="mono dim">{by.reaction}</span>
        </>
      ) : by.kind === 'alarm' ? (
        w.causes.alarm(when(by.due))
      ) : by.kind === 'stream' ? (
        w.causes.stream(by.seq)
      ) : (
        w.causes[by.kind]
      )}
      {count > 1 && <div className="dim">{w.together(first, first + count - 1)}</div>}
    </>
  );
}
