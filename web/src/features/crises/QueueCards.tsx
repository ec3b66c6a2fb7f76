import { Gavel, Hand, Timer, TriangleAlert } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'wouter';
import { useAct } from '../../act/act';
import type { Id, Views } from '../../api/types';
import { useName } from '../../live/people';
import { useCard, useOutOf, useRoomCard } from '../../live/room';
import { useNow } from '../../live/time';
import { Button } from '../../parts/controls';
import { Tag } from '../../parts/plain';
import { Refusal } from '../../parts/Refusal';
import { shortened } from '../../parts/refs';
import { At } from '../../parts/times';
import { toast } from '../../parts/toast';
import { common } from '../../words/common';
import { lengthOf } from '../../words/times';
import { useWords } from '../../words/words';
import { queueWords } from './warWords';

const DeclineSeat = lazy(() => import('./DeclineSeat'));

const URGENT = 3_600_000;

/** How long is left, in a tag that gets louder. */
function Left({ until }: { until: string }) {
  const w = useWords(queueWords);
  const left = Date.parse(until) - useNow();
  return (
    <Tag tone={left < URGENT ? 'crit' : 'mute'} icon={Timer}>
      {left < 0 ? w.late : w.left(lengthOf(left))}
    </Tag>
  );
}

/** Titles of roles, as the charter writes them. */
export const titlesOfRoles = (seats: readonly Views['crises.seats'][]) =>
  Object.fromEntries(seats.map((seat) => [seat.role, seat.title]));

export function DecideCard({ id, primary }: { id: Id; primary: boolean }) {
  const w = useWords(queueWords);
  const card = useCard('decisions.register', id);
  const titles = useOutOf('crises.seats', titlesOfRoles);
  if (!card) {
    return null;
  }
  const { next, deadline } = card;
  const roles = next?.roles.map((role) => titles[role] ?? role).join(', ') ?? '';
  const option = card.options.find((each) => each.id === next?.option)?.text ?? next?.option ?? '';
  const then =
    next &&
    (next.then === 'escalates'
      ? w.then.escalates(roles)
      : next.then === 'lapses'
        ? w.then.lapses(shortened(option, 60))
        : w.then[next.then]);
  return (
    <>
      <div className="row">
        <Tag tone="info" icon={Gavel}>
          {w.decide}
        </Tag>
        {deadline && <Left until={deadline} />}
        <span className="end sm dim num">{card.label}</span>
      </div>
      <h3 dir="auto">{card.question}</h3>
      {deadline && then && (
        <p className="sm dim">
          {w.noAnswerBy} <At at={deadline} />: {then}
        </p>
      )}
      <div className="row war-card-acts">
        <Link href={'/decisions/' + id} className={'btn ' + (primary ? 'primary' : 'outlined')}>
          {w.review}
        </Link>
      </div>
    </>
  );
}

export function SeatCard({ id, primary }: { id: Id; primary: boolean }) {
  const w = useWords(queueWords);
  const card = useCard('crises.seats', id);
  const from = useName(card?.holder);
  const c = useWords(common);
  const act = useAct();
  const [declining, setDeclining] = useState(false);
  if (!card) {
    return null;
  }
  const accept = async () => {
    const words = w.seatAccepted(card.title);
    const done = await act.give('crises.accept-seat', { role: card.role }, `${w.accept}: ${card.title}`);
    if (done !== false) {
      toast(done === 'kept' ? c.keptForLater : words);
    }
  };
  return (
    <>
      <div className="row">
        <Tag tone="warn" icon={Hand}>
          {w.confirm}
        </Tag>
        {card.offeredAt && (
          <span className="end sm dim">
            <At at={card.offeredAt} />
          </span>
        )}
      </div>
      <h3>{card.holder ? w.handsYou(from, card.title) : w.seatOffered(card.title)}</h3>
      {card.handoverNote && (
        <p className="sm dim war-clamp" dir="auto">
          {card.handoverNote}
        </p>
      )}
      <div className="row war-card-acts">
        <Button kind={primary ? 'primary' : 'outlined'} isDisabled={act.busy} onPress={() => void accept()}>
          {w.accept}
        </Button>
        <Button kind="quiet" isDisabled={act.busy} onPress={() => setDeclining(true)}>
          {w.decline}
        </Button>
      </div>
      <Refusal problem={act.problem} />
      {declining && (
        <Suspense fallback={null}>
          <DeclineSeat role={card.role} title={card.title} onClose={() => setDeclining(false)} />
        </Suspense>
      )}
    </>
  );
}

export function UpdateCard({ primary, onUpdate }: { primary: boolean; onUpdate: () => void }) {
  const w = useWords(queueWords);
  const room = useRoomCard();
  return (
    <>
      <div className="row">
        <Tag tone="crit" icon={TriangleAlert}>
          {w.updateLate}
        </Tag>
      </div>
      <h3>
        {w.updateWasFor} {room?.updatePromisedFor && <At at={room.updatePromisedFor} />}
      </h3>
      <div className="row war-card-acts">
        <Button kind={primary ? 'primary' : 'outlined'} onPress={onUpdate}>
          {w.postUpdate}
        </Button>
      </div>
    </>
  );
}
