import './decisions.css';
import { Gavel, Plus, Search } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { DecisionCard } from '../../api/types';
import { useMyId } from '../../live/me';
import { useIsPast, useList, useRoomCard } from '../../live/room';
import { Button } from '../../parts/controls';
import { Chips } from '../../parts/Chips';
import { Select } from '../../parts/choose';
import { Bones, Empty, Panel } from '../../parts/plain';
import { common } from '../../words/common';
import { useWords } from '../../words/words';
import { byDeadline, byVerdict, isOpen } from './about';
import { DecidedRow, OpenRow } from './Row';
import { register } from './words';

const AskScreen = lazy(() => import('./AskScreen'));

type Filter = 'all' | 'waiting' | 'mine' | 'decided';

/** Every question that needs authority: what waits first, then what was decided. */
export default function DecisionsScreen() {
  const asked = new URLSearchParams(useSearch());
  const c = useWords(common);
  const past = useIsPast();
  if (asked.get('ask') !== null && !past) {
    return (
      <Suspense fallback={<Bones label={c.loading} lines={12} />}>
        <AskScreen replaces={asked.get('replaces') ?? undefined} origin={asked.get('origin') ?? undefined} />
      </Suspense>
    );
  }
  return <Register />;
}

function Register() {
  const w = useWords(register);
  const me = useMyId();
  const cards = useList('decisions.register');
  const [filter, setFilter] = useState<Filter>('all');
  const [type, setType] = useState('');
  const [text, setText] = useState('');
  const types = useMemo(() => [...new Map(cards.map((card) => [card.type, card.title]))], [cards]);
  const shown = useMemo(
    () => cards.filter((card) => fits(card, filter, me) && (!type || card.type === type) && says(card, text)),
    [cards, filter, me, type, text],
  );
  const open = shown.filter(isOpen).sort(byDeadline);
  const decided = shown.filter((card) => !isOpen(card)).sort(byVerdict);
  const mayAsk = useMayAsk();
  const searched = filter !== 'all' || type !== '' || text !== '';
  const clear = () => {
    setFilter('all');
    setType('');
    setText('');
  };
  return (
    <main className="page decisions">
      <div className="page-title">
        <h1>{w.title}</h1>
        <span className="count">{cards.length}</span>
        <span className="end">{mayAsk && cards.length > 0 && <AskButton />}</span>
      </div>
      {cards.length === 0 ? (
        <div className="panel">
          <Empty action={mayAsk && <AskButton />}>{w.empty}</Empty>
        </div>
      ) : (
        <>
          <div className="decisions-filters no-print">
            <Chips
              label={w.filter}
              value={filter}
              onChange={(id) => setFilter(id as Filter)}
              items={(['all', 'waiting', 'mine', 'decided'] as const).map((id) => ({
                id,
                words: w.filters[id],
                aside: <span className="num">{cards.filter((card) => fits(card, id, me)).length}</span>,
              }))}
            />
            <div className="decisions-type">
              <Select
                label={w.type}
                value={type || 'any'}
                onChange={(id) => setType(id === 'any' ? '' : id)}
                items={[{ id: 'any', words: w.anyType }, ...types.map(([id, words]) => ({ id, words }))]}
              />
            </div>
            <label className="decisions-find">
              <Search className="icon" aria-hidden />
              <input
                className="input"
                type="search"
                value={text}
                onChange={(event) => setText(event.target.value)}
                placeholder={w.find}
                aria-label={w.find}
              />
            </label>
          </div>
          {shown.length === 0 && (
            <div className="panel">
              <Empty action={<Button onPress={clear}>{w.showAll}</Button>}>{w.noneFound}</Empty>
            </div>
          )}
          {(open.length > 0 || !searched) && (
            <Panel title={w.open} count={open.length}>
              {open.length === 0 ? (
                <p className="decisions-none">
                  <Gavel className="icon" aria-hidden /> {w.noOpen}
                </p>
              ) : (
                <ul className="decisions-rows">
                  {open.map((card) => (
                    <OpenRow key={card.id} card={card} />
                  ))}
                </ul>
              )}
            </Panel>
          )}
          {decided.length > 0 && (
            <Panel title={w.decided} count={decided.length}>
              <ul className="decisions-rows">
                {decided.map((card) => (
                  <DecidedRow key={card.id} card={card} />
                ))}
              </ul>
            </Panel>
          )}
        </>
      )}
    </main>
  );
}

function AskButton() {
  const w = useWords(register);
  const [, go] = useLocation();
  return (
    <Button kind="primary" icon={Plus} onPress={() => go('/decisions?ask=1')}>
      {w.ask}
    </Button>
  );
}

/** Asking is everybody's in a crisis that is open; the server has the last word when it is sent. */
function useMayAsk(): boolean {
  const past = useIsPast();
  const closed = useRoomCard()?.closing !== undefined;
  return !past && !closed;
}

function fits(card: DecisionCard, filter: Filter, me: string): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'waiting':
      return isOpen(card);
    case 'decided':
      return !isOpen(card);
    case 'mine':
      return card.asker === me || card.waitingFor.includes(me) || card.voices.some((voice) => voice.person === me);
  }
}

function says(card: DecisionCard, text: string): boolean {
  const wanted = text.trim().toLocaleLowerCase();
  return (
    wanted === '' ||
    [card.label, card.question, card.context ?? '', card.subject ?? '', ...card.options.map((option) => option.text)]
      .join('\n')
      .toLocaleLowerCase()
      .includes(wanted)
  );
}
