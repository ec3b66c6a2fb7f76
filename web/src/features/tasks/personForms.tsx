import { useState } from 'react';
import type { Id } from '../../api/types';
import { PersonPicker } from '../../parts/PersonPicker';
import { useWords } from '../../words/words';
import type { FormProps } from './ActionDialog';
import { workersOf } from './actions';
import { formWords } from './formWords';
import { Reason, useFilled } from './forms';
import { MomentField } from './MomentField';

/** Giving it to somebody else: they are asked, and own it when they accept. */
export function HandForm({ task, onChange, tried, submit }: FormProps) {
  const w = useWords(formWords);
  const [to, setTo] = useState<Id | null>(null);
  const [reason, setReason] = useState('');
  const missing = to === null ? w.needPerson : reason.trim() === '' ? w.needText : undefined;
  useFilled(onChange, { ...(to ? { to } : {}), reason }, missing);
  return (
    <>
      <PersonPicker
        label={w.to}
        hint={task.owner && !task.ownerLeft ? w.handHint : w.toHint}
        value={to}
        onChange={setTo}
        exclude={[...workersOf(task), ...(task.verifier ? [task.verifier] : [])]}
        required
        autoFocus
        problem={tried && to === null ? w.needPerson : undefined}
      />
      <Reason
        value={reason}
        onChange={setReason}
        problem={tried && reason.trim() === '' ? w.needText : undefined}
        submit={submit}
      />
    </>
  );
}

/** Somebody acts in the owner's place until a time. */
export function SubstituteForm({ task, onChange, tried, submit }: FormProps) {
  const w = useWords(formWords);
  const [person, setPerson] = useState<Id | null>(null);
  const [until, setUntil] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const missing =
    person === null ? w.needPerson : until === null ? w.notATime : reason.trim() === '' ? w.needText : undefined;
  useFilled(onChange, { ...(person ? { person } : {}), ...(until ? { until } : {}), reason }, missing);
  return (
    <>
      <PersonPicker
        label={w.to}
        value={person}
        onChange={setPerson}
        exclude={[...workersOf(task), ...(task.verifier ? [task.verifier] : [])]}
        required
        autoFocus
        problem={tried && person === null ? w.needPerson : undefined}
      />
      <MomentField
        label={w.until}
        value={until}
        onChange={setUntil}
        required
        real
        hint={w.untilHint}
        problem={tried && until === null ? w.notATime : undefined}
      />
      <Reason
        value={reason}
        onChange={setReason}
        problem={tried && reason.trim() === '' ? w.needText : undefined}
        submit={submit}
      />
    </>
  );
}

export function VerifierForm({ task, onChange, tried, submit }: FormProps) {
  const w = useWords(formWords);
  const [verifier, setVerifier] = useState<Id | null>(task.verifier ?? null);
  const [reason, setReason] = useState('');
  const missing = verifier === null ? w.needPerson : reason.trim() === '' ? w.needText : undefined;
  useFilled(onChange, { ...(verifier ? { verifier } : {}), reason }, missing);
  return (
    <>
      <PersonPicker
        label={w.verifier}
        hint={w.verifierHint}
        value={verifier}
        onChange={setVerifier}
        exclude={workersOf(task)}
        required
        autoFocus
        problem={tried && verifier === null ? w.needPerson : undefined}
      />
      <Reason
        value={reason}
        onChange={setReason}
        problem={tried && reason.trim() === '' ? w.needText : undefined}
        submit={submit}
      />
    </>
  );
}
