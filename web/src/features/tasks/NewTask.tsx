import { useState } from 'react';
import { useAct } from '../../act/act';
import type { Id, Instant, Ref, Risk } from '../../api/types';
import { useMyId } from '../../live/me';
import { Button, Dialog } from '../../parts/controls';
import { Check } from '../../parts/choose';
import { TextArea, TextInput } from '../../parts/text';
import { PersonPicker } from '../../parts/PersonPicker';
import { Refusal } from '../../parts/Refusal';
import { toast } from '../../parts/toast';
import { common } from '../../words/common';
import { useWords } from '../../words/words';
import { formWords } from './formWords';
import { OneThing } from './forms';
import { DependencyList, RiskChoices } from './planForms';
import { MomentField } from './MomentField';
import { taskWords } from './words';

/**
 * Asks somebody to do something.
 *
 * @param origin what it comes from: a message, a decision
 */
export default function NewTask({ onClose, title: first = '', origin, forDecision: firstDecision }: {
  onClose: () => void;
  title?: string;
  origin?: Ref;
  forDecision?: Ref;
}) {
  const w = useWords(taskWords);
  const f = useWords(formWords);
  const c = useWords(common);
  const me = useMyId();
  const act = useAct();
  const [title, setTitle] = useState(first);
  const [description, setDescription] = useState('');
  const [to, setTo] = useState<Id | null>(null);
  const [risk, setRisk] = useState<Risk>('medium');
  const [due, setDue] = useState<Instant | null>(null);
  const [dependsOn, setDependsOn] = useState<readonly Id[]>([]);
  const [evidenceRequired, setEvidenceRequired] = useState(false);
  const [verifier, setVerifier] = useState<Id | null>(null);
  const [forDecision, setForDecision] = useState<Ref | null>(firstDecision ?? null);
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    if (title.trim() === '' || to === null || act.busy) {
      return;
    }
    const words = to === me ? f.offeredToMe(title.trim()) : f.offered(title.trim());
    const done = await act.give(
      'tasks.offer',
      {
        title: title.trim(),
        description: description.trim(),
        to,
        risk,
        dependsOn,
        evidenceRequired,
        ...(due ? { due } : {}),
        ...(verifier ? { verifier } : {}),
        ...(forDecision ? { forDecision } : {}),
        ...(origin ? { origin } : {}),
      },
      `${w.newTask}: ${title.trim()}`,
    );
    if (done !== false) {
      toast(done === 'kept' ? c.keptForLater : words);
      onClose();
    }
  };
  return (
    <Dialog
      open
      wide
      title={w.newTask}
      onClose={onClose}
      footer={
        <>
          <Button kind="quiet" onPress={onClose}>
            {c.cancel}
          </Button>
          <Button kind="primary" isDisabled={act.busy} onPress={() => void submit()}>
            {f.offer}
          </Button>
        </>
      }
    >
      <TextInput
        label={f.titleField}
        hint={f.titleHint}
        value={title}
        onChange={setTitle}
        required
        autoFocus
        max={200}
        problem={tried && title.trim() === '' ? f.needText : undefined}
      />
      <PersonPicker
        label={f.to}
        hint={f.toHint}
        value={to}
        onChange={setTo}
        exclude={verifier ? [verifier] : []}
        required
        problem={tried && to === null ? f.needPerson : undefined}
      />
      <TextArea
        label={f.description}
        value={description}
        onChange={setDescription}
        max={10_000}
        onSubmit={() => void submit()}
      />
      <RiskChoices value={risk} onChange={setRisk} />
      <MomentField label={f.dueOptional} value={due} onChange={setDue} />
      <details className="tasks-more">
        <summary>{f.moreFields}</summary>
        <div className="stack">
          <DependencyList value={dependsOn} onChange={setDependsOn} />
          <Check checked={evidenceRequired} onChange={setEvidenceRequired}>
            {f.evidenceRequired}
          </Check>
          <PersonPicker
            label={f.verifierOptional}
            hint={f.verifierHint}
            value={verifier}
            onChange={setVerifier}
            exclude={to ? [to] : []}
          />
          {!firstDecision && (
            <OneThing
              label={f.forDecision}
              hint={f.forDecisionHint}
              of="decisions"
              value={forDecision}
              onChange={setForDecision}
              none={f.none}
            />
          )}
        </div>
      </details>
      <Refusal problem={act.problem} />
    </Dialog>
  );
}
