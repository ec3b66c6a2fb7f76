import { Handshake } from 'lucide-react';
import type { Id } from '../../api/types';
import { useName } from '../../live/people';
import { useCard } from '../../live/room';
import { Button } from '../../parts/controls';
import { Refusal } from '../../parts/Refusal';
import { useWords } from '../../words/words';
import { useSeatActs } from './SeatMenu';
import type { SeatAction } from './useSeatMay';
import type { SeatCard } from './roster';
import { peopleWords } from './words';

/** A seat that is offered to the reader: with what they need to know, before they take it. */
export function OfferedToMe({ id, may }: { id: Id; may: readonly SeatAction[] }) {
  const seat = useCard('crises.seats', id);
  return seat ? <Offer seat={seat} may={may} /> : null;
}

function Offer({ seat, may }: { seat: SeatCard; may: readonly SeatAction[] }) {
  const w = useWords(peopleWords);
  const from = useName(seat.holder);
  const acts = useSeatActs(seat);
  return (
    <section className="panel people-offered" aria-labelledby={'offered-' + seat.id}>
      <h2 id={'offered-' + seat.id}>
        <Handshake className="icon" aria-hidden />{' '}
        {seat.holder ? w.handsYou(from, seat.title) : w.offeredYou(seat.title)}
      </h2>
      <p className="people-note" dir="auto">
        {seat.handoverNote ?? w.noNote}
      </p>
      <div className="row">
        {may.includes('accept') && (
          <Button kind="primary" isDisabled={acts.busy} onPress={() => void acts.choose('accept')}>
            {w.accept}
          </Button>
        )}
        {may.includes('decline') && (
          <Button isDisabled={acts.busy} onPress={() => void acts.choose('decline')}>
            {w.decline}
          </Button>
        )}
      </div>
      <Refusal problem={acts.problem} />
      {acts.dialog}
    </section>
  );
}
