import { CircleAlert, CircleCheck, CircleSlash, KeyRound, Scale, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Verdict } from '../../act/may';
import type { DecisionCard, Id, SeatCard } from '../../api/types';
import { useMe } from '../../live/me';
import { usePeople, nameIn } from '../../live/people';
import { useConnection, useList, useRoom } from '../../live/room';
import { Name, Person } from '../../parts/plain';
import { At } from '../../parts/times';
import { useWords } from '../../words/words';
import { agreed, isOpen } from './about';
import { detail } from './detailWords';
import { listed, useMomentWords, useRoles, useRuleSentence } from './roles';
import { signIns } from './signInWords';
import { ruleWords } from './words';

/** Ways to sign in, in words. */
export function useWays(): (amr: readonly string[]) => string {
  const s = useWords(signIns);
  const r = useWords(ruleWords);
  return (amr) => listed(amr.map((way) => s[way] ?? way), r.or);
}

/** Whether the reader may decide this, by what, and under which rule; who can, where not. */
export function Authority({ card, verdict }: { card: DecisionCard; verdict: Verdict | null }) {
  const w = useWords(detail);
  const me = useMe();
  const seats = useList('crises.seats');
  const ways = useWays();
  const sentence = useRuleSentence(true);
  const seat = seatOf(seats, card.deciders, me.person);
  const may = verdict !== null && (verdict.outcome === 'permitted' || verdict.outcome === 'step-up');
  return (
    <section>
      <h2>{isOpen(card) ? heading(verdict, w, ways) : w.underWhich}</h2>
      {verdict === null && isOpen(card) && <Unknown />}
      {may && (
        <Line icon={CircleCheck} tone="c-ok">
          <strong>
            <Name id={me.person} />
            {seat && `, ${seat.title}`}
          </strong>
          {seat && <SeatBy seat={seat} me={me.person} />}
        </Line>
      )}
      {verdict !== null && may && (
        <Line icon={KeyRound} tone={verdict.outcome === 'step-up' ? 'c-warn' : 'c-ok'}>
          {verdict.outcome === 'step-up' ? w.youMayAfter(ways(verdict.amr)) : w.signedInBy(ways(me.session.amr))}
        </Line>
      )}
      {verdict !== null && !may && <NotMine card={card} verdict={verdict} />}
      <Line icon={Scale} tone="dim">
        <strong>{w.rule(card.title)}</strong>
        <span className="dim">
          {sentence(card.rule.type)}{' '}
          <span className="nowrap" title={card.rule.charter}>
            {w.charter(card.rule.charter.split('@')[0] ?? '')}.
          </span>
        </span>
      </Line>
      {isOpen(card) && <Quorum card={card} />}
    </section>
  );
}

function heading(verdict: Verdict | null, w: (typeof detail)['en'], ways: (amr: readonly string[]) => string): string {
  switch (verdict?.outcome) {
    case undefined:
      return w.underWhich;
    case 'permitted':
      return w.youMay;
    case 'step-up':
      return w.youMayAfter(ways(verdict.amr));
    default:
      return verdict?.code === 'already-said' ? w.alreadySaid : w.notYours;
  }
}

function Unknown() {
  const w = useWords(detail);
  const state = useConnection(useRoom()).kind;
  if (state === 'past') {
    return null;
  }
  return <p className="sm dim">{state === 'live' || state === 'slow' ? w.asking : w.cannotAsk}</p>;
}

function NotMine({ card, verdict }: { card: DecisionCard; verdict: Verdict }) {
  const w = useWords(detail);
  const r = useWords(ruleWords);
  const { title } = useRoles();
  if (verdict.code === 'already-said') {
    return (
      <Line icon={CircleCheck} tone="c-ok">
        {w.alreadySaidWords}
      </Line>
    );
  }
  const who = verdict.whoCan.length > 0 ? verdict.whoCan : card.waitingFor;
  return (
    <>
      <Line icon={CircleSlash} tone="dim">
        {verdict.outcome === 'forbidden' ? (
          w.onlyThese(listed(card.deciders.map(title), r.or))
        ) : (
          <bdi>{verdict.words}</bdi>
        )}
      </Line>
      {who.length > 0 && (
        <div className="stack-4">
          <span className="sm dim">{w.whoCan}</span>
          {who.map((person) => (
            <Person key={person} id={person} small />
          ))}
        </div>
      )}
    </>
  );
}

/** How somebody comes to sit there. */
function SeatBy({ seat, me }: { seat: SeatCard; me: Id }) {
  const w = useWords(detail);
  const people = usePeople();
  const moment = useMomentWords();
  const words =
    seat.holder === me
      ? w.seat
      : seat.standIn === me
        ? w.standIn(seat.standInUntil ? moment(seat.standInUntil) : '')
        : w.deputy(seat.holder ? nameIn(people, seat.holder) : seat.title);
  return <span className="dim">{words}</span>;
}

/** The seat that somebody speaks from: the own before that of somebody else. */
function seatOf(seats: readonly SeatCard[], roles: readonly string[], me: Id): SeatCard | undefined {
  const asked = seats.filter((seat) => roles.includes(seat.role));
  return (
    asked.find((seat) => seat.holder === me) ??
    asked.find((seat) => seat.standIn === me) ??
    asked.find((seat) => seat.deputies.includes(me))
  );
}

/** Who is heard before, and what is missing. */
export function Consulted({ card }: { card: DecisionCard }) {
  const w = useWords(detail);
  const { title, seat } = useRoles();
  const roles = card.rule.type.consult;
  if (roles.length === 0) {
    return null;
  }
  return (
    <section>
      <h2>{w.consulted}</h2>
      {roles.map((role) => {
        const answer = card.answers.findLast((each) => each.role === role);
        const missing = isOpen(card) ? card.unheard.includes(role) : answer === undefined;
        const person = answer?.person ?? seat(role)?.standIn ?? seat(role)?.holder;
        return (
          <Line key={role} icon={missing ? CircleAlert : CircleCheck} tone={missing ? 'c-warn' : 'c-ok'}>
            <span>
              {title(role)} {!missing ? w.heard : isOpen(card) ? w.notHeard : w.wasNotHeard}
              {answer && (
                <span className="dim num">
                  {' '}
                  <At at={answer.at} />
                </span>
              )}
            </span>
            {person && (
              <span className="dim">
                <Name id={person} />
              </span>
            )}
          </Line>
        );
      })}
    </section>
  );
}

/** How many are of one mind, and how many more it takes. */
function Quorum({ card }: { card: DecisionCard }) {
  const w = useWords(detail);
  const { title } = useRoles();
  const of = card.rule.type.quorum;
  const n = agreed(card);
  const counting = card.voices.filter((voice) => voice.counts);
  if (of < 2 && counting.length === 0) {
    return null;
  }
  return (
    <>
      <Line icon={Users} tone={n < of ? 'dim' : 'c-ok'}>
        <strong>{w.agreedSoFar(n, of)}</strong>
        {n < of && <span className="dim">{w.moreNeeded(of - n)}</span>}
      </Line>
      {counting.map((voice) => (
        <Line
          key={voice.person}
          icon={voice.option === undefined ? CircleSlash : CircleCheck}
          tone={voice.option === undefined ? 'c-crit' : 'c-ok'}
        >
          <span>
            <Name id={voice.person} />{' '}
            {voice.option === undefined
              ? w.rejects
              : w.approves(String.fromCharCode(65 + card.options.findIndex((option) => option.id === voice.option)))}
          </span>
          <span className="dim">
            {title(voice.under.role)} · <At at={voice.at} />
          </span>
        </Line>
      ))}
    </>
  );
}

export function Line({ icon: Icon, tone, children }: { icon: typeof CircleCheck; tone: string; children: ReactNode }) {
  return (
    <div className="decision-line">
      <Icon className={'icon ' + tone} aria-hidden />
      <div>{children}</div>
    </div>
  );
}
