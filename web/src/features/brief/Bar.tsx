import { FileText, Gavel, LayoutDashboard, MessagesSquare, Users, type LucideIcon } from 'lucide-react';
import { Link } from 'wouter';
import { useWaiting } from '../../live/room';
import { useWords } from '../../words/words';
import { brief } from './words';

/** The parts that an executive needs; the same addresses as everywhere. */
export function Bar({ base }: { base: string }) {
  const w = useWords(brief);
  const waiting = useWaiting().filter((each) => each.view === 'decisions.register').length;
  return (
    <nav className="brief-bar no-print" aria-label={w.navigation}>
      <To href={base + '/brief'} words={w.brief} icon={FileText} here />
      <To href={base + '/decisions'} words={w.decide} icon={Gavel} count={waiting} />
      <To href={base + '/channels'} words={w.ask} icon={MessagesSquare} />
      <To href={base + '/people'} words={w.people} icon={Users} />
      <To href={base} words={w.warRoom} icon={LayoutDashboard} wide />
    </nav>
  );
}

function To({
  href,
  words,
  icon: Icon,
  count = 0,
  here = false,
  wide = false,
}: {
  href: string;
  words: string;
  icon: LucideIcon;
  count?: number;
  here?: boolean;
  wide?: boolean;
}) {
  return (
    <Link
      href={href}
      className={(here ? 'here' : '') + (wide ? ' brief-wide' : '')}
      {...(here ? { 'aria-current': 'page' as const } : {})}
    >
      <Icon className="icon" aria-hidden />
      <span>{words}</span>
      {count > 0 && <span className="count">{count}</span>}
    </Link>
  );
}
