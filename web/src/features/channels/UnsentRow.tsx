import { OctagonX, Send } from 'lucide-react';
import { outbox, type Unsent } from '../../act/outbox';
import type { Commands } from '../../api/types';
import type { Problem } from '../../api/problem';
import { useMe } from '../../live/me';
import { Button } from '../../parts/controls';
import { Avatar, Tag } from '../../parts/plain';
import { Refusal } from '../../parts/Refusal';
import { useWords } from '../../words/words';
import { giveBack } from './giveBack';
import { onTheWay, type Sending } from './sending';
import { messageWords } from './words';

/** A message on its way; or why it was not taken, with the text still there. */
export function SendingRow({ item }: { item: Sending }) {
  const w = useWords(messageWords);
  return (
    <Own
      text={item.command.text}
      problem={item.problem}
      state={
        item.problem ? (
          <Tag tone="crit" icon={OctagonX}>
            {w.refused}
          </Tag>
        ) : (
          <Tag tone="mute" icon={Send}>
            {w.sending}
          </Tag>
        )
      }
      onWithdraw={item.problem ? () => onTheWay.drop(item.key) : undefined}
      command={item.command}
    />
  );
}

/** A message that waits for the network. */
export function UnsentRow({ item }: { item: Unsent }) {
  const w = useWords(messageWords);
  const command = item.command as Commands['channels.post'];
  return (
    <Own
      text={command.text}
      problem={item.problem}
      state={
        <>
          <Tag tone={item.problem ? 'crit' : 'warn'} icon={item.problem ? OctagonX : Send}>
            {item.problem ? w.refused : w.notSent}
          </Tag>
          {!item.problem && <span className="sm dim">{w.notSentWhy}</span>}
        </>
      }
      onWithdraw={() => outbox.withdraw(item.key)}
      command={command}
    />
  );
}

function Own({
  text,
  problem,
  state,
  onWithdraw,
  command,
}: {
  text: string;
  problem: Problem | undefined;
  state: React.ReactNode;
  onWithdraw: (() => void) | undefined;
  command: Commands['channels.post'];
}) {
  const w = useWords(messageWords);
  const me = useMe();
  return (
    <div className="channels-message channels-own">
      <div className="channels-gutter">
        <Avatar name={me.name} />
      </div>
      <div className="grow stack-4">
        <p className="channels-by">
          <bdi className="strong">{me.name}</bdi>
          {state}
        </p>
        <p className="channels-source dim" dir="auto">
          {text}
        </p>
        {problem && <Refusal problem={problem} />}
        {onWithdraw && (
          <div className="row">
            <Button
              size="small"
              onPress={() => {
                giveBack(command);
                onWithdraw();
              }}
            >
              {w.edit}
            </Button>
            <Button size="small" kind="quiet" onPress={onWithdraw}>
              {w.withdraw}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}
