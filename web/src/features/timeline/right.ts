import type { EntryBody } from '../../api/types';
import { currentLanguage } from '../../words/words';
import { rightWords } from '../help/rights';
import { timeline } from './words';

type Words = (typeof timeline)['en'];

const DECIDER = /^a decider of (\S+) at level (\d+) \((\S+)\)$/;
const CONSULTED = /^to be consulted \((\S+)\)$/;
const SIGNED_IN = /^signed in by (.+)$/;
const RIGHT = /^right (\S+)$/;

export function waysIn(amr: readonly string[], w: Words): string {
  return amr.map((way) => (w.ways as Readonly<Record<string, string>>)[way] ?? way).join(', ');
}

/** One ground of an entry's authority in words; the grounds that features add of their own stay as they are recorded. */
export function groundIn(ground: string, roles: ReadonlyMap<string, string>, w: Words): string {
  const decider = DECIDER.exec(ground);
  if (decider) {
    const [, type = '', level = '0', role = ''] = decider;
    return w.by.decider(roles.get('type:' + type) ?? type, Number(level), roles.get(role) ?? role);
  }
  const consulted = CONSULTED.exec(ground)?.[1];
  if (consulted !== undefined) {
    return w.by.consulted(roles.get(consulted) ?? consulted);
  }
  const ways = SIGNED_IN.exec(ground)?.[1];
  if (ways !== undefined) {
    return w.by.signedIn(waysIn(ways.split(/, ?/), w));
  }
  const right = RIGHT.exec(ground)?.[1];
  if (right !== undefined) {
    const words = rightWords[currentLanguage()];
    const [feature = '', verb = ''] = right.split('.');
    return w.by.right(words.verbs[verb] ?? verb, words.features[feature] ?? feature);
  }
  return ground === 'a human' ? w.by.human : ((w.grounds as Readonly<Record<string, string>>)[ground] ?? ground);
}

/** The same where the role stands beside it already. */
export function briefGround(ground: string, roles: ReadonlyMap<string, string>, w: Words): string {
  const type = DECIDER.exec(ground)?.[1];
  if (type !== undefined) {
    return w.by.decides(roles.get('type:' + type) ?? type);
  }
  return CONSULTED.test(ground) ? w.by.heard : groundIn(ground, roles, w);
}

/** The ground that says most: what the person was to the thing, or else the right. */
export function chiefGround(body: EntryBody): string | undefined {
  const grounds = body.authority.by;
  return (
    grounds.find((ground) => DECIDER.test(ground) || CONSULTED.test(ground)) ??
    grounds.find((ground) => !RIGHT.test(ground) && !SIGNED_IN.test(ground) && ground !== 'a human') ??
    grounds.find((ground) => RIGHT.test(ground))
  );
}
