import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useAct } from '../../act/act';
import { permitted, type Question, type Verdict } from '../../act/may';
import type { DecisionCard } from '../../api/types';
import { Button, Dialog, MenuButton, Select, TextArea } from '../../parts/controls';
import { Note } from '../../parts/plain';
import { Refusal } from '../../parts/Refusal';
import { toast } from '../../parts/toast';
import { common } from '../../words/common';
import { lengthOf } from '../../words/times';
import { useWords } from '../../words/words';
import { pathOf } from './about';
import { useIsConnected } from './Approve';
import { detail } from './detailWords';
import { useDraft } from './draft';
import { ways } from './formWords';
import { useCrisisNow, useMomentWords, useRoles } from './roles';
import { StatusTag } from './StatusTag';
import { StepUp } from './StepUp';

/** A way to answer a question other than approving an option. */
export type Way = 'reject' | 'object' | 'answer' | 'defer' | 'handOver' | 'withdraw' | 'amend';

const FAR = '2999-01-01T00:00:00Z';

/** What the server is asked about each way; of handing over, about each role on the path. */
export function wayQuestions(
  card: DecisionCard,
): readonly { readonly way: Way; readonly to?: string; readonly question: Question }[] {
  const decision = card.id;
  return [
    { way: 'reject', question: { type: 'decisions.reject', command: { decision, wording: card.wording } } },
    { way: 'object', question: { type: 'decisions.object', command: { decision } } },
    { way: 'answer', question: { type: 'decisions.consult-answer', command: { decision } } },
    { way: 'defer', question: { type: 'decisions.defer', command: { decision, until: FAR } } },
    { way: 'withdraw', question: { type: 'decisions.withdraw', command: { decision } } },
    {
      way: 'amend',
      question: {
        type: 'decisions.amend',
        command: { decision, options: card.options, evidence: card.evidence },
      },
    },
    ...pathOf(card.rule.type).map((to) => ({
      way: 'handOver' as const,
      to,
      question: { type: 'decisions.hand-over' as const, command: { decision, to } },
    })),
  ];
}

/** Only what the server would take now is offered. */
export function Ways({
  card,
  verdicts,
  locked,
}: {
  card: DecisionCard;
  verdicts: readonly Verdict[] | null;
  locked: boolean;
}) {
  const w = useWords(detail);
  const [, go] = useLocation();
  const connected = useIsConnected();
  const [way, setWay] = useState<Way | null>(null);
  const asked = wayQuestions(card);
  const may = (wanted: Way) => asked.some((each, i) => each.way === wanted && permitted(verdicts, i));
  const roles = asked.flatMap((each, i) => (each.to !== undefined && permitted(verdicts, i) ? [each.to] : []));
  const choose = (next: Way) => (next === 'amend' ? go(`/decisions/${card.id}?amend=1`) : setWay(next));
  const heard = may('answer') && card.unheard.length > 0;
  const first: readonly Way[] = heard ? ['answer', 'reject', 'object'] : ['reject', 'object', 'answer'];
  const buttons = first.filter(may);
  const more = (['defer', 'handOver', 'amend', 'withdraw'] as const).filter(may);
  if (buttons.length === 0 && more.length === 0) {
    return null;
  }
  return (
    <>
      <div className="decision-ways">
        {buttons.map((each) => (
          <Button key={each} isDisabled={!connected || (each === 'reject' && locked)} onPress={() => choose(each)}>
            {w[each]}
          </Button>
        ))}
        {more.length > 0 && (
          <MenuButton
            label={w.moreWays}
            kind="outlined"
            icon={Ellipsis}
            items={more.map((id) => ({ id, words: w[id], danger: id === 'withdraw' }))}
            onChoose={(id) => choose(id as Way)}
          >
            {w.moreWays}
          </MenuButton>
        )}
      </div>
      {way && way !== 'amend' && (
        <WayDialog key={way} way={way} card={card} roles={roles} onClose={() => setWay(null)} />
      )}
    </>
  );
}

const DELAYS = [15, 30, 60, 120, 240, 480, 720, 1440];

function WayDialog({
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
