import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { useAct } from '../../act/act';
import type { Id, Ref, Views } from '../../api/types';
import { useCard, useList, useOutOf } from '../../live/room';
import { Button, Dialog } from '../../parts/controls';
import { Select } from '../../parts/choose';
import { TextArea, TextInput } from '../../parts/text';
import { useDraft } from '../../parts/draft';
import { Note } from '../../parts/plain';
import { Refusal } from '../../parts/Refusal';
import { shortened, ThingLink } from '../../parts/refs';
import { toast } from '../../parts/toast';
import { common } from '../../words/common';
import { useWords } from '../../words/words';
import { newId } from '../../act/ids';
import { channelWords } from './words';

const LINE = 200;

const openTasks = (cards: readonly Views['tasks.board'][]) =>
  cards
    .filter((card) => card.state !== 'done' && card.state !== 'dropped' && card.state !== 'declined')
    .map((card) => ({ id: 'tasks:' + card.id, words: shortened(card.title, 70) }));
const decisions = (cards: readonly Views['decisions.register'][]) =>
  cards.map((card) => ({ id: 'decisions:' + card.id, words: card.label + ' ' + shortened(card.question, 70) })).reverse();

/** Begins a topic, about a task or a decision where it belongs to one. */
export function NewTopic({ onClose }: { onClose: () => void }) {
  const w = useWords(channelWords);
  const c = useWords(common);
  const act = useAct();
  const [, go] = useLocation();
  const [draft, setDraft, forget] = useDraft('channels.new', () => ({ title: '', about: '' }));
  const [tried, setTried] = useState(false);
  const tasks = useOutOf('tasks.board', openTasks);
  const asked = useOutOf('decisions.register', decisions);
  const topics = useList('channels.topics');
  const about = useMemo<Ref | undefined>(() => {
    const [feature, id] = draft.about.split(':');
    return feature && id ? { feature, id } : undefined;
  }, [draft.about]);
  const same = about && topics.find((topic) => !topic.closed && topic.about?.id === about.id);
  const submit = async () => {
    setTried(true);
    const title = draft.title.trim();
    if (title === '' || act.busy) {
      return;
    }
    const topic = newId();
    const done = await act.give('channels.open-topic', { topic, title, ...(about ? { about } : {}) }, w.opened(title));
    if (done !== false) {
      forget();
      onClose();
      toast(done === 'kept' ? c.keptForLater : w.opened(title));
      if (done === true) {
        go('/channels/' + topic);
      }
    }
  };
  return (
    <Dialog
      open
      title={w.newTopic}
      onClose={onClose}
      footer={
        <>
          <Button kind="quiet" onPress={onClose}>
            {c.cancel}
          </Button>
          <Button kind="primary" isDisabled={act.busy} onPress={() => void submit()}>
            {w.open}
          </Button>
        </>
      }
    >
      <TextInput
        label={w.topicTitle}
        hint={w.topicTitleHint}
        value={draft.title}
        onChange={(title) => setDraft({ ...draft, title })}
        required
        autoFocus
        max={LINE}
        problem={tried && draft.title.trim() === '' ? w.needText : undefined}
      />
      <Select
        label={w.aboutField}
        items={[{ id: '', words: w.aboutNone }, ...asked, ...tasks]}
        value={draft.about}
        onChange={(chosen) => setDraft({ ...draft, about: chosen })}
      />
      {same && (
        <Note tone="info">
          {w.hasTopic} <ThingLink refTo={{ feature: 'channels', id: same.id }} />
        </Note>
      )}
      <Refusal problem={act.problem} />
    </Dialog>
  );
}

/** Ends a topic with what came of it. */
export function CloseTopic({ id, onClose }: { id: Id; onClose: () => void }) {
  const w = useWords(channelWords);
  const c = useWords(common);
  const act = useAct();
  const topic = useCard('channels.topics', id);
  const [messages] = useState(topic?.messages);
  const [outcome, setOutcome, forget] = useDraft('channels.close.' + id, () => '');
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    if (outcome.trim() === '' || act.busy) {
      return;
    }
    const words = w.closed(topic?.title ?? '');
    const done = await act.give('channels.close-topic', { topic: id, outcome: outcome.trim() }, words, {
      on: 'channels.topics:' + id,
    });
    if (done !== false) {
      forget();
      onClose();
      toast(done === 'kept' ? c.keptForLater : words);
    }
  };
  return (
    <Dialog
      open
      title={w.closeTitle}
      onClose={onClose}
      footer={
        <>
          <Button kind="quiet" onPress={onClose}>
            {c.cancel}
          </Button>
          <Button kind="primary" isDisabled={act.busy} onPress={() => void submit()}>
            {w.close}
          </Button>
        </>
      }
    >
      {topic && topic.messages !== messages && <Note tone="warn">{w.moved}</Note>}
      <TextInput
        label={w.outcome}
        hint={w.closeHint}
        value={outcome}
        onChange={setOutcome}
        required
        autoFocus
        max={LINE}
        problem={tried && outcome.trim() === '' ? w.needText : undefined}
      />
      <Refusal problem={act.problem} />
    </Dialog>
  );
}

/** Goes on with a topic that was closed. */
export function ReopenTopic({ id, onClose }: { id: Id; onClose: () => void }) {
  const w = useWords(channelWords);
  const c = useWords(common);
  const act = useAct();
  const topic = useCard('channels.topics', id);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    if (reason.trim() === '' || act.busy) {
      return;
    }
    const words = w.reopened(topic?.title ?? '');
    const done = await act.give('channels.reopen-topic', { topic: id, reason: reason.trim() }, words, {
      on: 'channels.topics:' + id,
    });
    if (done !== false) {
      onClose();
      toast(done === 'kept' ? c.keptForLater : words);
    }
  };
  return (
    <Dialog
      open
      title={w.reopenTitle}
      onClose={onClose}
      footer={
        <>
          <Button kind="quiet" onPress={onClose}>
            {c.cancel}
          </Button>
          <Button kind="primary" isDisabled={act.busy} onPress={() => void submit()}>
            {w.reopen}
          </Button>
        </>
      }
    >
      <TextArea
        label={w.why}
        hint={c.reasonHint}
        value={reason}
        onChange={setReason}
        required
        autoFocus
        onSubmit={() => void submit()}
        problem={tried && reason.trim() === '' ? w.needText : undefined}
      />
      <Refusal problem={act.problem} />
    </Dialog>
  );
}
