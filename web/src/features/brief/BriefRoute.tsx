import './brief.css';
import './print.css';
import { useEffect } from 'react';
import { Link, useParams } from 'wouter';
import { RoomContext, useConnection, useFilled, useLiveBoard, useRoomCard } from '../../live/room';
import type { Board } from '../../live/board';
import { Bones, Empty } from '../../parts/plain';
import { useWords } from '../../words/words';
import { frame } from '../../app/words';
import { AnswersPart } from './Answers';
import { Exercise, Header, Truth } from './Header';
import { Bar } from './Bar';
import { Blocked, DecidedLately, OpenDecisions } from './Lists';
import { NeedsYou } from './NeedsYou';
import { Lead, NextUpdate } from './Lead';
import { Record } from './Record';
import { brief } from './words';

/**
 * The executive brief: one screen on a phone, the same in two columns elsewhere, and on paper. It stands outside the
 * frame of the other screens and loads nothing of them, so that it opens on a bad network.
 */
export default function BriefRoute() {
  const { crisis } = useParams<{ crisis: string }>();
  const w = useWords(brief);
  const board = useLiveBoard(crisis);
  if (!board) {
    return <Bones label={w.loading} />;
  }
  return (
    <RoomContext.Provider value={board}>
      <Brief board={board} crisis={crisis} />
    </RoomContext.Provider>
  );
}

function Brief({ board, crisis }: { board: Board; crisis: string }) {
  const w = useWords(brief);
  const f = useWords(frame);
  const filled = useFilled(board);
  const unseen = useConnection(board).kind === 'unseen';
  const room = useRoomCard();
  const base = '/c/' + crisis;
  const name = room?.title ?? room?.codeName;
  useEffect(() => {
    document.title = (name ? name + ' · ' : '') + w.brief + ' · ' + f.product;
  }, [name, w, f]);
  if (unseen || (filled && !room)) {
    return (
      <main className="brief">
        <Empty
          action={
            <Link className="btn outlined" href="/">
              {f.toHome}
            </Link>
          }
        >
          {w.unseen}
        </Empty>
      </main>
    );
  }
  return (
    <div className={'brief' + (room?.exercise ? ' exercise' : '')}>
      <header>
        {room?.exercise && <Exercise />}
        <Bar base={base} />
        <Truth board={board} />
        {room && <Header room={room} board={board} base={base} />}
      </header>
      {room ? (
        <main className="brief-columns">
          <NeedsYou base={base} />
          <AnswersPart room={room} />
          <div className="brief-aside">
            <OpenDecisions base={base} />
            <Blocked base={base} />
            <NextUpdate room={room} />
            <Lead room={room} />
          </div>
          <DecidedLately base={base} />
          <Record board={board} base={base} />
        </main>
      ) : (
        <main>
          <Bones label={w.loading} lines={9} />
        </main>
      )}
    </div>
  );
}
