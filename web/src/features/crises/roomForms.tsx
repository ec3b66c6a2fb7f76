import { useState, type ReactNode } from 'react';
import { useAct } from '../../act/act';
import type { Commands } from '../../api/types';
import { useRoomCard } from '../../live/room';
import { Button, Dialog } from '../../parts/controls';
import { Choices } from '../../parts/choose';
import { TextArea, TextInput } from '../../parts/text';
import { Refusal } from '../../parts/Refusal';
import { toast } from '../../parts/toast';
import { common } from '../../words/common';
import { lengthOf } from '../../words/times';
import { useWords } from '../../words/words';
import { millisOf, usePinnedCharter } from './charter';
import { roomWords } from './roomWords';

type CrisisCommand = Extract<keyof Commands, `crises.${string}`>;

/** The frame of a form that gives one command about the crisis. */
export function RoomForm<C extends CrisisCommand>({
  title,
  send,
  done,
  type,
  command,
  missing,
  onClose,
  children,
  danger = false,
  wide = false,
}: {
  title: string;
  send: string;
  /** Said when it is done. */
  done: string;
  type: C;
  command: Commands[C];
  /** What is not filled in yet. */
  missing: string | undefined;
  onClose: () => void;
  children: (tried: boolean, submit: () => void) => ReactNode;
  danger?: boolean;
  wide?: boolean;
}) {
  const c = useWords(common);
  const act = useAct();
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    if (missing === undefined && !act.busy) {
      const given = await act.give(type, command, title);
      if (given !== false) {
        toast(given === 'kept' ? c.keptForLater : done);
        onClose();
      }
    }
  };
  return (
    <Dialog
      open
      wide={wide}
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button kind="quiet" onPress={onClose}>
            {c.cancel}
          </Button>
          <Button kind={danger ? 'danger' : 'primary'} isDisabled={act.busy} onPress={() => void submit()}>
            {send}
          </Button>
        </>
      }
    >
      {children(tried, () => void submit())}
      <Refusal problem={act.problem} />
    </Dialog>
  );
}

export function ReasonField({ value, onChange, tried, submit, autoFocus = false }: {
  value: string;
  onChange: (text: string) => void;
  tried: boolean;
  submit: () => void;
  autoFocus?: boolean;
}) {
  const c = useWords(common);
  const r = useWords(roomWords);
  return (
    <TextArea
      label={c.reason}
      hint={c.reasonHint}
      value={value}
      onChange={onChange}
      required
      autoFocus={autoFocus}
      max={10_000}
      onSubmit={submit}
      problem={tried && value.trim() === '' ? r.needText : undefined}
    />
  );
}

/** The severities of the charter, with the rhythm each asks for. */
export function SeverityChoices({ value, onChange }: { value: string | null; onChange: (name: string) => void }) {
  const r = useWords(roomWords);
  const charter = usePinnedCharter();
  return (
    <Choices
      label={r.severity}
      items={(charter?.severities ?? []).map((each) => ({
        id: each.name,
        words: each.title,
        more: millisOf(each.updateEvery) > 0 ? r.every(lengthOf(millisOf(each.updateEvery))) : undefined,
      }))}
      value={value}
      onChange={onChange}
    />
  );
}

/** From a suspicion to a crisis. */
export function DeclareDialog({ onClose }: { onClose: () => void }) {
  const r = useWords(roomWords);
  const room = useRoomCard();
  const charter = usePinnedCharter();
  const [title, setTitle] = useState(room?.codeName ?? '');
  const [severity, setSeverity] = useState<string | null>(charter?.severities[0]?.name ?? null);
  const [whatHappened, setWhatHappened] = useState(room?.summary ?? '');
  const missing =
    title.trim() === '' || whatHappened.trim() === '' || severity === null ? r.needText : undefined;
  return (
    <RoomForm
      title={r.declareTitle}
      send={r.declareDo}
      done={r.declared}
      type="crises.declare"
      command={{ title, severity: severity ?? '', whatHappened }}
      missing={missing}
      onClose={onClose}
    >
      {(tried, submit) => (
        <>
          <TextInput
            label={r.title}
            hint={r.titleHint}
            value={title}
            onChange={setTitle}
            required
            autoFocus
            max={200}
            problem={tried && title.trim() === '' ? r.needText : undefined}
          />
          <SeverityChoices value={severity} onChange={setSeverity} />
          <TextArea
            label={r.whatHappened}
            value={whatHappened}
            onChange={setWhatHappened}
            required
            max={10_000}
            onSubmit={submit}
            problem={tried && whatHappened.trim() === '' ? r.needText : undefined}
          />
        </>
      )}
    </RoomForm>
  );
}
