import { ListPlus } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../act/act';
import type { Instant, Views } from '../../api/types';
import { useOutOf, useRoomCard } from '../../live/room';
import { Button, Dialog } from '../../parts/controls';
import { TextArea, TextInput } from '../../parts/text';
import { Refusal } from '../../parts/Refusal';
import { toast } from '../../parts/toast';
import { common } from '../../words/common';
import { lengthOf } from '../../words/times';
import { useWords } from '../../words/words';
import { MomentField } from '../tasks/MomentField';
import { millisOf, usePinnedCharter } from './charter';
import { roomWords } from './roomWords';

const figuresOfTasks = (cards: readonly Views['tasks.board'][]) => ({
  all: cards.filter((card) => card.state !== 'dropped').length,
  done: cards.filter((card) => card.state === 'done').length,
  blocked: cards.filter((card) => card.state === 'blocked').length,
});
const waitingDecisions = (cards: readonly Views['decisions.register'][]) =>
  cards.filter((card) => card.status === 'waiting').length;

/** What everybody is told now, and when they hear again. */
export function UpdateDialog({ onClose }: { onClose: () => void }) {
  const r = useWords(roomWords);
  const c = useWords(common);
  const room = useRoomCard();
  const charter = usePinnedCharter();
  const act = useAct();
  const figures = useOutOf('tasks.board', figuresOfTasks);
  const decisions = useOutOf('decisions.register', waitingDecisions);
  const [text, setText] = useState('');
  const [next, setNext] = useState<Instant | null>(null);
  const [audience, setAudience] = useState<string>(r.everybody);
  const [tried, setTried] = useState(false);
  const [given, setGiven] = useState(false);
  const severity = charter?.severities.find((each) => each.name === room?.severity);
  const rhythm = severity ? millisOf(severity.updateEvery) : 0;
  const submit = async () => {
    setTried(true);
    if (text.trim() === '' || act.busy) {
      return;
    }
    // the update may be out already when only the promise was refused
    const first = given || (await act.give('crises.give-update', { text: text.trim() }, r.updateTitle));
    if (first === false) {
      return;
    }
    setGiven(true);
    const second = next === null || (await act.give('crises.promise-update', { at: next, audience }, r.promiseTitle));
    if (second !== false) {
      toast(first === 'kept' ? c.keptForLater : r.posted);
      onClose();
    }
  };
  return (
    <Dialog
      open
      wide
      title={r.updateTitle}
      onClose={onClose}
      footer={
        <>
          <Button kind="quiet" onPress={onClose}>
            {c.cancel}
          </Button>
          <Button kind="primary" isDisabled={act.busy} onPress={() => void submit()}>
            {r.post}
          </Button>
        </>
      }
    >
      <TextArea
        label={r.updateText}
        hint={r.updateHint}
        value={text}
        onChange={setText}
        required
        autoFocus
        max={10_000}
        onSubmit={() => void submit()}
        problem={tried && text.trim() === '' ? r.needText : undefined}
      />
      <div>
        <Button
          size="small"
          icon={ListPlus}
          onPress={() =>
            setText((text + ' ' + r.figuresText(figures.done, figures.all, figures.blocked, decisions)).trim())
          }
        >
          {r.figures}
        </Button>
      </div>
      <MomentField
        label={r.nextOptional}
        value={next}
        onChange={setNext}
        {...(severity && rhythm > 0 ? { hint: r.nextByRhythm(severity.title, lengthOf(rhythm)) } : {})}
      />
      {next !== null && <TextInput label={r.audience} value={audience} onChange={setAudience} max={200} />}
      <Refusal problem={act.problem} />
    </Dialog>
  );
}
