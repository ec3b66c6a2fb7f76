import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react';
import { Link } from 'wouter';
import { useCard } from '../../live/room';
import { Name } from '../../parts/plain';
import { clockOf, lengthOf } from '../../words/times';
import { useWords } from '../../words/words';
import { useRoleTitles } from './naming';
import { timeline } from './words';

/** What was asked when, who was heard before, who was against. */
export function DecisionFacts({ id }: { id: string | undefined }) {
  const w = useWords(timeline);
  const card = useCard('decisions.register', id);
  const roles = useRoleTitles();
  if (!card) {
    return null;
  }
  const asked = Date.parse(card.askedAt);
  return (
    <section>
      <h3>
        <Link href={'/decisions/' + card.id}>
          {card.label}: <bdi>{card.question}</bdi>
        </Link>
      </h3>
      <dl className="facts timeline-facts">
        <dt>{w.facts.asked}</dt>
        <dd className="num">
          {card.deadline
            ? w.askedAt(clockOf(asked, 'UTC') + ' UTC', clockOf(Date.parse(card.deadline), 'UTC'))
            : clockOf(asked, 'UTC') + ' UTC'}
          {card.verdict && ', ' + w.took(lengthOf(Date.parse(card.verdict.at) - asked))}
        </dd>
        <dt>{w.evidence}</dt>
        <dd>
          {card.evidence.length === 0
            ? '–'
            : card.evidence.map((ref) => <Evidence key={ref.id} feature={ref.feature} id={ref.id} />)}
        </dd>
      </dl>
      {card.answers.length + card.objections.length + card.unheard.length > 0 && (
        <>
          <h4 className="sm dim">{w.consulted}</h4>
          <ul className="timeline-heard sm">
            {card.answers.map((said) => (
              <li key={'a' + said.person + said.at}>
                <CircleCheck className="icon c-ok" aria-hidden />
                <span className="grow">
                  <Name id={said.person} />
                  {said.role && ', ' + (roles.get(said.role) ?? said.role)}: <bdi>{said.text}</bdi>
                </span>
                <span className="num dim">{clockOf(Date.parse(said.at), 'UTC')}</span>
              </li>
            ))}
            {card.objections.map((said) => (
              <li key={'o' + said.person + said.at}>
                <CircleAlert className="icon c-warn" aria-hidden />
                <span className="grow">
                  <Name id={said.person} />, {w.objected}: <bdi>{said.text}</bdi>
                </span>
                <span className="num dim">{clockOf(Date.parse(said.at), 'UTC')}</span>
              </li>
            ))}
            {card.unheard.map((role) => (
              <li key={'u' + role}>
                <CircleDashed className="icon" aria-hidden />
                <span className="grow">
                  {roles.get(role) ?? role}: {w.unheard}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Evidence({ feature, id }: { feature: string; id: string }) {
  const message = useCard('channels.messages', feature === 'channels' ? id : undefined);
  const task = useCard('tasks.board', feature === 'tasks' ? id : undefined);
  const decision = useCard('decisions.register', feature === 'decisions' ? id : undefined);
  const label = task?.title ?? decision?.title;
  if (task || decision) {
    return (
      <div>
        <Link href={'/' + feature + '/' + id}>
          <bdi>{label}</bdi>
        </Link>
      </div>
    );
  }
  return (
    <div>
      {message ? (
        <>
          <Name id={message.author} />: <bdi>{message.source.slice(0, 80)}</bdi>
        </>
      ) : (
        feature
      )} <span className="mono dim">{id.slice(0, 8)}…</span>
    </div>
  );
}
