import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Answer, BlockCause, Id, Ref } from '../../api/types';
import { useList } from '../../live/room';
import { IconButton } from '../../parts/controls';
import { Choices, Select } from '../../parts/choose';
import { TextArea } from '../../parts/text';
import { PersonPicker } from '../../parts/PersonPicker';
import { shortened, ThingLink } from '../../parts/refs';
import { useWords } from '../../words/words';
import type { Filled, FormProps } from './ActionDialog';
import { formWords } from './formWords';
import { isOpen } from './sorting';
import { ThingPicker } from './ThingPicker';
import { causes } from './words';

/** Tells the dialog what is filled in, whenever that is another. */
export function useFilled(onChange: (filled: Filled) => void, more: object, problem: string | undefined): void {
  const text = JSON.stringify(more);
  useEffect(() => {
    onChange({ more: JSON.parse(text) as object, ...(problem === undefined ? {} : { problem }) });
  }, [onChange, text, problem]);
}

/** The reason of a change: asked at the moment of the change. */
export function Reason({ value, onChange, problem, autoFocus = false, submit }: {
  value: string;
  onChange: (text: string) => void;
  problem: string | undefined;
  autoFocus?: boolean;
  submit: () => void;
}) {
  const w = useWords(formWords);
  return (
    <TextArea
      label={w.reason}
      hint={w.reasonHint}
      value={value}
      onChange={onChange}
      required
      autoFocus={autoFocus}
      max={10_000}
      onSubmit={submit}
      problem={problem}
    />
  );
}

export function ReasonForm({ onChange, tried, submit }: FormProps) {
  const w = useWords(formWords);
  const [reason, setReason] = useState('');
  const missing = reason.trim() === '' ? w.needText : undefined;
  useFilled(onChange, { reason }, missing);
  return <Reason value={reason} onChange={setReason} problem={tried ? missing : undefined} autoFocus submit={submit} />;
}

/** For going on, where a word is needed, and for verifying, where it is not. */
export function NoteForm({ task, onChange, tried, submit }: FormProps) {
  const w = useWords(formWords);
  const [note, setNote] = useState('');
  const needed = task.state === 'blocked';
  const missing = needed && note.trim() === '' ? w.needText : undefined;
  useFilled(onChange, { note }, missing);
  return (
    <TextArea
      label={needed ? w.whatChanged : w.noteOptional}
      value={note}
      onChange={setNote}
      required={needed}
      autoFocus
      max={10_000}
      onSubmit={submit}
      problem={tried ? missing : undefined}
    />
  );
}

export function CompleteForm({ task, onChange, tried, submit }: FormProps) {
  const w = useWords(formWords);
  const [note, setNote] = useState('');
  const [evidence, setEvidence] = useState<readonly Ref[]>([]);
  const missing = task.evidenceRequired && evidence.length === 0 ? w.needEvidence : undefined;
  useFilled(onChange, { note, evidence }, missing);
  return (
    <>
      <TextArea
        label={w.noteOptional}
        hint={w.noteHint}
        value={note}
        onChange={setNote}
        autoFocus
        max={10_000}
        onSubmit={submit}
      />
      <div className="stack-4">
        {evidence.length > 0 && (
          <ul className="stack-4" aria-label={w.evidence}>
            {evidence.map((ref) => (
              <li key={ref.id} className="row tasks-picked">
                <span className="grow">
                  <ThingLink refTo={ref} />
                </span>
                <IconButton
                  label={w.remove(ref.id)}
                  icon={X}
                  onPress={() => setEvidence(evidence.filter((each) => each.id !== ref.id))}
                />
              </li>
            ))}
          </ul>
        )}
        <ThingPicker
          label={w.evidence}
          hint={task.evidenceRequired ? w.evidenceNeeded : w.evidenceHint}
          exclude={[task.id, ...evidence.map((each) => each.id)]}
          onPick={(ref) => setEvidence([...evidence, ref])}
          problem={tried ? missing : undefined}
        />
      </div>
    </>
  );
}

const CAUSES: readonly BlockCause[] = [
  'decision', 'task', 'person', 'information', 'approval', 'access', 'outside-party', 'contradiction', 'other',
];

export function BlockForm({ task, onChange, tried, submit }: FormProps) {
  const w = useWords(formWords);
  const c = useWords(causes);
  const [cause, setCause] = useState<BlockCause>('decision');
  const [thing, setThing] = useState<Ref | null>(null);
  const [person, setPerson] = useState<Id | null>(null);
  const [note, setNote] = useState('');
  const byThing = cause === 'decision' || cause === 'task';
  const missing =
    byThing && thing === null
      ? w.needThing
      : cause === 'person' && person === null
        ? w.needPerson
        : note.trim() === ''
          ? w.needText
          : undefined;
  const more = { cause, note, ...(byThing && thing ? { thing } : {}), ...(!byThing && person ? { person } : {}) };
  useFilled(onChange, more, missing);
  return (
    <>
      <Select
        label={w.cause}
        items={CAUSES.map((id) => ({ id, words: c[id] }))}
        value={cause}
        onChange={(id) => {
          setCause(id as BlockCause);
          setThing(null);
        }}
      />
      {byThing && (
        <OneThing
          key={cause}
          label={cause === 'decision' ? w.whichDecision : w.whichTask}
          of={cause === 'decision' ? 'decisions' : 'tasks'}
          except={task.id}
          value={thing}
          onChange={setThing}
          problem={tried && thing === null ? w.needThing : undefined}
        />
      )}
      {!byThing && (
        <PersonPicker
          label={cause === 'person' ? w.whoFor : w.whoForOptional}
          value={person}
          onChange={setPerson}
          required={cause === 'person'}
          problem={tried && cause === 'person' && person === null ? missing : undefined}
        />
      )}
      <TextArea
        label={w.why}
        value={note}
        onChange={setNote}
        required
        max={10_000}
        onSubmit={submit}
        problem={tried && note.trim() === '' ? w.needText : undefined}
      />
    </>
  );
}

/** One open decision or task out of all. */
export function OneThing({ label, hint, of, except, value, onChange, none, problem }: {
  label: string;
  hint?: string;
  of: 'decisions' | 'tasks';
  except?: Id;
  value: Ref | null;
  onChange: (ref: Ref | null) => void;
  /** What choosing none is called, where that is possible. */
  none?: string;
  problem?: string | undefined;
}) {
  const w = useWords(formWords);
  const decisions = useList('decisions.register');
  const tasks = useList('tasks.board');
  const items =
    of === 'decisions'
      ? decisions
          .filter((card) => card.status === 'waiting' || card.status === 'deferred' || card.status === 'handed-over')
          .map((card) => ({ id: card.id, words: `${card.label} ${shortened(card.question, 90)}` }))
      : tasks.filter((card) => isOpen(card) && card.id !== except).map((card) => ({ id: card.id, words: card.title }));
  const below = problem ? (
    <span className="c-crit" role="alert">
      {problem}
    </span>
  ) : (
    hint
  );
  return (
    <Select
      label={label}
      placeholder={items.length === 0 ? w.nothingOpen : w.choose}
      {...(below ? { hint: below } : {})}
      items={none ? [{ id: '', words: none }, ...items] : items}
      value={value?.id ?? (none ? '' : null)}
      onChange={(id) => onChange(id === '' ? null : { feature: of, id })}
    />
  );
}

export function StopForm({ task, onChange, tried, submit }: FormProps) {
  const w = useWords(formWords);
  const [answer, setAnswer] = useState<Answer>('stopped');
  const [note, setNote] = useState('');
  const missing = note.trim() === '' ? w.needText : undefined;
  useFilled(onChange, { answer, note }, missing);
  return (
    <>
      {task.stop && (
        <p>
          <ThingLink refTo={{ feature: 'decisions', id: task.stop.instead ?? task.stop.decision }} />
        </p>
      )}
      <Choices
        label={w.answer}
        items={[
          { id: 'stopped', words: w.stopped, more: w.stoppedMore },
          { id: 'changed', words: w.changed, more: w.changedMore },
        ]}
        value={answer}
        onChange={(id) => setAnswer(id as Answer)}
      />
      <TextArea
        label={w.note}
        hint={w.reasonHint}
        value={note}
        onChange={setNote}
        required
        max={10_000}
        onSubmit={submit}
        problem={tried ? missing : undefined}
      />
    </>
  );
}
