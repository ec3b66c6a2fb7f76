import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useLocation } from 'wouter';
import { permitted, useMay, type Question, type Verdict } from '../../act/may';
import type { Phase, Views } from '../../api/types';
import { useIndex, useList } from '../../live/room';
import { MenuButton } from '../../parts/controls';
import { useWords } from '../../words/words';
import { usePinnedCharter } from './charter';
import { roomActionWords, war } from './warWords';

export const ROOM_ACTIONS = [
  'declare',
  'move-phase',
  'answer-questions',
  'classify',
  'promise-update',
  'admit',
  'close',
] as const;
export type RoomAction = (typeof ROOM_ACTIONS)[number] | 'give-update';

/** A time that no clock reaches, for asking whether a later time may be promised at all. */
const SOME_DAY = '2199-01-01T00:00:00Z';
const OTHER: readonly Phase[] = ['containing', 'eradicating'];

export interface RoomMay {
  readonly may: (action: RoomAction) => boolean;
  readonly verdict: (action: RoomAction) => Verdict | undefined;
}

/** What the reader may do to the crisis itself. */
export function useRoomMay(room: Views['crises.room'], quiet: boolean): RoomMay {
  const charter = usePinnedCharter();
  const here = useIndex('crises.people');
  const directory = useList('people.directory');
  const outsider = directory.find((person) => person.active && !here.has(person.id));
  const severity = charter?.severities.find((each) => each.name !== room.severity)?.name ?? 'sev-1';
  const questions: { readonly action: RoomAction; readonly question: Question }[] = quiet
    ? []
    : [
        { action: 'give-update', question: { type: 'crises.give-update', command: {} } },
        { action: 'declare', question: { type: 'crises.declare', command: { severity } } },
        { action: 'classify', question: { type: 'crises.classify', command: { severity } } },
        {
          action: 'move-phase',
          question: { type: 'crises.move-phase', command: { phase: OTHER.find((each) => each !== room.phase) } },
        },
        { action: 'answer-questions', question: { type: 'crises.answer-questions', command: {} } },
        { action: 'promise-update', question: { type: 'crises.promise-update', command: { at: SOME_DAY } } },
        { action: 'close', question: { type: 'crises.close', command: {} } },
        ...(outsider
          ? [
              {
                action: 'admit' as const,
                question: { type: 'crises.admit' as const, command: { person: outsider.id, function: 'security' } },
              },
            ]
          : []),
      ];
  const verdicts = useMay(questions.map((each) => each.question));
  const at = (action: RoomAction) => questions.findIndex((each) => each.action === action);
  return {
    verdict: (action) => verdicts?.[at(action)],
    // closing is offered to whoever has the right: what stands against it is said when they try
    may: (action) =>
      permitted(verdicts, at(action)) || (action === 'close' && verdicts?.[at('close')]?.code === 'open-items'),
  };
}

const RoomDialog = lazy(() => import('./RoomDialog'));

/** The menu of what can be done to the crisis, and the form of what was chosen. */
export function RoomMenu({ may }: { may: RoomMay['may'] }) {
  const w = useWords(war);
  const r = useWords(roomActionWords);
  const [chosen, setChosen] = useState<RoomAction | null>(null);
  const [, go] = useLocation();
  const items = [
    { id: 'ask', words: r.ask },
    ...ROOM_ACTIONS.filter(may).map((id) => ({ id: id as string, words: r[id], danger: id === 'close' })),
    { id: 'wall', words: r.wall },
  ];
  return (
    <>
      <MenuButton
        label={w.roomActions}
        icon={Ellipsis}
        kind="outlined"
        items={items}
        onChoose={(id) =>
          id === 'wall' ? go('/?wall=1') : id === 'ask' ? go('/decisions?ask=1') : setChosen(id as RoomAction)
        }
      />
      {chosen && (
        <Suspense fallback={null}>
          <RoomDialog action={chosen} onClose={() => setChosen(null)} />
        </Suspense>
      )}
    </>
  );
}
