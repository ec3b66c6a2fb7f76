import { lazy, Suspense, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { MomentContext } from '../live/moment';
import { usePast } from '../live/past';
import { RoomContext, useConnection, useFilled, useLiveBoard, useRoomCard } from '../live/room';
import { Bones } from '../parts/plain';
import { Refusal } from '../parts/Refusal';
import { Toasts } from '../parts/toast';
import { common } from '../words/common';
import { useWords } from '../words/words';
import { ConnectionBar, ExerciseBar, ClosedBar } from './bars';
import { Keys } from './Keys';
import { NotFound } from './NotFound';
import { PhoneBar, Rail } from './Rail';
import { TopBar } from './TopBar';
import { frame } from './words';
import type { Board } from '../live/board';

const Scrubber = lazy(() => import('../features/timeline/Scrubber'));

/** The frame of every screen of a crisis: one header, where to go, what is true about the connection and the time. */
export function CrisisShell({ crisis, children }: { crisis: string; children: ReactNode }) {
  const w = useWords(common);
  const live = useLiveBoard(crisis);
  return live ? <Shown live={live}>{children}</Shown> : <Bones label={w.loading} />;
}

/** The crisis now, or at the moment that was chosen; nothing for whom it does not exist. */
function Shown({ live, children }: { live: Board; children: ReactNode }) {
  const w = useWords(common);
  const [at, go] = useAt();
  const past = usePast(live.stream, at);
  const moment = useMemo(() => ({ at, go }), [at, go]);
  const unseen = useConnection(live).kind === 'unseen';
  const shown = at === null ? live : past.board;
  if (unseen) {
    return <NotFound />;
  }
  return (
    <MomentContext.Provider value={moment}>
      <RoomContext.Provider value={shown ?? live}>
        <Frame live={live} past={at !== null}>
          {past.problem && <Refusal problem={past.problem} />}
          {shown === null ? <Bones label={w.loading} lines={12} /> : children}
        </Frame>
      </RoomContext.Provider>
    </MomentContext.Provider>
  );
}

/** The moment that is looked at stands in the address, and stays there from screen to screen. */
function useAt(): [string | null, (at: string | null) => void] {
  const [place] = useLocation();
  const [at, setAt] = useState<string | null>(() => new URLSearchParams(window.location.search).get('at'));
  useEffect(() => {
    const address = new URL(window.location.href);
    if (address.searchParams.get('at') !== at) {
      if (at === null) {
        address.searchParams.delete('at');
      } else {
        address.searchParams.set('at', at);
      }
      window.history.replaceState(window.history.state, '', address);
    }
  }, [at, place]);
  return [at, useCallback((next: string | null) => setAt(next), [])];
}

function Frame({ live, past, children }: { live: Board; past: boolean; children: ReactNode }) {
  const w = useWords(frame);
  const c = useWords(common);
  const room = useRoomCard();
  const filled = useFilled(live);
  useEffect(() => {
    document.title = (room?.title ?? room?.codeName ?? w.product) + ' · ' + w.product;
  }, [room, w]);
  return (
    <div className={'frame' + (room?.exercise ? ' exercise' : '') + (past ? ' past' : '')}>
      <a className="skip" href="#main">
        {w.skipToMain}
      </a>
      <header className="heads">
        {room?.exercise && <ExerciseBar />}
        <TopBar live={live} />
      </header>
      <ConnectionBar board={live} />
      {past && (
        <Suspense fallback={null}>
          <Scrubber live={live} />
        </Suspense>
      )}
      {!past && room?.closing && <ClosedBar />}
      <Rail />
      <div className="content" id="main" tabIndex={-1}>
        {filled ? children : <Bones label={c.loading} lines={12} />}
      </div>
      <PhoneBar />
      <Toasts />
      <Keys />
    </div>
  );
}
