import './decisions.css';
import './decision.css';
import { ArrowDown, ChevronLeft, CircleCheck, Gavel, Replace, TriangleAlert } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Link, useParams, useSearch } from 'wouter';
import { permitted, useMay } from '../../act/may';
import type { DecisionCard } from '../../api/types';
import { useMyId } from '../../live/me';
import { useCard, useIsPast, useRoomCard } from '../../live/room';
import { Button } from '../../parts/controls';
import { Bones, Empty, Name, Note, Tag } from '../../parts/plain';
import { At, Remaining } from '../../parts/times';
import { common } from '../../words/common';
import { lengthOf } from '../../words/times';
import { useWords } from '../../words/words';
import { approval, isOpen, letterOf, optionOf } from './about';
import { Approve, showAnswer } from './Approve';
import { Authority, Consulted } from './Authority';
import { Changed } from './Changed';
import { Clock } from './Clock';
import { Consequences } from './Consequences';
import { detail } from './detailWords';
import { Evidence } from './Evidence';
import { useBelow } from './below';

import { Options } from './Options';
import { useReading } from './reading';
import { Related } from './Related';
import { useIsConsulted } from './roles';
import { DecidedBy, DecisionLink, useThen } from './Row';
import { Answers, Objections, Voices } from './Said';
import { StatusTag } from './StatusTag';
import { Ways, wayQuestions } from './Ways';
import { register, replacements } from './words';

const AskScreen = lazy(() => import('./AskScreen'));

/** One decision, with everything that a decider has to see before the button. */
export default function DecisionScreen() {
  const { decision } = useParams<{ decision: string }>();
  const w = useWords(detail);
  const c = useWords(common);
  const card = useCard('decisions.register', decision);
  const past = useIsPast();
  const amending = new URLSearchParams(useSearch()).get('amend') !== null;
  if (!card) {
    return (
      <main className="page">
        <div className="panel">
          <Empty
            action={
              <Link className="btn outlined" href="/decisions">
                {w.toRegister}
              </Link>
            }
          >
            {w.notThere}
          </Empty>
        </div>
      </main>
    );
  }
  if (amending && !past && isOpen(card)) {
    return (
      <Suspense fallback={<Bones label={c.loading} lines={12} />}>
        <AskScreen key={decision} amends={card} />
      </Suspense>
    );
  }
  return <Decision key={decision} card={card} />;
}

function Decision({ card }: { card: DecisionCard }) {
  const past = useIsPast();
  const closed = useRoomCard()?.closing !== undefined;
  const reading = useReading(card, !past);
  const [choice, setChoice] = useState<string | null>(card.recommended ?? null);
  const open = isOpen(card);
  const live = open && !past && !closed;
  const { read, changed } = reading;
  // an option that went with the earlier words is no choice any more
  const option = optionOf(card, choice ?? undefined)?.id ?? null;
  const asked = wayQuestions(card).map((each) => each.question);
  const told = useMay(live ? [approval(card, option ?? undefined), ...asked] : past || closed ? [] : asked);
  // while another option is asked about, what was said last stays: nobody loses what they are typing in
  const last = useRef({ live, told });
  useEffect(() => {
    if (told !== null) {
      last.current = { live, told };
    }
  }, [live, told]);
  const answers = told ?? (last.current.live === live ? last.current.told : null);
  const verdict = live ? (answers?.[0] ?? null) : null;
  const mine = verdict?.outcome === 'permitted' || verdict?.outcome === 'step-up' || verdict?.code === 'already-said';
  const side = useBelow();
  return (
    <div className="with-side decision">
      <main className="page">
        <Head card={card} mine={mine} />
        {changed && <Changed read={read} now={card} onRead={reading.confirm} />}
        {reading.meanwhile && <Meanwhile card={card} />}
        {!open && <Outcome card={card} />}
        <Options
          card={card}
          chosen={open ? (mine ? option : null) : (card.verdict?.option ?? null)}
          onChoose={live && mine ? setChoice : undefined}
        />
        {!open && <Voices card={card} />}
        <Evidence card={card} />
        <Consequences card={card} mine={mine} option={open ? option : (card.verdict?.option ?? null)} />
        <Objections card={card} />
        <Answers card={card} />
        {open && <Voices card={card} />}
        <Related card={card} />
      </main>
      <aside aria-label={card.title} ref={side}>
        <div className="decision-side">
          {open && <Clock card={card} />}
          <Authority card={card} verdict={verdict} />
          <Consulted card={card} />
          {live && (
            <Approve card={card} option={option} verdict={verdict} locked={changed}>
              <Ways card={card} verdicts={answers?.slice(1) ?? null} locked={changed} decides={mine} />
            </Approve>
          )}
          {!open && !past && !closed && (
            <section className="decision-act">
              <Ways card={card} verdicts={answers} locked={false} />
              <ReplaceIt card={card} />
            </section>
          )}
        </div>
      </aside>
    </div>
  );
}

function Head({ card, mine }: { card: DecisionCard; mine: boolean }) {
  const w = useWords(detail);
  const r = useWords(register);
  const me = useMyId();
  const then = useThen();
  const isConsulted = useIsConsulted();
  return (
    <header className="decision-head">
      <Link href="/decisions" className="decision-back">
        <ChevronLeft className="icon" aria-hidden /> {w.back}
      </Link>
      <p className="row sm dim">
        {isOpen(card) && card.waitingFor.includes(me) ? (
          <Tag tone="info" icon={Gavel}>
            {isConsulted(card) && !mine ? w.waitingForAdvice : w.waitingForYou}
          </Tag>
        ) : (
          <StatusTag status={card.status} />
        )}
        <span className="num">{card.label}</span>
        <span>
          {w.asked} <At at={card.askedAt} /> {w.by} {card.asker ? <Name id={card.asker} /> : r.muster}
        </span>
        <span className="num">{w.version(card.wording)}</span>
      </p>
      <h1>
        <bdi>{card.question}</bdi>
      </h1>
      {card.deadline && isOpen(card) && (
        <p className="decision-phone-clock">
          <strong>
            <Remaining until={card.deadline} />
          </strong>{' '}
          <span className="dim sm">{then(card)}</span>
          {mine && (
            <Button size="small" icon={ArrowDown} onPress={showAnswer}>
              {w.toAnswer}
            </Button>
          )}
        </p>
      )}
      {card.context && (
        <p className="decision-context">
          <bdi>{card.context}</bdi>
        </p>
      )}
    </header>
  );
}

/** What was decided, by whom, how long it took, and what became of it since. */
function Outcome({ card }: { card: DecisionCard }) {
  const w = useWords(detail);
  const r = useWords(register);
  const how = useWords(replacements);
  const chosen = optionOf(card, card.verdict?.option);
  return (
    <section className="decision-outcome" aria-label={w.outcome}>
      <p className="row">
        <StatusTag status={card.status} />
        {chosen && (
          <strong>
            {letterOf(card.options, chosen.id)} · <bdi>{chosen.text}</bdi>
          </strong>
        )}
      </p>
      {card.verdict && (
        <p>
          {card.verdict.silence !== undefined ? w.decidedBySilence(card.verdict.silence) : <DecidedBy card={card} />}
          {' · '}
          <At at={card.verdict.at} />
          {' · '}
          <span className="dim">{w.took(lengthOf(Date.parse(card.verdict.at) - Date.parse(card.askedAt)))}</span>
        </p>
      )}
      {card.because && (
        <p>
          <strong>{w.because}</strong> <bdi>{card.because}</bdi>
        </p>
      )}
      {card.successor && (
        <Note tone="warn" icon={TriangleAlert}>
          <DecisionLink id={card.successor.by} />: {how[card.successor.how]}, <At at={card.successor.at} />.{' '}
          <bdi>{card.successor.reason}</bdi>
        </Note>
      )}
      {card.replaces && (
        <p className="sm">
          {r.replaces} <DecisionLink id={card.replaces.decision} />
        </p>
      )}
    </section>
  );
}

function Meanwhile({ card }: { card: DecisionCard }) {
  const w = useWords(detail);
  const me = useMyId();
  return (
    <div role="status">
      <Note tone="info" icon={CircleCheck}>
        {card.verdict ? (
          <strong>{card.verdict.by.includes(me) ? w.youDecided : w.meanwhile}</strong>
        ) : (
          <>
            <strong>{w.statusMoved}</strong> <StatusTag status={card.status} />
          </>
        )}
      </Note>
    </div>
  );
}

/** A decision that holds is changed by a new one only; the server says whether one may be asked. */
function ReplaceIt({ card }: { card: DecisionCard }) {
  const w = useWords(detail);
  const verdicts = useMay([
    {
      type: 'decisions.ask',
      command: {
        type: card.type,
        options: [{ id: 'a', text: '…' }],
        evidence: [],
        replaces: { decision: card.id, by: { a: 'supersedes' } },
      },
    },
  ]);
  if (!permitted(verdicts, 0)) {
    return null;
  }
  return (
    <Link className="btn outlined block" href={`/decisions?ask=1&replaces=${card.id}`}>
      <Replace className="icon" aria-hidden /> {w.replaceIt}
    </Link>
  );
}
