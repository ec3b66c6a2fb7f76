import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useLocation } from 'wouter';
import { permitted, type Question, type Verdict } from '../../act/may';
import type { DecisionCard } from '../../api/types';
import { useMyId } from '../../live/me';
import { Button, MenuButton } from '../../parts/controls';
import { useWords } from '../../words/words';
import { pathOf } from './about';
import { useIsConnected } from './Approve';
import { detail } from './detailWords';
import { useRoles } from './roles';

const WayDialog = lazy(() => import('./WayDialog'));

/** A way to answer a question other than approving an option. */
export type Way = 'reject' | 'object' | 'answer' | 'defer' | 'handOver' | 'withdraw' | 'amend';

const FAR = '2999-01-01T00:00:00Z';

/** What the server is asked about each way; of handing over, about each role on the path. */
export function wayQuestions(
  card: DecisionCard,
): readonly { readonly way: Way; readonly to?: string; readonly question: Question }[] {
  const decision = card.id;
  return [
    { way: 'reject', question: { type: 'decisions.reject', command: { decision, wording: card.wording } } },
    { way: 'object', question: { type: 'decisions.object', command: { decision } } },
    { way: 'answer', question: { type: 'decisions.consult-answer', command: { decision } } },
    { way: 'defer', question: { type: 'decisions.defer', command: { decision, until: FAR } } },
    { way: 'withdraw', question: { type: 'decisions.withdraw', command: { decision } } },
    {
      way: 'amend',
      question: {
        type: 'decisions.amend',
        command: { decision, options: card.options, evidence: card.evidence },
      },
    },
    ...pathOf(card.rule.type).map((to) => ({
      way: 'handOver' as const,
      to,
      question: { type: 'decisions.hand-over' as const, command: { decision, to } },
    })),
  ];
}

/** Only what the server would take now is offered. */
export function Ways({
  card,
  verdicts,
  locked,
  decides = false,
}: {
  card: DecisionCard;
  verdicts: readonly Verdict[] | null;
  locked: boolean;
  /** Whether the reader has an approval to give: then that is the primary button. */
  decides?: boolean;
}) {
  const w = useWords(detail);
  const [, go] = useLocation();
  const connected = useIsConnected();
  const [way, setWay] = useState<Way | null>(null);
  const asked = wayQuestions(card);
  const may = (wanted: Way) => asked.some((each, i) => each.way === wanted && permitted(verdicts, i));
  const me = useMyId();
  const { seat } = useRoles();
  const roles = asked.flatMap((each, i) =>
    each.to !== undefined && permitted(verdicts, i) && seat(each.to)?.holder !== me ? [each.to] : [],
  );
  const choose = (next: Way) => (next === 'amend' ? go(`/decisions/${card.id}?amend=1`) : setWay(next));
  const heard = may('answer') && card.unheard.length > 0;
  const first: readonly Way[] = heard ? ['answer', 'reject', 'object'] : ['reject', 'object', 'answer'];
  const buttons = first.filter(may);
  const more = (['defer', 'handOver', 'amend', 'withdraw'] as const).filter(
    (each) => may(each) && (each !== 'handOver' || roles.length > 0),
  );
  if (buttons.length === 0 && more.length === 0) {
    return null;
  }
  return (
    <>
      <div className="decision-ways">
        {buttons.map((each) => (
          <Button
            key={each}
            kind={each === 'answer' && heard && !decides ? 'primary' : 'outlined'}
            isDisabled={!connected || (each === 'reject' && locked)}
            onPress={() => choose(each)}
          >
            {w[each]}
          </Button>
        ))}
        {more.length > 0 && (
          <MenuButton
            label={w.moreWays}
            kind="outlined"
            icon={Ellipsis}
            items={more.map((id) => ({ id, words: w[id], danger: id === 'withdraw' }))}
            onChoose={(id) => choose(id as Way)}
          >
            {w.moreWays}
          </MenuButton>
        )}
      </div>
      {way && way !== 'amend' && (
        <Suspense fallback={null}>
          <WayDialog key={way} way={way} card={card} roles={roles} onClose={() => setWay(null)} />
        </Suspense>
      )}
    </>
  );
}
