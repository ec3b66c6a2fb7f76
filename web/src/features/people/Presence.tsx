import { CircleCheck, CircleHelp, Clock, LogOut, Moon, type LucideIcon } from 'lucide-react';
import type { Id } from '../../api/types';
import { useCard } from '../../live/room';
import { LocalClock } from '../../parts/times';
import { cityOf } from '../../words/times';
import { useWords } from '../../words/words';
import type { Presence as State } from './hours';
import { presences } from './words';

const LOOKS: Record<State, readonly [string, LucideIcon]> = {
  'at-work': ['c-ok', CircleCheck],
  'off-hours': ['dim', Clock],
  night: ['c-warn', Moon],
  away: ['c-crit', LogOut],
  unknown: ['dim', CircleHelp],
};

/** How easily somebody is reached: icon and word. */
export function Presence({ state }: { state: State }) {
  const w = useWords(presences);
  const [tone, Icon] = LOOKS[state];
  return (
    <span className={'nowrap ' + tone}>
      <Icon className="icon" aria-hidden /> {w[state]}
    </span>
  );
}

/** What time it is where somebody is, and where that is. */
export function There({ id }: { id: Id }) {
  const zone = useCard('people.directory', id)?.zone;
  return zone === undefined ? null : (
    <span className="nowrap dim">
      <LocalClock zone={zone} /> {cityOf(zone)}
    </span>
  );
}
