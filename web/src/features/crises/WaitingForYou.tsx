import { useState } from 'react';
import { Button } from '../../parts/controls';
import { useWords } from '../../words/words';
import { useQueue } from './queue';
import { DecideCard, SeatCard, UpdateCard } from './QueueCards';
import { TaskWaits } from './TaskWaits';
import { war } from './warWords';

/** As many as can be taken in at once. */
const AT_ONCE = 3;

/** What waits for the reader, the most pressing first and with the one primary button of this screen. */
export function WaitingForYou({ primary, onUpdate }: {
  /** Whether the first may have the primary button. */
  primary: boolean;
  onUpdate: () => void;
}) {
  const w = useWords(war);
  const queue = useQueue();
  const [all, setAll] = useState(false);
  const shown = all ? queue : queue.slice(0, AT_ONCE);
  return (
    <section className="war-waiting" id="waiting" aria-labelledby="waiting-title">
      <header className="row">
        <h2 id="waiting-title">{w.waitingForYou}</h2>
        {queue.length > 0 && <span className="tag info num">{queue.length}</span>}
        {queue.length === 0 && <span className="dim">{w.nothingWaits}</span>}
        {queue.length > AT_ONCE && (
          <span className="end">
            <Button size="small" kind="quiet" onPress={() => setAll(!all)}>
              {all ? w.fewerWaiting : w.moreWaiting(queue.length - AT_ONCE)}
            </Button>
          </span>
        )}
      </header>
      {queue.length > 0 && (
        <ul className="war-cards">
          {shown.map((item, i) => {
            const first = primary && i === 0;
            return (
              <li key={item.verb + item.id} className={'war-card' + (first ? ' first' : '')}>
                {item.verb === 'decide' ? (
                  <DecideCard id={item.id} primary={first} />
                ) : item.verb === 'confirm' ? (
                  <SeatCard id={item.id} primary={first} />
                ) : item.verb === 'update' ? (
                  <UpdateCard primary={first} onUpdate={onUpdate} />
                ) : (
                  <TaskWaits id={item.id} verb={item.verb} primary={first} />
                )}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
