import {
  CalendarClock,
  CircleCheck,
  CircleSlash,
  CornerUpRight,
  Gavel,
  Hourglass,
  RotateCcw,
  ScissorsLineDashed,
  StepForward,
  Undo2,
  type LucideIcon,
} from 'lucide-react';
import type { Status } from '../../api/types';
import { Tag, type Tone } from '../../parts/plain';
import { useWords } from '../../words/words';
import { statuses } from './words';

const LOOKS: Record<Status, readonly [Tone, LucideIcon]> = {
  waiting: ['info', Gavel],
  deferred: ['mute', CalendarClock],
  'handed-over': ['info', CornerUpRight],
  approved: ['ok', CircleCheck],
  rejected: ['crit', CircleSlash],
  'lapsed-to-default': ['warn', Hourglass],
  withdrawn: ['mute', Undo2],
  limited: ['warn', ScissorsLineDashed],
  superseded: ['mute', StepForward],
  reversed: ['crit', RotateCcw],
};

/** What became of a question: word and icon. */
export function StatusTag({ status }: { status: Status }) {
  const w = useWords(statuses);
  const [tone, icon] = LOOKS[status];
  return (
    <Tag tone={tone} icon={icon}>
      {w[status]}
    </Tag>
  );
}
