import type { DecisionCard, DecisionsAmend, DecisionsAsk, Instant, Option, Ref, Replacement } from '../../api/types';

/** A question as it is being written. */
export interface Draft {
  readonly type: string;
  readonly question: string;
  readonly context: string;
  readonly options: readonly OptionDraft[];
  /** The key of an option. */
  readonly recommended: string;
  readonly evidence: readonly Ref[];
  readonly subject: string;
  /** Minutes; empty for what the charter gives. */
  readonly minutes: string;
  readonly reason: string;
}

export interface OptionDraft {
  /** Stays with the option while it is written; the id of one that is there already. */
  readonly key: string;
  readonly text: string;
  readonly effect: string;
  readonly riskLeft: string;
  readonly business: string;
  readonly undo: string;
  /** What it does to the decision that is replaced. */
  readonly replaces: Replacement | '';
}

export const MOST_OPTIONS = 4;
const KEYS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

export function emptyOption(taken: readonly string[]): OptionDraft {
  const key = KEYS.find((each) => !taken.includes(each)) ?? 'z';
  return { key, text: '', effect: '', riskLeft: '', business: '', undo: '', replaces: '' };
}

export function emptyDraft(type: string): Draft {
  const first = emptyOption([]);
  return {
    type,
    question: '',
    context: '',
    options: [first, emptyOption([first.key])],
    recommended: '',
    evidence: [],
    subject: '',
    minutes: '',
    reason: '',
  };
}

/** A question in place of an earlier decision: the first option takes its place, unless that is said otherwise. */
export function replacing(earlier: DecisionCard): Draft {
  const draft = emptyDraft(earlier.type);
  return {
    ...draft,
    subject: earlier.subject ?? '',
    options: draft.options.map((option, i) => (i === 0 ? { ...option, replaces: 'supersedes' } : option)),
  };
}

/** The words of now, to be written anew. */
export function draftOf(card: DecisionCard): Draft {
  return {
    ...emptyDraft(card.type),
    question: card.question,
    context: card.context ?? '',
    options: card.options.map((option) => ({
      key: option.id,
      text: option.text,
      effect: option.effect ?? '',
      riskLeft: option.riskLeft ?? '',
      business: option.business ?? '',
      undo: option.undo ?? '',
      replaces: '',
    })),
    recommended: card.recommended ?? '',
    evidence: card.evidence,
    subject: card.subject ?? '',
  };
}

function optionsOf(draft: Draft): Option[] {
  return draft.options.map((option) => ({
    id: option.key,
    text: option.text.trim(),
    ...said('effect', option.effect),
    ...said('riskLeft', option.riskLeft),
    ...said('business', option.business),
    ...said('undo', option.undo),
  }));
}

function said<K extends string>(name: K, text: string): { readonly [key in K]?: string } {
  return text.trim() === '' ? {} : ({ [name]: text.trim() } as { readonly [key in K]: string });
}

/** @param deadline where one was chosen that is earlier than the charter's */
export function askOf(
  id: string,
  draft: Draft,
  deadline: Instant | undefined,
  replaces: string | undefined,
  origin: Ref | undefined,
): DecisionsAsk {
  const by = Object.fromEntries(
    draft.options.flatMap((option) => (option.replaces === '' ? [] : [[option.key, option.replaces] as const])),
  );
  return {
    decision: id,
    type: draft.type,
    question: draft.question.trim(),
    ...said('context', draft.context),
    options: optionsOf(draft),
    ...said('recommended', draft.recommended),
    evidence: draft.evidence,
    ...said('subject', draft.subject),
    ...(deadline === undefined ? {} : { deadline }),
    ...(replaces === undefined ? {} : { replaces: { decision: replaces, by } }),
    ...(origin === undefined ? {} : { origin }),
  };
}

export function amendOf(id: string, draft: Draft): DecisionsAmend {
  return {
    decision: id,
    question: draft.question.trim(),
    ...said('context', draft.context),
    options: optionsOf(draft),
    ...said('recommended', draft.recommended),
    evidence: draft.evidence,
    reason: draft.reason.trim(),
  };
}

/** `tasks:ID` as it stands in an address. */
export function originOf(text: string | undefined): Ref | undefined {
  const [feature, id] = text?.split(':') ?? [];
  return feature && id ? { feature, id } : undefined;
}
