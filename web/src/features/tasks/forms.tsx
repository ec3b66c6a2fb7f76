import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Answer, BlockCause, Id, Ref, Risk } from '../../api/types';
import { useList } from '../../live/room';
import { Choices, IconButton, Select, TextArea, TextInput } from '../../parts/controls';
import { PersonPicker } from '../../parts/PersonPicker';
import { shortened, ThingLink } from '../../parts/refs';
import { useWords } from '../../words/words';
import type { Filled, FormProps } from './ActionDialog';
import { formWords } from './actionWords';
import { MomentField } from './MomentField';
import { isOpen } from './sorting';
import { ThingPicker } from './ThingPicker';
import { causes, risks } from './words';

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
export function OneThing({ label, hint, of, except, value, onChange, none }: {
  label: string;
  hint?: string;
  of: 'decisions' | 'tasks';
  except?: Id;
  value: Ref | null;
  onChange: (ref: Ref | null) => void;
  /** What choosing none is called, where that is possible. */
  none?: string;
}) {
  const decisions = useList('decisions.register');
  const tasks = useList('tasks.board');
  const items =
    of === 'decisions'
      ? decisions
          .filter((card) => card.status === 'waiting' || card.status === 'deferred' || card.status === 'handed-over')
          .map((card) => ({ id: card.id, words: `${card.label} ${shortened(card.question, 90)}` }))
      : tasks.filter((card) => isOpen(card) && card.id !== except).map((card) => ({ id: card.id, words: card.title }));
  return (
    <Select
      label={label}
      {...(hint ? { hint } : {})}
      items={none ? [{ id: '', words: none }, ...items] : items}
      value={value?.id ?? (none ? '' : null)}
      onChange={(id) => onChange(id === '' ? null : { feature: of, id })}
    />
  );
}

export function DueForm({ task, onChange, tried, submit }: FormProps) {
  const w = useWords(formWords);
  const [due, setDue] = useState<string | null>(task.due ?? null);
  const [reason, setReason] = useState('');
  const missing = reason.trim() === '' ? w.needText : undefined;
  useFilled(onChange, { ...(due ? { due } : {}), reason }, missing);
  return (
    <>
      <MomentField label={w.due} value={due} onChange={setDue} />
      <Reason value={reason} onChange={setReason} problem={tried ? missing : undefined} submit={submit} />
    </>
  );
}

export const RISKS: readonly Risk[] = ['critical', 'high', 'medium', 'low'];

export function RiskChoices({ value, onChange }: { value: Risk; onChange: (risk: Risk) => void }) {
  const w = useWords(formWords);
  const r = useWords(risks);
  return (
    <Choices
      label={w.risk}
      items={RISKS.map((id) => ({ id, words: r[id], more: w.riskWords[id] }))}
      value={value}
      onChange={(id) => onChange(id as Risk)}
    />
  );
}

export function RiskForm({ task, onChange, tried, submit }: FormProps) {
  const w = useWords(formWords);
  const [risk, setRisk] = useState<Risk>(task.risk);
  const [reason, setReason] = useState('');
  const missing = reason.trim() === '' ? w.needText : undefined;
  useFilled(onChange, { risk, reason }, missing);
  return (
    <>
      <RiskChoices value={risk} onChange={setRisk} />
      <Reason value={reason} onChange={setReason} problem={tried ? missing : undefined} submit={submit} />
    </>
  );
}

/** The tasks that come first, one by one. */
export function DependencyList({ value, onChange, except }: {
  value: readonly Id[];
  onChange: (ids: readonly Id[]) => void;
  except?: Id;
}) {
  const w = useWords(formWords);
  const tasks = useList('tasks.board');
  return (
    <div className="stack-4">
      {value.length > 0 && (
        <ul className="stack-4" aria-label={w.dependsOn}>
          {value.map((id) => (
            <li key={id} className="row tasks-picked">
              <span className="grow">
                <ThingLink refTo={{ feature: 'tasks', id }} />
              </span>
              <IconButton
                label={w.remove(tasks.find((each) => each.id === id)?.title ?? id)}
                icon={X}
                onPress={() => onChange(value.filter((each) => each !== id))}
              />
            </li>
          ))}
        </ul>
      )}
      <ThingPicker
        label={value.length > 0 ? w.addDependency : w.dependsOn}
        hint={w.dependsHint}
        only="tasks"
        exclude={except ? [except, ...value] : value}
        onPick={(ref) => onChange([...value, ref.id])}
      />
    </div>
  );
}

export function DependenciesForm({ task, onChange, tried, submit }: FormProps) {
  const w = useWords(formWords);
  const [dependsOn, setDependsOn] = useState<readonly Id[]>(task.dependsOn);
  const [reason, setReason] = useState('');
  const missing = reason.trim() === '' ? w.needText : undefined;
  useFilled(onChange, { dependsOn, reason }, missing);
  return (
    <>
      <DependencyList value={dependsOn} onChange={setDependsOn} except={task.id} />
      <Reason value={reason} onChange={setReason} problem={tried ? missing : undefined} submit={submit} />
    </>
  );
}

export function RewordForm({ task, onChange, tried, submit }: FormProps) {
  const w = useWords(formWords);
  const [title, setTitle] = useState(task.title);
  const [description, setDescription] = useState(task.description);
  const [reason, setReason] = useState('');
  const missing = title.trim() === '' || reason.trim() === '' ? w.needText : undefined;
  useFilled(onChange, { title, description, reason }, missing);
  return (
    <>
      <TextInput
        label={w.titleField}
        value={title}
        onChange={setTitle}
        required
        max={200}
        autoFocus
        problem={tried && title.trim() === '' ? w.needText : undefined}
      />
      <TextArea label={w.description} value={description} onChange={setDescription} max={10_000} onSubmit={submit} />
      <Reason
        value={reason}
        onChange={setReason}
        problem={tried && reason.trim() === '' ? w.needText : undefined}
        submit={submit}
      />
    </>
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
