import { TriangleAlert } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { Id, Instant, Phase } from '../../api/types';
import { useName } from '../../live/people';
import { useIndex, useList, useRoomCard } from '../../live/room';
import { Choices, Select } from '../../parts/choose';
import { TextArea, TextInput } from '../../parts/text';
import { Name, Note } from '../../parts/plain';
import { PersonPicker } from '../../parts/PersonPicker';
import { At } from '../../parts/times';
import { common } from '../../words/common';
import { useWords } from '../../words/words';
import { MomentField } from '../tasks/MomentField';
import { useFunctions, useNameOfFunction } from '../tasks/functions';
import { ReasonField, RoomForm, SeverityChoices } from './roomForms';
import { phases } from './words';
import { roomWords } from './roomWords';

interface Props {
  readonly onClose: () => void;
}

export function ClassifyDialog({ onClose }: Props) {
  const r = useWords(roomWords);
  const room = useRoomCard();
  const [severity, setSeverity] = useState<string | null>(room?.severity ?? null);
  const [reason, setReason] = useState('');
  return (
    <RoomForm
      title={r.classifyTitle}
      send={r.set}
      done={r.classified}
      type="crises.classify"
      command={{ severity: severity ?? '', reason }}
      missing={reason.trim() === '' ? r.needText : undefined}
      onClose={onClose}
    >
      {(tried, submit) => (
        <>
          <SeverityChoices value={severity} onChange={setSeverity} />
          <ReasonField value={reason} onChange={setReason} tried={tried} submit={submit} />
        </>
      )}
    </RoomForm>
  );
}

const PHASES: readonly Phase[] = ['suspected', 'confirmed', 'containing', 'eradicating', 'recovering', 'monitoring'];

export function PhaseDialog({ onClose }: Props) {
  const r = useWords(roomWords);
  const p = useWords(phases);
  const room = useRoomCard();
  const now = room?.phase ?? 'suspected';
  const [phase, setPhase] = useState<Phase>(PHASES[PHASES.indexOf(now) + 1] ?? now);
  const [reason, setReason] = useState('');
  return (
    <RoomForm
      title={r.phaseTitle}
      send={r.move}
      done={r.moved}
      type="crises.move-phase"
      command={{ phase, reason }}
      missing={reason.trim() === '' ? r.needText : undefined}
      onClose={onClose}
    >
      {(tried, submit) => (
        <>
          <Choices
            label={r.phase}
            items={PHASES.map((id) => ({ id, words: p[id], more: (id === now ? r.now + ' ' : '') + r.phaseHints[id] }))}
            value={phase}
            onChange={(id) => setPhase(id as Phase)}
          />
          <ReasonField value={reason} onChange={setReason} tried={tried} submit={submit} />
        </>
      )}
    </RoomForm>
  );
}

const QUESTIONS = ['whatHappened', 'howItAffectsUs', 'whatWeKnow', 'whatWeDo'] as const;

export function QuestionsDialog({ onClose }: Props) {
  const r = useWords(roomWords);
  const room = useRoomCard();
  const before = room?.answers;
  const opened = useRef(before?.at);
  const [answers, setAnswers] = useState({
    whatHappened: before?.whatHappened ?? room?.summary ?? '',
    howItAffectsUs: before?.howItAffectsUs ?? '',
    whatWeKnow: before?.whatWeKnow ?? '',
    whatWeDo: before?.whatWeDo ?? '',
  });
  const empty = QUESTIONS.some((each) => answers[each].trim() === '');
  return (
    <RoomForm
      wide
      title={r.questionsTitle}
      send={r.answer}
      done={r.answered}
      type="crises.answer-questions"
      command={answers}
      missing={empty ? r.needText : undefined}
      onClose={onClose}
    >
      {(tried, submit) => (
        <>
          {before && (
            <p className="sm dim">
              {r.answeredBy} <Name id={before.by} />, <At at={before.at} />
            </p>
          )}
          {before?.at !== opened.current && (
            <Note tone="warn" icon={TriangleAlert}>
              {r.changedMeanwhile}
            </Note>
          )}
          {QUESTIONS.map((each, i) => (
            <TextArea
              key={each}
              label={r[each]}
              value={answers[each]}
              onChange={(text) => setAnswers({ ...answers, [each]: text })}
              required
              autoFocus={i === 0}
              max={10_000}
              onSubmit={submit}
              problem={tried && answers[each].trim() === '' ? r.needText : undefined}
            />
          ))}
        </>
      )}
    </RoomForm>
  );
}

export function PromiseDialog({ onClose }: Props) {
  const r = useWords(roomWords);
  const [at, setAt] = useState<Instant | null>(null);
  const [audience, setAudience] = useState<string>(r.everybody);
  const missing = at === null ? r.needTime : audience.trim() === '' ? r.needText : undefined;
  return (
    <RoomForm
      title={r.promiseTitle}
      send={r.promise}
      done={r.promised}
      type="crises.promise-update"
      command={{ at: at ?? '', audience }}
      missing={missing}
      onClose={onClose}
    >
      {(tried) => (
        <>
          <MomentField
            label={r.next}
            value={at}
            onChange={setAt}
            required
            problem={tried && at === null ? r.needTime : undefined}
          />
          <TextInput
            label={r.audience}
            value={audience}
            onChange={setAudience}
            required
            max={200}
            problem={tried && audience.trim() === '' ? r.needText : undefined}
          />
        </>
      )}
    </RoomForm>
  );
}

export function AdmitDialog({ onClose }: Props) {
  const r = useWords(roomWords);
  const c = useWords(common);
  const here = useIndex('crises.people');
  const directory = useList('people.directory');
  const functions = useFunctions();
  const nameOf = useNameOfFunction();
  const outside = useMemo(
    () => directory.filter((person) => person.active && !here.has(person.id)).map((person) => person.id),
    [directory, here],
  );
  const [person, setPerson] = useState<Id | null>(null);
  const [work, setWork] = useState<string>(functions[0] ?? 'security');
  const [until, setUntil] = useState<Instant | null>(null);
  const [ground, setGround] = useState('');
  const name = useName(person ?? undefined);
  const missing = person === null ? r.needPerson : ground.trim() === '' ? r.needText : undefined;
  const known = [...new Set([...functions, ...Object.keys(c.functions)])];
  return (
    <RoomForm
      title={r.admitTitle}
      send={r.admitDo}
      done={r.admitted(name)}
      type="crises.admit"
      command={{ person: person ?? '', function: work, ground, ...(until ? { until } : {}) }}
      missing={missing}
      onClose={onClose}
    >
      {(tried, submit) => (
        <>
          <PersonPicker
            label={r.who}
            hint={r.whoHint}
            people={outside}
            value={person}
            onChange={setPerson}
            required
            autoFocus
            problem={tried && person === null ? r.needPerson : undefined}
          />
          <Select
            label={r.function}
            items={known.map((id) => ({ id, words: nameOf(id) }))}
            value={work}
            onChange={setWork}
          />
          <MomentField label={r.until} hint={r.untilHint} value={until} onChange={setUntil} real />
          <TextArea
            label={r.ground}
            hint={r.groundHint}
            value={ground}
            onChange={setGround}
            required
            max={10_000}
            onSubmit={submit}
            problem={tried && ground.trim() === '' ? r.needText : undefined}
          />
        </>
      )}
    </RoomForm>
  );
}

export function CloseDialog({ onClose }: Props) {
  const r = useWords(roomWords);
  const [reason, setReason] = useState('');
  const [lessons, setLessons] = useState('');
  return (
    <RoomForm
      danger
      title={r.closeTitle}
      send={r.closeDo}
      done={r.closed}
      type="crises.close"
      command={{ reason, ...(lessons.trim() === '' ? {} : { lessons }) }}
      missing={reason.trim() === '' ? r.needText : undefined}
      onClose={onClose}
    >
      {(tried, submit) => (
        <>
          <p className="dim">{r.closeHint}</p>
          <TextArea
            label={r.closeReason}
            value={reason}
            onChange={setReason}
            required
            autoFocus
            max={10_000}
            onSubmit={submit}
            problem={tried && reason.trim() === '' ? r.needText : undefined}
          />
          <TextArea label={r.lessons} value={lessons} onChange={setLessons} max={10_000} onSubmit={submit} />
        </>
      )}
    </RoomForm>
  );
}
