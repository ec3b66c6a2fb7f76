import type { DecisionCard, DecisionType, Duration, Option } from '../../api/types';

/** Whether somebody still has to decide. */
export function isOpen(card: DecisionCard): boolean {
  return card.status === 'waiting' || card.status === 'deferred' || card.status === 'handed-over';
}

/** `A` for the first option: what people call it aloud. */
export function letterOf(options: readonly Option[], id: string | undefined): string {
  const at = options.findIndex((option) => option.id === id);
  return at < 0 ? '' : String.fromCharCode(65 + at);
}

export function optionOf(card: DecisionCard, id: string | undefined): Option | undefined {
  return card.options.find((option) => option.id === id);
}

/** How many of those who have to agree are of one mind so far, on whatever they agree on. */
export function agreed(card: DecisionCard): number {
  const counts = new Map<string, number>();
  for (const voice of card.voices) {
    if (voice.counts) {
      const choice = voice.option ?? '';
      counts.set(choice, (counts.get(choice) ?? 0) + 1);
    }
  }
  return Math.max(0, ...counts.values());
}

/** Open ones by what is left: those that run first, deferred and undated ones behind. */
export function byDeadline(a: DecisionCard, b: DecisionCard): number {
  const rank = (card: DecisionCard) =>
    card.overdue ? -1 : card.status === 'deferred' ? 1 : card.deadline === undefined ? 2 : 0;
  return rank(a) - rank(b) || Date.parse(a.deadline ?? a.askedAt) - Date.parse(b.deadline ?? b.askedAt);
}

/** Decided ones, the latest first. */
export function byVerdict(a: DecisionCard, b: DecisionCard): number {
  return Date.parse(b.verdict?.at ?? b.askedAt) - Date.parse(a.verdict?.at ?? a.askedAt);
}

/** Milliseconds of an ISO 8601 duration of days, hours, minutes and seconds. */
export function durationOf(duration: Duration): number {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(duration);
  if (!parts) {
    return 0;
  }
  const [days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0));
  return ((((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1000;
}

/** Every role that may decide this kind at some point of its path, in the order in which they are asked. */
export function pathOf(type: DecisionType): readonly string[] {
  return [...new Set([...type.deciders, ...type.escalation.flatMap((step) => step.roles)])];
}

/** The beginning of a digest, in groups that can be read aloud. */
export function fingerprint(digest: string): string {
  return digest.slice(0, 4) + ' ' + digest.slice(4, 8) + '…';
}

/** What the server's own rules are asked about a decision: would it take my approval now? */
export function approval(card: DecisionCard, option: string | undefined) {
  return {
    type: 'decisions.approve' as const,
    command: {
      decision: card.id,
      wording: card.wording,
      option: option ?? card.recommended ?? card.options[0]?.id ?? '',
      // whether those who must be heard were heard is said beside the button, not by hiding it
      ...(card.unheard.length > 0 ? { unheard: '…' } : {}),
    },
  };
}
