import './decision.css';
import './ask.css';
import { ChevronLeft, Plus, Scale, TriangleAlert } from 'lucide-react';
import { useMemo, useState, type FormEvent } from 'react';
import { Link, useLocation } from 'wouter';
import { useAct } from '../../act/act';
import type { DecisionCard, Id } from '../../api/types';
import { useCard, useIsPast, useRoomCard } from '../../live/room';
import { Button } from '../../parts/controls';
import { Select } from '../../parts/choose';
import { TextArea, TextInput } from '../../parts/text';
import { Empty, Note, Panel } from '../../parts/plain';
import { Refusal } from '../../parts/Refusal';
import { toast } from '../../parts/toast';
import { common } from '../../words/common';
import { useWords } from '../../words/words';
import { newId } from '../../act/ids';
import { Deadline, Kind, SameSubject, WhoDecides } from './AskParts';
import { detail } from './detailWords';
import { useDraft } from './draft';
import { EvidencePicker } from './EvidencePicker';
import {
  amendOf,
  askOf,
  draftOf,
  emptyDraft,
  emptyOption,
  MOST_OPTIONS,
  originOf,
  replacing,
  type Draft,
} from './form';
import { asking } from './formWords';
import { focusFirstMissing } from './missing';
import { OptionFields } from './OptionFields';
import { useCrisisNow } from './roles';
import { DecisionLink } from './Row';
import { useTypes } from './types';

/** Asks for a decision, in place of an earlier one too; or words an open one anew. What is typed survives a reload. */
export default function AskScreen({
  replaces,
  amends,
  origin,
}: {
  replaces?: Id | undefined;
  amends?: DecisionCard;
  /** What the question comes from: `tasks:ID`. */
  origin?: string | undefined;
}) {
  const w = useWords(asking);
  const past = useIsPast();
  const closed = useRoomCard()?.closing !== undefined;
  const replaced = useCard('decisions.register', replaces);
  if (past || closed) {
    return (
      <main className="page">
        <div className="panel">
          <Empty>{w.closedHere}</Empty>
        </div>
      </main>
    );
  }
  return <Form amends={amends} replaced={replaced} origin={origin} />;
}

function Form({
  amends,
  replaced,
  origin,
}: {
  amends: DecisionCard | undefined;
  replaced: DecisionCard | undefined;
  origin: string | undefined;
}) {
  const w = useWords(asking);
  const d = useWords(detail);
  const c = useWords(common);
  const room = useRoomCard();
  const [, go] = useLocation();
  const act = useAct();
  const now = useCrisisNow();
  const types = useTypes();
  const [opened] = useState(amends?.wording);
  const [id] = useState(newId);
  const initial = useMemo(
    () =>
      amends
        ? draftOf(amends)
        : replaced
          ? replacing(replaced)
          : emptyDraft(''),
    // a new version of the card does not throw away what was typed
    [amends?.id, replaced?.id],
  );
  const key = `ask.${room?.id ?? ''}.${amends ? `amend.${amends.id}.${opened}` : (replaced?.id ?? 'new')}`;
  const [draft, change, forget] = useDraft<Draft>(key, initial);
  const [tried, setTried] = useState(false);
  const back = amends ? '/decisions/' + amends.id : replaced ? '/decisions/' + replaced.id : '/decisions';
  const type = amends?.rule.type ?? types?.find((each) => each.name === draft.type);
  const incomplete =
    !type ||
    draft.question.trim() === '' ||
    draft.options.some((option) => option.text.trim() === '') ||
    (amends !== undefined && draft.reason.trim() === '');
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (incomplete) {
      focusFirstMissing(event.currentTarget);
      return;
    }
    const deadline = draft.minutes ? new Date(now() + Number(draft.minutes) * 60_000).toISOString() : undefined;
    const sent = amends
      ? await act.give('decisions.amend', amendOf(amends.id, draft), `${w.sendAmend}: ${draft.question}`, {
          on: 'decisions.register:' + amends.id,
        })
      : await act.give(
          'decisions.ask',
          askOf(id, draft, deadline, replaced?.id, originOf(origin)),
          `${w.send}: ${draft.question}`,
        );
    if (sent) {
      forget();
      if (sent === 'kept') {
        toast(c.keptForLater);
      }
      go(sent === 'kept' ? '/decisions' : '/decisions/' + (amends?.id ?? id), { replace: true });
    }
  };
  const option = (at: number, next: Partial<Draft['options'][number]>) =>
    change({ options: draft.options.map((each, i) => (i === at ? { ...each, ...next } : each)) });
  return (
    <main className="page decision-ask">
      <Link href={back} className="decision-back">
        <ChevronLeft className="icon" aria-hidden /> {amends ? amends.label : replaced ? replaced.label : d.back}
      </Link>
      <h1>{amends ? w.amendTitle(amends.label) : replaced ? w.replaceTitle(replaced.label) : w.title}</h1>
      {amends && (
        <Note tone="warn" icon={TriangleAlert}>
          {w.amendWarning(amends.voices.filter((voice) => voice.counts).length)}
        </Note>
      )}
      {amends && opened !== amends.wording && (
        <Note tone="warn" icon={TriangleAlert}>
          {w.movedOn(amends.wording)}
        </Note>
      )}
      {replaced && (
        <Note tone="info" icon={Scale}>
          {w.replaceWhy} <DecisionLink id={replaced.id} />
        </Note>
      )}
      <form className="stack" onSubmit={(event) => void send(event)} noValidate>
        {!amends && (
          <div className="panel">
            <div className="body stack">
              <Kind
                draft={draft}
                types={types}
                fixed={replaced !== undefined}
                change={change}
                problem={tried && !type}
              />
              {type && <WhoDecides type={type} />}
              {type && <Deadline type={type} draft={draft} change={change} />}
            </div>
          </div>
        )}
        <div className="panel">
          <div className="body stack">
            <TextInput
              label={w.question}
              hint={w.questionHint}
              value={draft.question}
              onChange={(question) => change({ question })}
              required
              problem={tried && draft.question.trim() === '' ? w.needQuestion : undefined}
              max={200}
            />
            <TextArea
              label={w.context}
              hint={w.contextHint}
              value={draft.context}
              onChange={(context) => change({ context })}
              max={10_000}
            />
            {!amends && (
              <>
                <TextInput
                  label={w.subject}
                  hint={w.subjectHint}
                  value={draft.subject}
                  onChange={(subject) => change({ subject: subject.toLowerCase() })}
                  max={100}
                />
                <SameSubject subject={draft.subject} not={replaced?.id} />
              </>
            )}
          </div>
        </div>
        <Panel title={w.options} aside={<span className="sm dim">{w.optionsHint}</span>}>
          <div className="body stack">
            <div className="decision-options-form">
              {draft.options.map((each, i) => (
                <OptionFields
                  key={each.key}
                  letter={String.fromCharCode(65 + i)}
                  option={each}
                  onChange={(next) => option(i, next)}
                  onRemove={
                    draft.options.length > 2
                      ? () =>
                          change({
                            options: draft.options.filter((_, at) => at !== i),
                            ...(draft.recommended === each.key ? { recommended: '' } : {}),
                          })
                      : undefined
                  }
                  replaced={replaced}
                  problem={tried && each.text.trim() === '' ? w.needOption : undefined}
                />
              ))}
            </div>
            {draft.options.length < MOST_OPTIONS && (
              <div>
                <Button
                  icon={Plus}
                  onPress={() =>
                    change({ options: [...draft.options, emptyOption(draft.options.map((each) => each.key))] })
                  }
                >
                  {w.addOption}
                </Button>
              </div>
            )}
            <Select
              label={w.recommended}
              value={draft.recommended || 'none'}
              onChange={(chosen) => change({ recommended: chosen === 'none' ? '' : chosen })}
              items={[
                { id: 'none', words: w.noRecommendation },
                ...draft.options.map((each, i) => ({
                  id: each.key,
                  words: `${String.fromCharCode(65 + i)} · ${each.text || '…'}`,
                })),
              ]}
            />
          </div>
        </Panel>
        <Panel title={w.evidence} count={draft.evidence.length}>
          <div className="body">
            <EvidencePicker value={draft.evidence} onChange={(evidence) => change({ evidence })} not={amends?.id} />
          </div>
        </Panel>
        {amends && (
          <TextArea
            label={w.reason}
            value={draft.reason}
            onChange={(reason) => change({ reason })}
            required
            problem={tried && draft.reason.trim() === '' ? w.needReason : undefined}
            max={10_000}
          />
        )}
        <Refusal problem={act.problem} />
        {tried && incomplete && (
          <p className="c-crit" role="alert">
            {w.fixFirst}
          </p>
        )}
        <div className="row">
          <Button kind="primary" size="large" type="submit" isDisabled={act.busy}>
            {amends ? w.sendAmend : w.send}
          </Button>
          <Button
            size="large"
            onPress={() => {
              forget();
              go(back);
            }}
          >
            {w.discard}
          </Button>
          <span className="dim sm">{w.draftKept}</span>
        </div>
      </form>
    </main>
  );
}
