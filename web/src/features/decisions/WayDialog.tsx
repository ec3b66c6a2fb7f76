import { useState } from 'react';
import { useAct } from '../../act/act';
import type { DecisionCard } from '../../api/types';
import { Button, Dialog } from '../../parts/controls';
import { Select } from '../../parts/choose';
import { TextArea } from '../../parts/text';
import { Note } from '../../parts/plain';
import { Refusal } from '../../parts/Refusal';
import { toast } from '../../parts/toast';
import { common } from '../../words/common';
import { lengthOf } from '../../words/times';
import { useWords } from '../../words/words';
import { detail } from './detailWords';
import { useDraft } from './draft';
import { ways } from './formWords';
import { useCrisisNow, useMomentWords, useRoles } from './roles';
import { StatusTag } from './StatusTag';
import { StepUp } from './StepUp';
import type { Way } from './Ways';

const DELAYS = [15, 30, 60, 120, 240, 480, 720, 1440];

/** Asks for the words of one way to answer, and gives it. */
export default function WayDialog({
  way,
  card,
  roles,
  onClose,
}: {
  way: Exclude<Way, 'amend'>;
  card: DecisionCard;
  roles: readonly string[];
  onClose: () => void;
}) {
  const w = useWords(ways);
  const d = useWords(detail);
  const c = useWords(common);
  const act = useAct();
  const now = useCrisisNow();
  const moment = useMomentWords();
  const { seat, withName } = useRoles();
  const [opened] = useState({ status: card.status, wording: card.wording });
  const [draft, change, forget] = useDraft(`${way}.${card.id}`, { text: '' });
  const [delay, setDelay] = useState('60');
  const [to, setTo] = useState<string | null>(roles[0] ?? null);
  const [missing, setMissing] = useState(false);
  const changed = opened.wording !== card.wording;
  const done = () => {
    forget();
    toast(w.sent[way]);
    onClose();
  };
  const send = async () => {
    const reason = draft.text.trim();
    if (reason === '') {
      setMissing(true);
      return;
    }
    const decision = card.id;
    const words = `${d[way]}: ${card.label}`;
    const how = { on: 'decisions.register:' + card.id };
    const sent = await {
      reject: () => act.give('decisions.reject', { decision, wording: opened.wording, reason }, words, how),
      object: () => act.give('decisions.object', { decision, reason }, words, how),
      answer: () => act.give('decisions.consult-answer', { decision, text: reason }, words, how),
      defer: () =>
        act.give(
          'decisions.defer',
          { decision, until: new Date(now() + Number(delay) * 60_000).toISOString(), reason },
          words,
          how,
        ),
      handOver: () => act.give('decisions.hand-over', { decision, to: to ?? '', reason }, words, how),
      withdraw: () => act.give('decisions.withdraw', { decision, reason }, words, how),
    }[way]();
    if (sent) {
      done();
    }
  };
  const [title, why] = {
    reject: [w.rejectTitle, w.rejectWhy] as const,
    object: [w.objectTitle, w.objectWhy] as const,
    answer: [w.answerTitle, ''] as const,
    defer: [w.deferTitle, w.deferWhy] as const,
    handOver: [w.handOverTitle, w.handOverWhy] as const,
    withdraw: [w.withdrawTitle, w.withdrawWhy] as const,
  }[way];
  return (
    <>
      <Dialog
        title={title(card.label)}
        open={act.problem?.code !== 'step-up-required'}
        onClose={onClose}
        footer={
          <>
            <Button onPress={onClose}>{c.cancel}</Button>
            <Button
              kind={way === 'withdraw' ? 'danger' : 'primary'}
              isDisabled={act.busy || (way === 'reject' && changed)}
              onPress={() => void send()}
            >
              {d[way]}
            </Button>
          </>
        }
      >
        <p className="strong">
          <bdi>{card.question}</bdi>
        </p>
        {why && <p className="dim">{why}</p>}
        {changed && <Note tone="warn">{w.changedMeanwhile}</Note>}
        {opened.status !== card.status && (
          <Note tone="warn">
            {w.movedMeanwhile} <StatusTag status={card.status} />
          </Note>
        )}
        {way === 'defer' && (
          <Select
            label={w.deferUntil}
            value={delay}
            onChange={setDelay}
            items={DELAYS.map((minutes) => ({
              id: String(minutes),
              words: w.inTime(lengthOf(minutes * 60_000), moment(now() + minutes * 60_000)),
            }))}
          />
        )}
        {way === 'handOver' && (
          <Select
            label={w.handOverTo}
            value={to}
            onChange={setTo}
            items={roles.map((id) => ({
              id,
              words: withName(id),
              aside: seat(id)?.holder === undefined ? w.vacant : undefined,
            }))}
          />
        )}
        <TextArea
          label={way === 'answer' ? w.answerLabel : d.reasonLabel}
          value={draft.text}
          onChange={(text) => change({ text })}
          required
          autoFocus
          problem={missing && draft.text.trim() === '' ? d.reasonNeeded : undefined}
          max={10_000}
          onSubmit={() => void send()}
        />
        <Refusal problem={act.problem} />
      </Dialog>
      <StepUp problem={act.problem} title={card.title} onClose={act.clear} />
    </>
  );
}
