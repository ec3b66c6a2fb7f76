import type { Charter, DecisionType, Role } from '../../api/types';
import { useMyId } from '../../live/me';
import { Person, Tag } from '../../parts/plain';
import { common } from '../../words/common';
import { lengthOf } from '../../words/times';
import { useWords } from '../../words/words';
import { millisOf } from './duration';
import { missions } from './missions';
import { byFeature, rightWords } from './rights';
import { help } from './words';

/** What one role is there for: to be printed, and to be read at three in the morning. */
export function RoleSheet({
  role,
  charter,
  open,
  onToggle,
}: {
  role: Role;
  charter: Charter;
  open: boolean;
  onToggle: (open: boolean) => void;
}) {
  const w = useWords(help);
  const c = useWords(common);
  const me = useMyId();
  const m = useWords(missions);
  const functions: Readonly<Record<string, string>> = { ...w.functions, ...c.functions };
  const first = m[role.name === charter.openerRole ? 'lead' : role.function] ?? m['other'] ?? [];
  const mine = role.holders.includes(me) || role.deputies.includes(me);
  return (
    <details className="help-role panel" open={open} onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary>
        <h3>
          <bdi>{role.title}</bdi>
        </h3>
        <span className="dim">{functions[role.function] ?? role.function}</span>
        {mine && <Tag tone="info">{w.mine}</Tag>}
      </summary>
      <div className="help-role-body">
        <dl className="facts">
          <dt>{w.holders}</dt>
          <dd className="help-people">
            {role.holders.length === 0 ? w.nobodyHolds : role.holders.map((id) => <Person key={id} id={id} small />)}
          </dd>
          <dt>{w.deputies}</dt>
          <dd className="help-people">
            {role.deputies.length === 0 ? w.none : role.deputies.map((id) => <Person key={id} id={id} small />)}
          </dd>
          <dt>{w.mayDecide}</dt>
          <dd>
            <Decides role={role} charter={charter} />
          </dd>
          <dt>{w.rights}</dt>
          <dd>
            <Rights role={role} />
          </dd>
        </dl>
        <div>
          <h4>{w.firstHours}</h4>
          <ol className="help-list">
            {first.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </div>
      </div>
    </details>
  );
}

function Decides({ role, charter }: { role: Role; charter: Charter }) {
  const w = useWords(help);
  const titles = new Map(charter.roles.map((each) => [each.name, each.title]));
  const said = charter.decisionTypes.flatMap((type) => {
    const how = levelOf(type, role.name);
    return how === null ? [] : [{ type, ...how }];
  });
  if (said.length === 0) {
    return <>{w.decidesNothing}</>;
  }
  return (
    <ul className="stack-4">
      {said.map(({ type, level, within }) => (
        <li key={type.name}>
          <strong>
            <bdi>{type.title}</bdi>
          </strong>
          <span className="dim">
            {' '}
            {[
              level > 0 && w.step(level),
              w.within(lengthOf(millisOf(within))),
              type.quorum > 1 && w.quorum(type.quorum),
              type.consult.length > 0 && w.heard + ' ' + type.consult.map((name) => titles.get(name) ?? name).join(', '),
            ]
              .filter(Boolean)
              .join('; ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** From which step on a role decides a type, and within what time; null for never. */
export function levelOf(type: DecisionType, role: string): { readonly level: number; readonly within: string } | null {
  if (type.deciders.includes(role)) {
    return { level: 0, within: type.timeToDecide };
  }
  const step = type.escalation.findIndex((each) => each.roles.includes(role));
  const found = type.escalation[step];
  return found ? { level: step + 1, within: found.within } : null;
}

function Rights({ role }: { role: Role }) {
  const w = useWords(help);
  const words = useWords(rightWords);
  return (
    <ul className="stack-4">
      {byFeature(role.rights).map(([feature, verbs]) => (
        <li key={feature}>
          <strong>{words.features[feature] ?? feature}</strong>:{' '}
          {verbs.map((verb) => (verb === '*' ? w.everything : (words.verbs[verb] ?? verb))).join(', ')}
        </li>
      ))}
      <li className="dim">{w.everyone}</li>
    </ul>
  );
}
