import { Siren } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { OuterFrame } from '../../app/OuterFrame';
import { newId } from '../../act/ids';
import { send, type Sent } from '../../act/send';
import type { Problem } from '../../api/problem';
import type { Commands } from '../../api/types';
import { useFilled, useList, useOrganisation } from '../../live/room';
import { Button } from '../../parts/controls';
import { Check, Choices } from '../../parts/choose';
import { TextArea, TextInput } from '../../parts/text';
import { Bones, Note } from '../../parts/plain';
import { Refusal } from '../../parts/Refusal';
import { useDraft } from '../../parts/draft';
import { lengthOf } from '../../words/times';
import { durationOf } from '../../words/durations';
import { common } from '../../words/common';
import { useWords } from '../../words/words';
import { declaring } from './declareWords';

interface Draft {
  readonly what: string;
  readonly severity: string;
  readonly name: string;
  readonly title: string;
  readonly exercise: boolean;
  /** Chosen when the form is first sent: sent again, it is the same crisis. */
  readonly keys: readonly [string, string];
}

const EMPTY = (): Draft => ({
  what: '',
  severity: '',
  name: '',
  title: '',
  exercise: false,
  keys: [crypto.randomUUID(), crypto.randomUUID()],
});

/** The room begins by itself a moment after the register has it; until then there is nothing to declare. */
const BEGINS_WITHIN = 10_000;
const PAUSE = 150;

async function sendToNew(crisis: string, declare: Commands['crises.declare'], key: string): Promise<Sent> {
  const until = Date.now() + BEGINS_WITHIN;
  for (;;) {
    const sent = await send(crisis, 'crises.declare', declare, { key });
    if (sent.ok || sent.problem.status !== 404 || Date.now() > until) {
      return sent;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

/** From doubt to war room in under a minute. */
export default function DeclareScreen() {
  const w = useWords(declaring);
  const c = useWords(common);
  const filled = useFilled(useOrganisation());
  const [draft, setDraft, forget] = useDraft<Draft>('declare', EMPTY);
  const [id] = useState(newId);
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [opened, setOpened] = useState(false);
  const [, go] = useLocation();
  const charter = useList('charter.shelf').find((card) => card.state === 'in-force')?.charter;
  const declares = draft.severity !== '' && !draft.exercise;
  const complete = draft.what.trim() !== '' && draft.name.trim() !== '' && (!declares || draft.title.trim() !== '');

  const submit = async () => {
    setTried(true);
    if (!complete || busy) {
      return;
    }
    setBusy(true);
    setProblem(null);
    const open = await send(
      'organisation',
      'crises.open',
      { crisis: id, exercise: draft.exercise, codeName: draft.name.trim(), summary: draft.what.trim() },
      { key: draft.keys[0] },
    );
    if (!open.ok) {
      setBusy(false);
      setProblem(open.problem);
      return;
    }
    if (declares) {
      const declared = await sendToNew(
        id,
        { title: draft.title.trim(), severity: draft.severity, whatHappened: draft.what.trim() },
        draft.keys[1],
      );
      if (!declared.ok) {
        setBusy(false);
        setOpened(true);
        setProblem(declared.problem);
        return;
      }
    }
    forget();
    go('/c/' + id);
  };

  return (
    <OuterFrame>
      <main className="page declare" id="main">
        <div>
          <h1>{w.title}</h1>
          <p className="dim">{w.lead}</p>
        </div>
        {!filled ? (
          <Bones label={c.loading} />
        ) : !charter ? (
          <Note tone="crit">{w.noCharter}</Note>
        ) : (
          <form
            className="panel"
            onSubmit={(event) => {
              event.preventDefault();
              void submit();
            }}
          >
            <div className="body stack">
              <TextArea
                label={w.what}
                hint={w.whatHint}
                value={draft.what}
                onChange={(what) => setDraft({ ...draft, what })}
                required
                autoFocus
                problem={tried && draft.what.trim() === '' ? w.needWhat : undefined}
                onSubmit={() => void submit()}
              />
              <Choices
                label={w.severity}
                value={draft.severity}
                onChange={(severity) => setDraft({ ...draft, severity })}
                items={[
                  ...charter.severities.map((each) => ({
                    id: each.name,
                    words: each.title,
                    more: w.severityEvery(lengthOf(durationOf(each.updateEvery))),
                  })),
                  { id: '', words: w.severityUnknown, more: w.severityUnknownMore },
                ]}
              />
              {declares && (
                <TextInput
                  label={w.headline}
                  hint={w.headlineHint}
                  value={draft.title}
                  onChange={(title) => setDraft({ ...draft, title })}
                  required
                  problem={tried && draft.title.trim() === '' ? w.needTitle : undefined}
                />
              )}
              <TextInput
                label={w.name}
                hint={w.nameHint}
                value={draft.name}
                onChange={(name) => setDraft({ ...draft, name })}
                required
                problem={tried && draft.name.trim() === '' ? w.needName : undefined}
              />
              <Check checked={draft.exercise} onChange={(exercise) => setDraft({ ...draft, exercise })}>
                {w.exercise} <span className="dim sm">{w.exerciseMore}</span>
              </Check>
              {opened && (
                <Note tone="warn">
                  {w.opened} <Link href={'/c/' + id}>{w.toRoom}</Link>
                </Note>
              )}
              <Refusal problem={problem} />
              <div className="row">
                <Button kind="primary" size="large" type="submit" icon={Siren} isDisabled={busy}>
                  {draft.exercise ? w.openExercise : declares ? w.declare : w.openCandidate}
                </Button>
                <Link href="/" className="btn quiet">
                  {w.cancel}
                </Link>
                <span className="dim sm">{w.kept}</span>
              </div>
            </div>
          </form>
        )}
      </main>
    </OuterFrame>
  );
}
