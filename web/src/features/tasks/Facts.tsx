import type { ReactNode } from 'react';
import { Name, Nobody, Person } from '../../parts/plain';
import { ThingLink } from '../../parts/refs';
import { At, Remaining } from '../../parts/times';
import { lengthOf } from '../../words/times';
import { useWords } from '../../words/words';
import { detailWords } from './detailWords';
import { DueMark, RiskTag } from './marks';
import { isOpen, type TaskCard } from './sorting';
import { taskWords } from './words';

/** Time to answer an offer before whoever leads is told; the server's rule, repeated here only to say when. */
const TIME_TO_ANSWER = 15 * 60_000;

/** Whose it is, how bad, until when, who looks at it, where it comes from. */
export function Facts({ task }: { task: TaskCard }) {
  const d = useWords(detailWords);
  const w = useWords(taskWords);
  const { offer } = task;
  const answerBy = offer && new Date(Date.parse(offer.at) + TIME_TO_ANSWER).toISOString();
  return (
    <dl className="facts">
      <Fact name={d.owner}>
        {task.owner ? (
          <>
            <Person id={task.owner} small />
            {task.ownerLeft && <span className="c-crit strong"> {w.ownerLeft}</span>}
          </>
        ) : (
          <Nobody words={w.noOwner} small />
        )}
      </Fact>
      {offer && (
        <Fact name={d.asked}>
          <Person id={offer.to} small />
          <span className="sm dim">
            {d.askedSince} <At at={offer.at} />
            {offer.by && (
              <>
                {' · '}
                <Name id={offer.by} />
              </>
            )}
          </span>
          {offer.overdue ? (
            <span className="sm c-crit">
              {d.escalated}{' '}
              {offer.escalatedTo.map((person, i) => (
                <span key={person}>
                  {i > 0 && ', '}
                  <Name id={person} />
                </span>
              ))}
            </span>
          ) : (
            answerBy && (
              <span className="sm">
                {d.escalatesAt} <At at={answerBy} /> (<Remaining until={answerBy} urgent={300_000} />):{' '}
                {d.escalatesThen}
              </span>
            )
          )}
        </Fact>
      )}
      {task.seekers.length > 0 && isOpen(task) && (
        <Fact name={d.seekers}>
          {task.seekers.map((person) => (
            <Person key={person} id={person} small />
          ))}
        </Fact>
      )}
      {task.substitute && (
        <Fact name={d.substitute}>
          <Person id={task.substitute.person} small />
          <span className="sm dim">
            {d.until} <At at={task.substitute.until} />
          </span>
        </Fact>
      )}
      <Fact name={d.risk}>
        <span>
          <RiskTag risk={task.risk} />
        </span>
        {task.riskReason && (
          <span className="sm dim">
            <bdi>{task.riskReason}</bdi>
          </span>
        )}
      </Fact>
      <Fact name={d.due}>
        {task.due ? (
          isOpen(task) ? (
            <span>
              <DueMark task={task} />
              {!task.overdue && (
                <>
                  {' · '}
                  <Remaining until={task.due} />
                </>
              )}
            </span>
          ) : (
            <At at={task.due} />
          )
        ) : (
          <span className="dim">{d.noDue}</span>
        )}
      </Fact>
      {task.expected && (
        <Fact name={d.expected}>
          <Length iso={task.expected} />
        </Fact>
      )}
      {task.verifier && (
        <Fact name={d.verifier}>
          <Person id={task.verifier} small />
        </Fact>
      )}
      {(task.evidenceRequired || task.evidence.length > 0) && (
        <Fact name={d.evidence}>
          {task.evidence.length === 0 && <span className="dim">{d.evidenceNone}</span>}
          {task.evidence.map((ref) => (
            <ThingLink key={ref.id} refTo={ref} />
          ))}
        </Fact>
      )}
      {task.askedBy && (
        <Fact name={d.askedBy}>
          <Person id={task.askedBy} small />
        </Fact>
      )}
      {task.origin && (
        <Fact name={d.origin}>
          <ThingLink refTo={task.origin} />
        </Fact>
      )}
      {task.subject && (
        <Fact name={d.subject}>
          <span className="mono">{task.subject}</span>
        </Fact>
      )}
      {isOpen(task) && (
        <Fact name={d.matters}>
          <span className="num">
            {task.matters} <span className="dim">· {w.hanging(task.hanging)}</span>
          </span>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className="stack-4">{children}</dd>
    </>
  );
}

/** `PT1H30M` in words. */
function Length({ iso }: { iso: string }) {
  const read = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?/.exec(iso);
  const [days, hours, minutes, seconds] = (read ?? []).slice(1).map((part) => Number(part ?? 0));
  return <>{lengthOf((((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60_000 + (seconds ?? 0) * 1000)}</>;
}
