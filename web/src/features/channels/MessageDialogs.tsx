import { lazy, Suspense, useMemo, useState } from 'react';
import { useAct } from '../../act/act';
import type { Id } from '../../api/types';
import { usePeople } from '../../live/people';
import { useCard, useList } from '../../live/room';
import { Button, Dialog } from '../../parts/controls';
import { TextArea } from '../../parts/text';
import { useDraft } from '../../parts/draft';
import { Note } from '../../parts/plain';
import { plainOf } from '../../parts/plainText';
import { Refusal } from '../../parts/Refusal';
import { shortened } from '../../parts/refs';
import { At } from '../../parts/times';
import { toast } from '../../parts/toast';
import { common } from '../../words/common';
import { useWords } from '../../words/words';
import { calledOf, mentionsIn } from './mentions';
import { MessageText } from './MessageText';
import type { MessageCard } from './sorting';
import { messageWords } from './words';

const NewTask = lazy(() => import('../tasks/NewTask'));

/** What was chosen from the menu of a message. */
export interface Asked {
  readonly kind: 'correct' | 'earlier' | 'task';
  readonly id: Id;
}

export function MessageDialogs({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  const message = useCard('channels.messages', asked.id);
  if (!message) {
    return null;
  }
  switch (asked.kind) {
    case 'correct':
      return <Correct message={message} onClose={onClose} />;
    case 'earlier':
      return <Earlier message={message} onClose={onClose} />;
    case 'task':
      return (
        <Suspense fallback={null}>
          <NewTask
            title={shortened(plainOf(message.text), 120)}
            origin={{ feature: 'channels', id: message.id, digest: message.digest }}
            onClose={onClose}
          />
        </Suspense>
      );
  }
}

/** Says a message in other words; the earlier ones stay. */
function Correct({ message, onClose }: { message: MessageCard; onClose: () => void }) {
  const w = useWords(messageWords);
  const c = useWords(common);
  const act = useAct();
  const here = useList('crises.people');
  const directory = usePeople();
  const [opened] = useState(message.digest);
  const [draft, setDraft, forget] = useDraft('channels.correct.' + message.id, () => ({
    text: message.source,
    reason: '',
  }));
  const [tried, setTried] = useState(false);
  const mentions = useMemo(() => mentionsIn(draft.text, calledOf(here, directory)), [draft.text, here, directory]);
  const submit = async () => {
    setTried(true);
    const reason = draft.reason.trim();
    if (draft.text.trim() === '' || reason === '' || act.busy) {
      return;
    }
    const command = { message: message.id, text: draft.text.trimEnd(), mentions, reason };
    const done = await act.give('channels.correct', command, w.correctedDone, { on: 'channels.messages:' + message.id });
    if (done !== false) {
      forget();
      onClose();
      toast(done === 'kept' ? c.keptForLater : w.correctedDone);
    }
  };
  return (
    <Dialog
      open
      wide
      title={w.correctTitle}
      onClose={onClose}
      footer={
        <>
          <Button kind="quiet" onPress={onClose}>
            {c.cancel}
          </Button>
          <Button kind="primary" isDisabled={act.busy} onPress={() => void submit()}>
            {w.sendCorrection}
          </Button>
        </>
      }
    >
      {message.digest !== opened && <Note tone="warn">{w.changedMeanwhile}</Note>}
      <TextArea
        label={w.text}
        hint={w.correctHint}
        value={draft.text}
        onChange={(text) => setDraft({ ...draft, text })}
        required
        autoFocus
        max={10_000}
        onSubmit={() => void submit()}
        problem={tried && draft.text.trim() === '' ? w.needText : undefined}
      />
      <TextArea
        label={w.reason}
        hint={c.reasonHint}
        value={draft.reason}
        onChange={(reason) => setDraft({ ...draft, reason })}
        required
        onSubmit={() => void submit()}
        problem={tried && draft.reason.trim() === '' ? w.needText : undefined}
      />
      <Refusal problem={act.problem} />
    </Dialog>
  );
}

/** What a message said before, with why it was corrected. */
function Earlier({ message, onClose }: { message: MessageCard; onClose: () => void }) {
  const w = useWords(messageWords);
  return (
    <Dialog open wide title={w.earlierTitle} onClose={onClose}>
      <ol className="channels-earlier">
        {message.earlier.map((earlier) => (
          <li key={earlier.until} className="stack-4">
            <p className="sm dim">
              {w.saidFrom} <At at={earlier.at} day /> {w.saidUntil} <At at={earlier.until} day />
            </p>
            <MessageText blocks={earlier.text} />
            <p className="sm">
              <span className="strong">{w.because}</span> <bdi>{earlier.reason}</bdi>
            </p>
          </li>
        ))}
        <li className="stack-4">
          <p className="sm strong">{w.saidNow}</p>
          <MessageText blocks={message.text} />
        </li>
      </ol>
    </Dialog>
  );
}
