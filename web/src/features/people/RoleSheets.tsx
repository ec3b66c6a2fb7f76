import { useMemo } from 'react';
import type { Charter, Id, Role } from '../../api/types';
import { lengthOf } from '../../words/times';
import { durationOf } from '../../words/durations';
import { useWords } from '../../words/words';
import { usePinnedCharter, useSeatsOf } from '../crises/charter';
import { byFeature, rightWords } from '../help/rights';
import { levelOf } from '../help/RoleSheet';
import { useNameOfFunction } from '../tasks/functions';
import { personWords } from './words';

/** What the charter of the crisis gives to the seats that somebody speaks for now. */
export function RoleSheets({ id }: { id: Id }) {
  const w = useWords(personWords);
  const charter = usePinnedCharter();
  const seats = useSeatsOf(id);
  return (
    <section className="stack">
      <h2>{w.sheet}</h2>
      {!charter ? (
        <p className="dim sm">{w.noCharter}</p>
      ) : seats.length === 0 ? (
        <p className="dim sm">{w.noSheet}</p>
      ) : (
        seats.map(({ seat, standingIn }) => {
          const role = charter.roles.find((each) => each.name === seat.role);
          return role ? <Sheet key={seat.id} role={role} charter={charter} standingIn={standingIn} /> : null;
        })
      )}
    </section>
  );
}

function Sheet({ role, charter, standingIn }: { role: Role; charter: Charter; standingIn: boolean }) {
  const w = useWords(personWords);
  const r = useWords(rightWords);
  const nameOf = useNameOfFunction();
  const decides = useMemo(
    () =>
      charter.decisionTypes.flatMap((type) => {
        const level = levelOf(type, role.name);
        return level ? [{ type, ...level }] : [];
      }),
    [charter, role],
  );
  const titleOf = (name: string) => charter.roles.find((each) => each.name === name)?.title ?? name;
  return (
    <article className="people-sheet stack">
      <h3>
        <bdi>{role.title}</bdi> {standingIn && <span className="dim">({w.standingIn})</span>}
      </h3>
      <dl className="people-sheet-facts stack">
        <div>
          <dt className="dim sm">{w.mission}</dt>
          <dd>{nameOf(role.function)}</dd>
        </div>
        <div>
          <dt className="dim sm">{w.mayDecide}</dt>
          <dd>
            {decides.length === 0 ? (
              w.decidesNothing
            ) : (
              <ul className="stack-4">
                {decides.map(({ type, level, within }) => (
                  <li key={type.name}>
                    <bdi className="strong">{type.title}</bdi>
                    <span className="dim sm people-block">
                      {[
                        level > 0 ? w.escalates(level) : '',
                        w.within(lengthOf(durationOf(within))),
                        type.quorum > 1 ? w.together(type.quorum) : '',
                        type.consult.length > 0 ? w.afterHearing(type.consult.map(titleOf).join(', ')) : '',
                      ]
                        .filter((words) => words !== '')
                        .join(', ')}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </dd>
        </div>
        <div>
          <dt className="dim sm">{w.rights}</dt>
          <dd>
            <ul className="stack-4 sm">
              {byFeature(role.rights).map(([feature, verbs]) => (
                <li key={feature}>
                  {verbs[0] === '*' ? (
                    w.everything(r.features[feature] ?? feature)
                  ) : (
                    <>
                      <span className="strong">{r.features[feature] ?? feature}</span>:{' '}
                      {verbs.map((verb) => r.verbs[verb] ?? verb).join(', ')}
                    </>
                  )}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
    </article>
  );
}
