import type { DecisionCard } from '../../api/types';

export interface DecisionSums {
  /** Decided by somebody, or by the charter where nobody did. */
  readonly decided: number;
  /** Of those: by authority, with a reason, on evidence. */
  readonly complete: number;
  /** From the question to the decision, in milliseconds: the middle one. */
  readonly median: number | null;
  /** What the others lack. */
  readonly lacking: readonly { readonly id: string; readonly label: string; readonly lacks: readonly Lack[] }[];
}

export type Lack = 'authority' | 'reason' | 'evidence';

function lacksOf(card: DecisionCard): Lack[] {
  const voices = card.voices.filter((voice) => voice.counts);
  const lacks: Lack[] = [];
  if (!card.verdict?.silence && !voices.some((voice) => voice.under.role !== '' && voice.under.charter !== '')) {
    lacks.push('authority');
  }
  if (!card.verdict?.silence && !voices.some((voice) => voice.reason.trim() !== '')) {
    lacks.push('reason');
  }
  if (card.evidence.length === 0) {
    lacks.push('evidence');
  }
  return lacks;
}

export function sumsOf(cards: readonly DecisionCard[]): DecisionSums {
  const decided = cards.filter((card) => card.verdict !== undefined);
  const lacking = decided
    .map((card) => ({ id: card.id, label: card.label, lacks: lacksOf(card) }))
    .filter((each) => each.lacks.length > 0);
  const took = decided
    .map((card) => Date.parse(card.verdict?.at ?? card.askedAt) - Date.parse(card.askedAt))
    .sort((a, b) => a - b);
  const middle = Math.floor(took.length / 2);
  const median =
    took.length === 0
      ? null
      : took.length % 2
        ? (took[middle] ?? 0)
        : ((took[middle - 1] ?? 0) + (took[middle] ?? 0)) / 2;
  return { decided: decided.length, complete: decided.length - lacking.length, median, lacking };
}
