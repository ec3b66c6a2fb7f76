import { CircleCheck, FilePenLine, Fingerprint, ListPlus, WifiOff } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useAct } from '../../act/act';
import { permitted, type Verdict } from '../../act/may';
import { usePending } from '../../act/pending';
import type { DecisionCard, DecisionsApprove } from '../../api/types';
import { useMyId } from '../../live/me';
import { useConnection, useRoom, useRoomCard } from '../../live/room';
import { Button } from '../../parts/controls';
import { TextArea } from '../../parts/text';
import { Name, Note } from '../../parts/plain';
import { Refusal } from '../../parts/Refusal';
import { useWords } from '../../words/words';
import { agreed, fingerprint, letterOf, optionOf } from './about';
import { Call } from './Call';
import { showChange } from './Changed';
import { detail } from './detailWords';
import { useDraft } from './draft';
import { focusFirstMissing } from './missing';
import { useNames, useRoles } from './roles';
import { StepUp } from './StepUp';
import { useThing } from './Thing';

interface Draft {
  readonly reason: string;
  readonly conditions: string;
  readonly unheard: string;
}

const ANSWER = 'decision-answer';

/** Takes the reader to where the answer is given, below everything that is to be read before. */
export function showAnswer(): void {
  const section = document.getElementById(ANSWER);
  section?.scrollIntoView({ block: 'start' });
  section?.focus({ preventScroll: true });
}

/** Whether the server hears this device: nothing that counts at once can be given otherwise. */
export function useIsConnected(): boolean {
  const state = useConnection(useRoom()).kind;
  return state === 'live' || state === 'slow';
}

/**
 * The approval: the exact words that will be recorded, the reason, the button. What is sent is what is shown: with
 * other words than were read, the button is locked.
 *
 * @param locked other words hold by now, and were not read yet
 */
export function Approve({
  card,
  option,
  verdict,
  locked,
  children,
}: {
  card: DecisionCard;
  option: string | null;
  verdict: Verdict | null;
  locked: boolean;
  /** The other ways to answer, below the button. */
  children: ReactNode;
}) {
  const w = useWords(detail);
  const act = useAct();
  const connected = useIsConnected();
  const { title } = useRoles();
  const on = 'decisions.register:' + card.id;
  const pending = usePending(on);
  const [draft, change, forget] = useDraft<Draft>('approve.' + card.id, { reason: '', conditions: '', unheard: '' });
  const [conditional, setConditional] = useState(draft.conditions !== '');
  const [missing, setMissing] = useState<'reason' | 'unheard' | null>(null);
  const chosen = optionOf(card, option ?? undefined);
  const letter = letterOf(card.options, chosen?.id);
  const unheard = card.unheard.map(title).join(', ');
  const command: DecisionsApprove | null = chosen
    ? {
        decision: card.id,
        wording: card.wording,
        option: chosen.id,
        reason: draft.reason.trim(),
        ...(draft.conditions.trim() ? { conditions: draft.conditions.trim() } : {}),
        ...(card.unheard.length > 0 ? { unheard: draft.unheard.trim() } : {}),
      }
    : null;
  const approve = async () => {
    if (!command || locked) {
      return;
    }
    if (command.reason === '') {
      setMissing('reason');
      focusFirstMissing(document.getElementById(ANSWER));
      return;
    }
    if (command.unheard === '') {
      setMissing('unheard');
      focusFirstMissing(document.getElementById(ANSWER));
      return;
    }
    setMissing(null);
    if (await act.give('decisions.approve', command, `${w.approve(letter)}: ${card.question}`, { on })) {
      forget();
    }
  };
  const mine = permitted(verdict ? [verdict] : null, 0);
  if (!mine && connected) {
    return (
      <section className="decision-act">
        <MyVoice card={card} />
        {children}
      </section>
    );
  }
  return (
    <>
      {command && mine && <Statement card={card} command={command} />}
      <section className="decision-act" id={ANSWER} tabIndex={-1}>
        {!connected && <ByPhone />}
        {mine && (
          <>
            {card.unheard.length > 0 && (
              <TextArea
                label={w.unheardLabel(unheard)}
                hint={w.unheardNeeded}
                value={draft.unheard}
                onChange={(text) => change({ unheard: text })}
                required
                problem={missing === 'unheard' && draft.unheard.trim() === '' ? w.reasonNeeded : undefined}
                max={10_000}
              />
            )}
            <div className="decision-reason">
              <TextArea
                label={w.reasonLabel}
                value={draft.reason}
                onChange={(text) => change({ reason: text })}
                required
                problem={missing === 'reason' && draft.reason.trim() === '' ? w.reasonNeeded : undefined}
                max={10_000}
              />
              {!conditional && (
                <Button kind="quiet" size="small" icon={ListPlus} onPress={() => setConditional(true)}>
                  {w.addConditions}
                </Button>
              )}
            </div>
            {conditional && (
              <TextArea
                label={w.conditionsLabel}
                value={draft.conditions}
                onChange={(text) => change({ conditions: text })}
                max={10_000}
                autoFocus={draft.conditions === ''}
              />
            )}
          </>
        )}
        {act.problem?.code !== 'step-up-required' && <Refusal problem={act.problem} />}
        {locked && (
          <Note tone="warn" icon={FilePenLine}>
            {w.lockedUntilRead}{' '}
            <Button size="small" onPress={showChange}>
              {w.showChange}
            </Button>
          </Note>
        )}
        <Button
          kind="primary"
          size="large"
          block
          icon={Fingerprint}
          isDisabled={!mine || !command || locked || !connected || act.busy || pending}
          onPress={() => void approve()}
        >
          {chosen ? w.approve(letter) : w.chooseFirst}
        </Button>
        {children}
        <StepUp problem={act.problem} title={card.title} onClose={act.clear} />
      </section>
    </>
  );
}

/** What will stand in the record, word for word. */
function Statement({ card, command }: { card: DecisionCard; command: DecisionsApprove }) {
  const w = useWords(detail);
  const { title } = useRoles();
  const option = optionOf(card, command.option);
  return (
    <section>
      <h2>{w.recorded}</h2>
      <div className="decision-record">
        <p>
          <q>
            <bdi>{w.iApprove(letterOf(card.options, option?.id), option?.text ?? '', card.label, card.wording)}</bdi>
            {card.evidence.length === 0 ? w.shownNothing : w.shown + ' '}
            {card.evidence.map((ref, i) => (
              <span key={i}>
                {i > 0 && '; '}
                <Shown feature={ref.feature} id={ref.id} digest={ref.digest ?? ''} />
              </span>
            ))}
            .
          </q>
        </p>
        {command.reason !== '' && (
          <p>
            {w.reasonLabel}: <q dir="auto">{command.reason}</q>
          </p>
        )}
        {command.conditions && (
          <p>
            {w.conditions} <q dir="auto">{command.conditions}</q>
          </p>
        )}
        {command.unheard !== undefined && (
          <p>
            {w.withoutHearing(card.unheard.map(title).join(', '))}{' '}
            {command.unheard && <q dir="auto">{command.unheard}</q>}
          </p>
        )}
        <p className="dim">{w.recordedNote}</p>
      </div>
    </section>
  );
}

function Shown({ feature, id, digest }: { feature: string; id: string; digest: string }) {
  const w = useWords(detail);
  const thing = useThing({ feature, id });
  return (
    <>
      <bdi>{thing?.title ?? w.notVisible}</bdi> <span className="mono nowrap">{fingerprint(digest)}</span>
    </>
  );
}

/** Without a connection there is no approval; who can be told instead. */
function ByPhone() {
  const w = useWords(detail);
  const lead = useRoomCard()?.lead;
  return (
    <Note tone="warn" icon={WifiOff}>
      <strong>{w.offline}</strong> {w.offlineWords}
      {lead && (
        <span className="row decision-phone">
          {w.offlineCall}{' '}
          <strong>
            <Name id={lead} />
          </strong>
          <Call id={lead} none={w.noNumber} />
        </span>
      )}
    </Note>
  );
}

/** That the reader's word is on record, and whose is still needed. */
function MyVoice({ card }: { card: DecisionCard }) {
  const w = useWords(detail);
  const me = useMyId();
  const names = useNames();
  const voice = card.voices.findLast((each) => each.person === me && each.counts);
  if (!voice) {
    return null;
  }
  return (
    <Note tone="ok" icon={CircleCheck}>
      <strong>{w.approvedNote(agreed(card), card.rule.type.quorum)}</strong>{' '}
      {card.waitingFor.length > 0 && `${w.waitsStill} ${names(card.waitingFor)}.`}
    </Note>
  );
}
