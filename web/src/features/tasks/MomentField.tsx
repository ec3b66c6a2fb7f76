import { useState } from 'react';
import type { Instant } from '../../api/types';
import { useNow, useRealNow } from '../../live/time';
import { Button } from '../../parts/controls';
import { TextInput } from '../../parts/text';
import { useZone } from '../../parts/times';
import { clockOf, lengthOf, shortDayOf } from '../../words/times';
import { useWords } from '../../words/words';
import { formWords } from './formWords';
import { momentIn, wallClockOf } from './moments';

const STEPS = [30, 60, 240, 480].map((minutes) => minutes * 60_000);

/**
 * A moment to come, as day and time in the reader's zone, with what that is in UTC and how far away.
 *
 * @param real whether it is a time of the real world; otherwise it is crisis time
 */
export function MomentField({
  label,
  value,
  onChange,
  hint,
  required = false,
  real = false,
  problem,
}: {
  label: string;
  value: Instant | null;
  onChange: (at: Instant | null) => void;
  hint?: string;
  required?: boolean;
  real?: boolean;
  problem?: string | undefined;
}) {
  const w = useWords(formWords);
  const zone = useZone();
  const crisis = useNow();
  const world = useRealNow();
  const now = real ? world : crisis;
  const [typed, setTyped] = useState(() => (value ? wallClockOf(Date.parse(value), zone) : ''));
  const set = (text: string) => {
    setTyped(text);
    const at = momentIn(text, zone);
    onChange(at === null ? null : new Date(at).toISOString());
  };
  const at = momentIn(typed, zone);
  const far = at === null ? null : at - now;
  return (
    <div className="stack-4">
      <TextInput
        label={label}
        type="datetime-local"
        value={typed}
        onChange={set}
        required={required}
        problem={problem}
        hint={
          <>
            {hint && <>{hint} </>}
            {at === null || far === null ? (
              w.zone(zone)
            ) : (
              <span className="num">
                {w.inUtc(`${shortDayOf(at, 'UTC')}, ${clockOf(at, 'UTC')}`)} ·{' '}
                <span className={far < 0 ? 'c-crit' : ''}>
                  {far < 0 ? w.ago(lengthOf(far)) : w.inTime(lengthOf(far))}
                </span>
              </span>
            )}
          </>
        }
      />
      <div className="row">
        {STEPS.map((step) => (
          <Button key={step} size="small" onPress={() => set(wallClockOf(roundedUp(now + step), zone))}>
            {w.plus(lengthOf(step))}
          </Button>
        ))}
        {!required && typed !== '' && (
          <Button size="small" kind="quiet" onPress={() => set('')}>
            {w.noDue}
          </Button>
        )}
      </div>
    </div>
  );
}

/** To the next five minutes. */
function roundedUp(at: number): number {
  return Math.ceil(at / 300_000) * 300_000;
}
