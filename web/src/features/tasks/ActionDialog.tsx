import { TriangleAlert } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { useName } from '../../live/people';
import { useCard } from '../../live/room';
import { Button, Dialog } from '../../parts/controls';
import { Note } from '../../parts/plain';
import { Refusal } from '../../parts/Refusal';
import { common } from '../../words/common';
import { useWords } from '../../words/words';
import type { Action } from './actions';
import { actionWords } from './actionWords';
import { formWords } from './formWords';
import { BlockForm, CompleteForm, NoteForm, ReasonForm, StopForm } from './forms';
import { DependenciesForm, DueForm, RewordForm, RiskForm } from './planForms';
import { HandForm, SubstituteForm, VerifierForm } from './personForms';
import type { TaskCard } from './sorting';
import { useTaskAct } from './useTaskAct';
import { states } from './words';

/** What a form hands over when it is filled in; `problem` says what is missing where it is not. */
export interface Filled {
  readonly more: object;
  readonly problem?: string;
}

export interface FormProps {
  readonly task: TaskCard;
  readonly onChange: (filled: Filled) => void;
  /** Whether it was sent with something missing: then it says what. */
  readonly tried: boolean;
  readonly submit: () => void;
}

const FORMS: { readonly [A in Action]?: (props: FormProps) => ReactNode } = {
  decline: ReasonForm,
  'send-back': ReasonForm,
  drop: ReasonForm,
  reopen: ReasonForm,
  'end-substitution': ReasonForm,
  unblock: NoteForm,
  verify: NoteForm,
  complete: CompleteForm,
  block: BlockForm,
  'hand-over': HandForm,
  reassign: HandForm,
  'name-substitute': SubstituteForm,
  'set-due': DueForm,
  'set-risk': RiskForm,
  'set-dependencies': DependenciesForm,
  'set-verifier': VerifierForm,
  reword: RewordForm,
  'confirm-stop': StopForm,
};

/** The form of one action on one task. */
export default function ActionDialog({ task: shown, action, onClose }: {
  task: TaskCard;
  action: Action;
  onClose: () => void;
}) {
  const task = useCard('tasks.board', shown.id) ?? shown;
  const opened = useRef(task);
  const w = useWords(actionWords);
  const f = useWords(formWords);
  const c = useWords(common);
  const act = useTaskAct(task);
  const [filled, setFilled] = useState<Filled>({ more: {}, problem: f.needText });
  const [tried, setTried] = useState(false);
  const Form = FORMS[action];
  const submit = async () => {
    setTried(true);
    if (filled.problem === undefined && !act.busy && (await act.run(action, filled.more))) {
      onClose();
    }
  };
  return (
    <Dialog
      open
      title={w[action].title}
      onClose={onClose}
      wide={action === 'complete'}
      footer={
        <>
          <Button kind="quiet" onPress={onClose}>
            {c.cancel}
          </Button>
          <Button kind={action === 'drop' ? 'danger' : 'primary'} onPress={() => void submit()} isDisabled={act.busy}>
            {w[action].send}
          </Button>
        </>
      }
    >
      <p className="strong">
        <bdi>{task.title}</bdi>
      </p>
      <Changed before={opened.current} now={task} />
      {Form && <Form task={opened.current} onChange={setFilled} tried={tried} submit={() => void submit()} />}
      <Refusal problem={act.problem} />
    </Dialog>
  );
}

/** Says what is another than it was when the form was opened. */
function Changed({ before, now }: { before: TaskCard; now: TaskCard }) {
  const f = useWords(formWords);
  const s = useWords(states);
  const owner = useName(now.owner);
  if (JSON.stringify(relevant(before)) === JSON.stringify(relevant(now))) {
    return null;
  }
  const news = [
    before.state !== now.state && f.nowState(s[now.state]),
    before.owner !== now.owner && (now.owner ? f.nowOwner(owner) : f.nowNoOwner),
    before.due !== now.due && f.nowDue,
    before.risk !== now.risk && f.nowRisk,
    before.digest !== now.digest && f.nowWords,
  ].filter((each) => each !== false);
  return (
    <div role="status">
      <Note tone="warn" icon={TriangleAlert}>
        {f.changedMeanwhile} {(news.length > 0 ? news : [f.nowOther]).join('; ')}. {f.readAgain}
      </Note>
    </div>
  );
}

/** Without what others bring about from outside: ranking, who waits for it. */
function relevant(task: TaskCard): object {
  const { matters: _m, hanging: _h, critical: _c, dependents: _d, since: _s, ...rest } = task;
  return rest;
}
