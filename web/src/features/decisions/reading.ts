import { useState } from 'react';
import type { DecisionCard, Option, Ref } from '../../api/types';
import { isOpen, letterOf } from './about';

/** One difference between the words that were read and the words of now. */
export interface Difference {
  /** `question`, `context`, `recommended`, `evidence`, or a row of an option: `B effect`. */
  readonly part: 'question' | 'context' | 'recommended' | 'option' | 'evidence';
  readonly letter?: string;
  readonly row?: keyof Option;
  readonly was?: string | undefined;
  readonly is?: string | undefined;
  readonly wasThing?: Ref;
  readonly isThing?: Ref;
}

const ROWS = ['text', 'effect', 'riskLeft', 'business', 'undo'] as const;

/** What is other in the new words, piece by piece; empty where only the number changed. */
export function differences(read: DecisionCard, now: DecisionCard): readonly Difference[] {
  const found: Difference[] = [];
  if (read.question !== now.question) {
    found.push({ part: 'question', was: read.question, is: now.question });
  }
  if (read.context !== now.context) {
    found.push({ part: 'context', was: read.context, is: now.context });
  }
  for (const id of new Set([...read.options, ...now.options].map((option) => option.id))) {
    const was = read.options.find((option) => option.id === id);
    const is = now.options.find((option) => option.id === id);
    const letter = letterOf(now.options, id) || letterOf(read.options, id);
    for (const row of ROWS) {
      if (was?.[row] !== is?.[row]) {
        found.push({ part: 'option', letter, row, was: was?.[row], is: is?.[row] });
      }
    }
  }
  if (read.recommended !== now.recommended) {
    found.push({
      part: 'recommended',
      was: letterOf(read.options, read.recommended) || undefined,
      is: letterOf(now.options, now.recommended) || undefined,
    });
  }
  const key = (ref: Ref) => `${ref.feature} ${ref.id} ${ref.digest ?? ''}`;
  const before = new Set(read.evidence.map(key));
  const after = new Set(now.evidence.map(key));
  read.evidence.filter((ref) => !after.has(key(ref))).forEach((ref) => found.push({ part: 'evidence', wasThing: ref }));
  now.evidence.filter((ref) => !before.has(key(ref))).forEach((ref) => found.push({ part: 'evidence', isThing: ref }));
  return found;
}

/** What the reader has in view, against what holds by now. */
export interface Reading {
  /** The words as they were when they were opened, or last confirmed as read. */
  readonly read: DecisionCard;
  /** Whether it has other words or another status by now than were read: then nothing can be sent. */
  readonly changed: boolean;
  /** Whether it was answered while it was open on this screen. */
  readonly meanwhile: boolean;
  readonly confirm: () => void;
}

/** @param live false for the past, where each moment is simply shown as it was */
export function useReading(card: DecisionCard, live: boolean): Reading {
  const [read, setRead] = useState(card);
  const [wasOpen] = useState(isOpen(card));
  return {
    read: live ? read : card,
    changed: live && isOpen(card) && (read.wording !== card.wording || read.status !== card.status),
    meanwhile: live && wasOpen && !isOpen(card),
    confirm: () => setRead(card),
  };
}
