import { Archive, FlaskConical, Send, SignalLow, WifiOff } from 'lucide-react';
import { useEffect } from 'react';
import { outbox, useOutbox } from '../act/outbox';
import type { Board } from '../live/board';
import { useConnection } from '../live/room';
import { useRealNow } from '../live/time';
import { Button } from '../parts/controls';
import { Note } from '../parts/plain';
import { useZone } from '../parts/times';
import { clockOf, lengthOf } from '../words/times';
import { useWords } from '../words/words';
import { frame } from './words';

/** The truth about the connection, and what this device has not sent yet. Nothing while all is well. */
export function ConnectionBar({ board }: { board: Board }) {
  const w = useWords(frame);
  const state = useConnection(board);
  const unsent = useOutbox().filter((item) => item.stream === board.stream);
  const now = useRealNow();
  const zone = useZone();
  const deliverable = state.kind === 'live' && unsent.some((item) => !item.problem);
  useEffect(() => {
    if (deliverable) {
      void outbox.deliver();
    }
  }, [deliverable]);
  return (
    <div role="status" className="bar no-print">
      {state.kind === 'offline' && (
        <Note tone="warn" icon={WifiOff}>
          {w.offlineSince(clockOf(state.since, zone), lengthOf(Math.max(0, now - state.since)))}
        </Note>
      )}
      {state.kind === 'slow' && (
        <Note tone="warn" icon={SignalLow}>
          {w.slowSince(lengthOf(Math.max(0, now - state.since)))}
        </Note>
      )}
      {unsent.length > 0 && (
        <Note tone="warn" icon={Send}>
          <strong>{w.notSentYet(unsent.length)}</strong>
          <ul className="unsent">
            {unsent.map((item) => (
              <li key={item.key} className="row">
                <span className="grow">
                  <bdi>{item.words}</bdi>
                  {item.problem && (
                    <span className="c-crit">
                      {' '}
                      {w.refusedWhenSent} {item.problem.detail}
                    </span>
                  )}
                </span>
                <Button size="small" onPress={() => outbox.withdraw(item.key)}>
                  {w.withdraw}
                </Button>
              </li>
            ))}
          </ul>
        </Note>
      )}
    </div>
  );
}

/** On top of every page of an exercise, in print as well. */
export function ExerciseBar() {
  const w = useWords(frame);
  return (
    <div className="exercise-bar" role="note">
      <FlaskConical className="icon" aria-hidden /> {w.exerciseBar}
    </div>
  );
}

export function ClosedBar() {
  const w = useWords(frame);
  return (
    <div className="bar" role="status">
      <Note tone="mute" icon={Archive}>
        {w.closedBar}
      </Note>
    </div>
  );
}
