import { FlaskConical, Send, SignalLow, WifiOff } from 'lucide-react';
import { Link } from 'wouter';
import { useOutbox } from '../../act/outbox';
import type { RoomCard } from '../../api/types';
import { frame } from '../../app/words';
import type { Board } from '../../live/board';
import { useConnection } from '../../live/room';
import { useRealNow } from '../../live/time';
import { Name, Note, Tag } from '../../parts/plain';
import { Age, At, useZone } from '../../parts/times';
import { common } from '../../words/common';
import { clockOf, lengthOf } from '../../words/times';
import { useWords } from '../../words/words';
import { phases } from '../crises/words';
import { brief } from './words';

export function Exercise() {
  const w = useWords(frame);
  return (
    <div className="exercise-bar" role="note">
      <FlaskConical className="icon" aria-hidden /> {w.exerciseBar}
    </div>
  );
}

/** What is true about the connection, and what this device has not sent yet. Nothing while all is well. */
export function Truth({ board }: { board: Board }) {
  const w = useWords(brief);
  const state = useConnection(board);
  const unsent = useOutbox().filter((item) => item.stream === board.stream).length;
  const now = useRealNow();
  const zone = useZone();
  return (
    <div role="status" className="bar no-print">
      {state.kind === 'offline' && (
        <Note tone="warn" icon={WifiOff}>
          <strong>{w.offline(clockOf(state.since, zone))}</strong>
        </Note>
      )}
      {state.kind === 'slow' && (
        <Note tone="warn" icon={SignalLow}>
          {w.slow(lengthOf(Math.max(0, now - state.since)))}
        </Note>
      )}
      {unsent > 0 && (
        <Note tone="warn" icon={Send}>
          {w.unsent(unsent)}
        </Note>
      )}
    </div>
  );
}

/** The state in one big word, how bad, for how long, and what was last said about it. */
export function Header({ room, board, base }: { room: RoomCard; board: Board; base: string }) {
  const w = useWords(brief);
  const c = useWords(common);
  const p = useWords(phases);
  return (
    <div className="brief-head">
      <div className="row">
        <span className="num strong">{room.label}</span>
        {room.severityTitle && <Tag tone="solid">{room.severityTitle}</Tag>}
        {room.exercise && <Tag tone="exer">{c.exercise}</Tag>}
        <span className="end no-print">
          <Fresh board={board} />
        </span>
      </div>
      <h1>
        <span className="brief-state">{p[room.phase]}</span>
        <Link href={base} className="brief-name">
          <bdi>{room.title ?? room.codeName}</bdi>
        </Link>
      </h1>
      <p className="sm dim">
        {w.runningFor} <Age since={room.openedAt} /> · {w.stateFor} <Age since={room.phaseSince} />
        {room.declaredAt === undefined && <> · {w.notDeclared}</>}
      </p>
      {room.closing && (
        <Note tone="mute">
          {w.closed} <At at={room.closing.at} />, <Name id={room.closing.by} />: <bdi>{room.closing.reason}</bdi>
        </Note>
      )}
      <Said room={room} />
    </div>
  );
}

/** The last update in the words of its author; the first report where there is none yet. */
function Said({ room }: { room: RoomCard }) {
  const w = useWords(brief);
  return (
    <div className="brief-said">
      <p>
        <bdi>{room.update?.text ?? room.summary}</bdi>
      </p>
      <p className="xs dim">
        {room.update ? w.updateBy : w.summaryBy} <Name id={room.update?.by ?? room.openedBy} />,{' '}
        <At at={room.update?.at ?? room.openedAt} />
      </p>
    </div>
  );
}

/** `Live`, or how old what is shown is. */
function Fresh({ board }: { board: Board }) {
  const w = useWords(brief);
  const state = useConnection(board);
  const now = useRealNow();
  if (state.kind === 'offline') {
    return (
      <Tag tone="warn" icon={WifiOff}>
        {w.asOfOld(lengthOf(Math.max(0, now - state.since)))}
      </Tag>
    );
  }
  const words = state.kind === 'live' ? w.live : state.kind === 'slow' ? w.slowWord : w.connecting;
  return (
    <span className={'connection ' + state.kind}>
      <b aria-hidden />
      {words}
    </span>
  );
}
