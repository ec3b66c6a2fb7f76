import {
  Ban,
  Bell,
  CircleAlert,
  CircleCheck,
  CirclePlay,
  CircleUser,
  Clock,
  CornerDownRight,
  EyeOff,
  FileText,
  Flag,
  Gavel,
  Handshake,
  Hourglass,
  Link2,
  ListChecks,
  MessageSquare,
  MessageSquareWarning,
  OctagonX,
  Pencil,
  Settings,
  UserCog,
  UserMinus,
  UserPlus,
  type LucideIcon,
} from 'lucide-react';
import type { Group } from './lines';

const ICONS: readonly (readonly [RegExp, LucideIcon])[] = [
  [/^decisions\.objected/, MessageSquareWarning],
  [/^decisions\.consult/, MessageSquare],
  [/^decisions\.(deferred|resumed|escalated|went-unanswered)/, Hourglass],
  [/^decisions\.(rejected|turned-down|withdrawn)/, Ban],
  [/^decisions\./, Gavel],
  [/^tasks\.(blocked|stop)/, OctagonX],
  [/^tasks\.(completed|verified)/, CircleCheck],
  [/^tasks\.(started|unblocked|released)/, CirclePlay],
  [/^tasks\.(hand|recalled|substitu)/, Handshake],
  [/^tasks\.(accepted|taken|owner-returned)/, CircleUser],
  [/^tasks\.(offer-overdue|became-overdue|owner-sought|declined|dropped)/, CircleAlert],
  [/^tasks\.(due)/, Clock],
  [/^tasks\./, ListChecks],
  [/^crises\.(seat-vacated|dismissed|stood-down)/, UserMinus],
  [/^crises\.admitted/, UserPlus],
  [/^crises\.(seat|stood)/, UserCog],
  [/^crises\.update-missed/, CircleAlert],
  [/^crises\.(update|questions)/, FileText],
  [/^crises\./, Flag],
  [/^channels\.corrected/, Pencil],
  [/^channels\./, MessageSquare],
  [/^kernel\.genesis/, Link2],
  [/^kernel\.settled/, CornerDownRight],
  [/^kernel\.clock/, Bell],
];

export function iconOf(type: string | undefined): LucideIcon {
  return type === undefined ? EyeOff : (ICONS.find(([pattern]) => pattern.test(type))?.[1] ?? Settings);
}

export const GROUP_ICONS: Partial<Record<Group | 'gaps', LucideIcon>> = {
  decisions: Gavel,
  tasks: ListChecks,
  people: UserCog,
  talk: MessageSquare,
  crisis: Flag,
  gaps: CircleAlert,
};

/** The colour that goes with the icon of a few kinds; the word says it first. */
export function toneOf(type: string | undefined): string {
  switch (type) {
    case 'decisions.decided':
    case 'decisions.approved':
      return 'c-info';
    case 'tasks.completed':
    case 'tasks.verified':
      return 'c-ok';
    case 'tasks.blocked':
    case 'tasks.stop-asked':
      return 'c-crit';
    case 'tasks.became-overdue':
    case 'tasks.offer-overdue':
    case 'crises.update-missed':
    case 'decisions.objected':
    case 'decisions.escalated':
      return 'c-warn';
    default:
      return '';
  }
}
