import {
  CircleHelp,
  FileText,
  Gavel,
  History,
  House,
  LayoutDashboard,
  ListChecks,
  MessagesSquare,
  Users,
  type LucideIcon,
} from 'lucide-react';
import { Link, useLocation } from 'wouter';
import type { Views } from '../api/types';
import { useList, useOutOf, useWaiting } from '../live/room';
import { useWords } from '../words/words';
import { frame } from './words';

interface Part {
  readonly href: string;
  readonly words: string;
  readonly icon: LucideIcon;
  readonly count?: number;
}

const openTasks = (cards: readonly Views['tasks.board'][]) =>
  cards.filter((card) => !['done', 'dropped'].includes(card.state)).length;
const openDecisions = (cards: readonly Views['decisions.register'][]) =>
  cards.filter((card) => ['waiting', 'deferred', 'handed-over'].includes(card.status)).length;
const openTopics = (cards: readonly Views['channels.topics'][]) => cards.filter((card) => !card.closed).length;

/** Where to go in a crisis, in words and with counts. */
export function Rail() {
  const w = useWords(frame);
  const tasks = useOutOf('tasks.board', openTasks);
  const decisions = useOutOf('decisions.register', openDecisions);
  const topics = useOutOf('channels.topics', openTopics);
  const people = useList('crises.people').length;
  return (
    <nav className="rail no-print" aria-label={w.navigation}>
      <To href="~/" words={w.home} icon={House} />
      <hr />
      <To href="/" words={w.warRoom} icon={LayoutDashboard} />
      <To href="/tasks" words={w.tasks} icon={ListChecks} count={tasks} />
      <To href="/decisions" words={w.decisions} icon={Gavel} count={decisions} />
      <To href="/channels" words={w.channels} icon={MessagesSquare} count={topics} />
      <To href="/people" words={w.people} icon={Users} count={people} />
      <hr />
      <To href="/timeline" words={w.timeline} icon={History} />
      <To href="/brief" words={w.brief} icon={FileText} />
      <span className="spring" />
      <To href="~/help" words={w.help} icon={CircleHelp} />
    </nav>
  );
}

/** The parts that a phone shows first. */
export function PhoneBar() {
  const w = useWords(frame);
  const waiting = useWaiting().filter((each) => each.view === 'decisions.register').length;
  return (
    <nav className="phone-bar no-print" aria-label={w.navigation}>
      <To href="/brief" words={w.brief} icon={FileText} />
      <To href="/decisions" words={w.decide} icon={Gavel} {...(waiting ? { count: waiting } : {})} />
      <To href="/channels" words={w.ask} icon={MessagesSquare} />
      <To href="/people" words={w.people} icon={Users} />
      <To href="/" words={w.warRoom} icon={LayoutDashboard} />
    </nav>
  );
}

function To({ href, words, icon: Icon, count }: Part) {
  const [place] = useLocation();
  const here = href === '/' ? place === '/' || place === '' : !href.startsWith('~') && place.startsWith(href);
  return (
    <Link href={href} className={here ? 'here' : ''} {...(here ? { 'aria-current': 'page' as const } : {})}>
      <Icon className="icon" aria-hidden />
      <span>{words}</span>
      {count !== undefined && <span className="count">{count}</span>}
    </Link>
  );
}
