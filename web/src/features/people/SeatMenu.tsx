import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useAct } from '../../act/act';
import { MenuButton } from '../../parts/controls';
import { Refusal } from '../../parts/Refusal';
import { toast } from '../../parts/toast';
import { useWords } from '../../words/words';
import type { SeatCard } from './roster';
import { ASKING, type Asking } from './asking';
import type { SeatAction } from './useSeatMay';
import { peopleWords, seatWords } from './words';

const SeatDialog = lazy(async () => ({ default: (await import('./SeatDialogs')).SeatDialog }));

const WORDS = {
  accept: 'accept',
  decline: 'decline',
  keep: 'keep',
  'hand-over': 'handOver',
  'stand-in': 'standIn',
  'stand-down': 'standDown',
  fill: 'fill',
  vacate: 'vacate',
} as const satisfies Record<SeatAction, keyof typeof seatWords.en>;

const AT_ONCE = { accept: 'crises.accept-seat', keep: 'crises.keep-seat', 'stand-down': 'crises.stand-down' } as const;
const SAID = { accept: 'accepted', keep: 'kept', 'stand-down': 'stoodDown' } as const;

/** How the reader acts on a seat: at once, or after a dialog. */
export function useSeatActs(seat: SeatCard) {
  const w = useWords(seatWords);
  const act = useAct();
  const [asking, setAsking] = useState<Asking | null>(null);
  const choose = async (action: SeatAction) => {
    const dialog = ASKING.find((each) => each === action);
    if (dialog) {
      setAsking(dialog);
      return;
    }
    const now = action as keyof typeof AT_ONCE;
    const words = w[SAID[now]](seat.title);
    if (await act.give(AT_ONCE[now], { role: seat.role }, words, { on: 'crises.seats:' + seat.id })) {
      toast(words);
    }
  };
  const dialog = asking && (
    <Suspense fallback={null}>
      <SeatDialog id={seat.id} action={asking} onClose={() => setAsking(null)} />
    </Suspense>
  );
  return { choose, dialog, problem: act.problem, busy: act.busy };
}

/** What the reader may do with a seat; nothing where that is nothing. */
export function SeatMenu({ seat, may }: { seat: SeatCard; may: readonly SeatAction[] }) {
  const w = useWords(peopleWords);
  const s = useWords(seatWords);
  const acts = useSeatActs(seat);
  if (may.length === 0) {
    return acts.dialog;
  }
  return (
    <>
      <MenuButton
        label={w.changeSeat(seat.title)}
        icon={Ellipsis}
        items={may.map((action) => ({ id: action, words: s[WORDS[action]], danger: action === 'vacate' }))}
        onChoose={(action) => void acts.choose(action as SeatAction)}
      />
      <Refusal problem={acts.problem} />
      {acts.dialog}
    </>
  );
}
