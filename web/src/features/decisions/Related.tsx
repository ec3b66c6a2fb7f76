import { useMemo } from 'react';
import { Link } from 'wouter';
import type { DecisionCard } from '../../api/types';
import { useList } from '../../live/room';
import { Panel } from '../../parts/plain';
import { useWords } from '../../words/words';
import { detail } from './detailWords';
import { DecisionLink } from './Row';
import { StatusTag } from './StatusTag';
import { ThingLink } from './Thing';

/** Whether an order of it holds: as the register says so. */
export function holds(card: DecisionCard): boolean {
  return card.status === 'approved' || card.status === 'lapsed-to-default' || card.status === 'limited';
}

/** Where the question came from, what it acts on, what else holds about that, and where it is talked about. */
export function Related({ card }: { card: DecisionCard }) {
  const w = useWords(detail);
  const topics = useList('channels.topics');
  const decisions = useList('decisions.register');
  const about = useMemo(() => topics.filter((topic) => topic.about?.id === card.id), [topics, card.id]);
  const same = useMemo(
    () =>
      decisions.filter(
        (each) => each.id !== card.id && card.subject !== undefined && each.subject === card.subject && holds(each),
      ),
    [decisions, card.id, card.subject],
  );
  if (!card.origin && !card.subject && about.length === 0) {
    return null;
  }
  return (
    <div className="decision-related sm">
      {card.origin && (
        <p>
          {w.comesFrom}: <ThingLink thing={card.origin} />
        </p>
      )}
      {card.subject && (
        <p>
          {w.aboutSubject} <span className="mono">{card.subject}</span>
        </p>
      )}
      {same.map((each) => (
        <p key={each.id} className="row">
          <span>{w.sameSubject}</span> <DecisionLink id={each.id} /> <StatusTag status={each.status} />
        </p>
      ))}
      {about.length > 0 && (
        <Panel title={w.discuss} count={about.length}>
          <ul className="decision-said">
            {about.map((topic) => (
              <li key={topic.id}>
                <Link href={'/channels/' + topic.id}>
                  <bdi>{topic.title}</bdi>
                </Link>{' '}
                <span className="dim">{topic.closed ? w.topicClosed : w.topicOpen}</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
}
