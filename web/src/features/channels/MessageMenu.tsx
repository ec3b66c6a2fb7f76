import { Menu, MenuItem, Popover, Text } from 'react-aria-components';
import { useLocation } from 'wouter';
import type { Id } from '../../api/types';
import { useMyId } from '../../live/me';
import { useCard, useRoom } from '../../live/room';
import type { Choice } from '../../parts/controls';
import { toast } from '../../parts/toast';
import { useWords } from '../../words/words';
import type { MessageActs } from './MessageContext';
import { messageWords } from './words';

/** For which message the menu is open, and beside what. */
export interface MenuAt {
  readonly id: Id;
  readonly anchor: HTMLElement;
}

/** The menu of whichever message it was opened for; gives the focus back to where it was opened. */
export function MessageMenu({ at, acts, onClose }: { at: MenuAt; acts: MessageActs; onClose: () => void }) {
  const w = useWords(messageWords);
  const message = useCard('channels.messages', at.id);
  const me = useMyId();
  const room = useRoom();
  const [, go] = useLocation();
  if (!message) {
    return null;
  }
  const { may } = acts;
  const items: Choice[] = [
    ...(may.post ? [{ id: 'reply', words: w.reply }] : []),
    ...(message.author === me && may.correct ? [{ id: 'correct', words: w.correct }] : []),
    ...(may.offerTask ? [{ id: 'task', words: w.makeTask }] : []),
    ...(may.ask ? [{ id: 'ask', words: w.makeDecision }] : []),
    { id: 'copy', words: w.copyLink },
  ];
  const close = () => {
    onClose();
    at.anchor.focus();
  };
  const choose = (what: string) => {
    close();
    switch (what) {
      case 'reply':
        acts.reply(message.id);
        break;
      case 'correct':
      case 'task':
        acts.open({ kind: what, id: message.id });
        break;
      case 'ask':
        go(`/decisions?ask=1&origin=channels:${message.id}:${message.digest}`);
        break;
      default:
        navigator.clipboard
          .writeText(`${location.origin}/c/${room.stream}/channels/${message.topic}?message=${message.id}`)
          .then(
            () => toast(w.copied),
            () => toast(w.notCopied),
          );
    }
  };
  return (
    <Popover
      className="popover"
      triggerRef={{ current: at.anchor }}
      isOpen
      onOpenChange={(open) => !open && close()}
      placement="bottom end"
      aria-label={w.more}
    >
      <Menu
        className="menu"
        aria-label={w.more}
        autoFocus="first"
        items={items}
        onAction={(key) => choose(String(key))}
        onClose={close}
      >
        {(item) => (
          <MenuItem id={item.id} textValue={item.words} className="item">
            <Text slot="label">{item.words}</Text>
          </MenuItem>
        )}
      </Menu>
    </Popover>
  );
}
