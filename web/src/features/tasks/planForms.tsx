import { X } from 'lucide-react';
import { useState } from 'react';
import type { Id, Risk } from '../../api/types';
import { useList } from '../../live/room';
import { IconButton } from '../../parts/controls';
import { Choices } from '../../parts/choose';
import { TextArea, TextInput } from '../../parts/text';
import { ThingLink } from '../../parts/refs';
import { useWords } from '../../words/words';
import type { FormProps } from './ActionDialog';
import { formWords } from './formWords';
import { Reason, useFilled } from './forms';
import { MomentField } from './MomentField';
import { ThingPicker } from './ThingPicker';
import { risks } from './words';

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
