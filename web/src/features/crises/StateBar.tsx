import { Check, Gavel, Megaphone, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Phase, Views } from '../../api/types';
import { useMyId } from '../../live/me';
import { Button } from '../../parts/controls';
import { Name } from '../../parts/plain';
import { Age, At, Remaining } from '../../parts/times';
import { common } from '../../words/common';
import { useWords } from '../../words/words';
import { decidedBy, usePinnedCharter, useSeatsOf } from './charter';
import { phases } from './words';
import { war } from './warWords';

const STEPS: readonly Phase[] = [
  'suspected',
  'confirmed',
  'containing',
  'eradicating',
  'recovering',
  'monitoring',
  'closed',
];

/** Where the crisis stands, in one big word, and what everybody has to know about it. */
export function StateBar({ room, menu, mayUpdate, onUpdate, quiet, wall }: {
  room: Views['crises.room'];
  menu: ReactNode;
  mayUpdate: boolean;
  onUpdate: () => void;
  /** Without anything to do. */
  quiet: boolean;
  /** For everybody who looks: nothing about the reader. */
  wall: boolean;
}) {
  const w = useWords(war);
  const p = useWords(phases);
  const c = useWords(common);
  const me = useMyId();
  return (
    <section className="war-state" aria-label={w.title}>
      <div className="war-state-row">
        <div className="war-word">
          <p className="xs dim">
            {w.stateSince} <At at={room.phaseSince} />
          </p>
          <h1>{p[room.phase]}</h1>
        </div>
        <dl className="war-facts">
          <div>
            <dt>{w.runningFor}</dt>
            <dd>
              <Age since={room.declaredAt ?? room.openedAt} />
            </dd>
          </div>
          <div>
            <dt>{w.lead}</dt>
            <dd className={room.lead ? '' : 'c-crit'}>
              {room.lead ? <Name id={room.lead} /> : w.noLead}
              {room.lead === me && !wall && <span className="dim"> ({c.you})</span>}
            </dd>
          </div>
          {!room.closing && <Promise room={room} />}
        </dl>
        {!quiet && (
          <div className="row war-state-acts">
            {mayUpdate && (
              <Button icon={Megaphone} onPress={onUpdate}>
                {w.postUpdate}
              </Button>
            )}
            <Link href="/decisions?ask=1" className="btn outlined war-ask">
              <Gavel className="icon" aria-hidden />
              {w.askDecision}
            </Link>
            {menu}
          </div>
        )}
      </div>
      <div className="war-state-row">
        <Steps phase={room.phase} declared={room.declaredAt !== undefined} />
        {!wall && <MyPart />}
      </div>
    </section>
  );
}

function Promise({ room }: { room: Views['crises.room'] }) {
  const w = useWords(war);
  const promised = room.updatePromisedFor;
  return (
    <div>
      <dt>
        {w.nextUpdate} {promised && !room.updateMissed && <At at={promised} />}
      </dt>
      <dd>
        {promised === undefined ? (
          <span className="dim">{w.noPromise}</span>
        ) : room.updateMissed ? (
          <span className="c-crit">
            <TriangleAlert className="icon" aria-hidden /> {w.updateMissed}{' '}
            <span className="sm">
              ({w.missedSince} <At at={promised} />)
            </span>
          </span>
        ) : (
          <>
            {w.updateIn} <Remaining until={promised} />
          </>
        )}
      </dd>
    </div>
  );
}

function Steps({ phase, declared }: { phase: Phase; declared: boolean }) {
  const w = useWords(war);
  const p = useWords(phases);
  const now = STEPS.indexOf(phase);
  return (
    <ol className="war-steps" aria-label={w.steps}>
      {STEPS.map((step, i) => {
        const passed = i < now && declared;
        return (
          <li
            key={step}
            className={i === now ? 'now' : passed ? 'passed' : ''}
            {...(i === now ? { 'aria-current': 'step' as const } : {})}
          >
            {passed ? <Check className="icon" aria-label={w.phaseDone} role="img" /> : <i aria-hidden />}
            {p[step]}
          </li>
        );
      })}
    </ol>
  );
}

/** What the reader is here, and what they may decide. */
function MyPart() {
  const w = useWords(war);
  const me = useMyId();
  const seats = useSeatsOf(me);
  const charter = usePinnedCharter();
  const decides = decidedBy(charter, seats.map((each) => each.seat.role));
  return (
    <p className="war-mine sm">
      <span className="dim">{w.you}</span>{' '}
      <strong>
        {seats.length === 0
          ? w.noSeat
          : seats.map(({ seat, standingIn }) => (standingIn ? w.standingIn(seat.title) : seat.title)).join(', ')}
      </strong>
      {charter && seats.length > 0 && (
        <>
          {' · '}
          {decides.length > 0 ? (
            <>
              <span className="dim">{w.mayDecide}</span> {decides.join(', ')}
            </>
          ) : (
            <span className="dim">{w.decideNothing}</span>
          )}
        </>
      )}
    </p>
  );
}
