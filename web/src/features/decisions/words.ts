import type { DecisionCardThen, Replacement, Status, TaskState } from '../../api/types';
import { catalogue } from '../../words/words';

/** What became of a question, in the words of the record. */
export const statuses = catalogue<Record<Status, string>>(
  {
    waiting: 'Waiting',
    deferred: 'Deferred',
    'handed-over': 'Handed over',
    approved: 'Approved',
    rejected: 'Rejected',
    'lapsed-to-default': 'Lapsed to default',
    withdrawn: 'Withdrawn',
    limited: 'Limited',
    superseded: 'Superseded',
    reversed: 'Reversed',
  },
  {
    waiting: 'Wartet',
    deferred: 'Zurückgestellt',
    'handed-over': 'Weitergegeben',
    approved: 'Genehmigt',
    rejected: 'Abgelehnt',
    'lapsed-to-default': 'Durch Schweigen entschieden',
    withdrawn: 'Zurückgezogen',
    limited: 'Eingeschränkt',
    superseded: 'Ersetzt',
    reversed: 'Aufgehoben',
  },
);

/** What a later decision does to an earlier one. */
export const replacements = catalogue<Record<Replacement, string>>(
  { supersedes: 'Replaces it', limits: 'Limits it', reverses: 'Reverses it' },
  { supersedes: 'Ersetzt sie', limits: 'Schränkt sie ein', reverses: 'Hebt sie auf' },
);

/** A charter's rule as a sentence, in the reader's language. */
export const ruleWords = catalogue(
  {
    or: ' or ',
    and: ' and ',
    several: (n: number, who: string) => `${n} people out of ${who}`,
    proposerToo: ', the person who asks included',
    heard: (who: string) => `, after ${who} was heard`,
    heardSeveral: (who: string) => `, after ${who} were heard`,
    within: (time: string) => `, within ${time}`,
    then: (who: string, time: string) => `; then also ${who}, within ${time}`,
    silenceOpen: '; silence leaves it open',
    silenceTakes: (option: string, rule: string) => `; silence takes the option “${option}” under the rule “${rule}”`,
    told: (who: string) => `; told afterwards: ${who}`,
    recommended: 'recommended',
  },
  {
    or: ' oder ',
    and: ' und ',
    several: (n: number, who: string) => `${n} Personen aus: ${who}`,
    proposerToo: ', auch wer fragt',
    heard: (who: string) => `, nach Anhörung von ${who}`,
    heardSeveral: (who: string) => `, nach Anhörung von ${who}`,
    within: (time: string) => `, innerhalb von ${time}`,
    then: (who: string, time: string) => `; danach auch ${who}, innerhalb von ${time}`,
    silenceOpen: '; Schweigen lässt die Frage offen',
    silenceTakes: (option: string, rule: string) =>
      `; bei Schweigen gilt die Option „${option}“ nach der Regel „${rule}“`,
    told: (who: string) => `; danach unterrichtet: ${who}`,
    recommended: 'empfohlen',
  },
);

/** What happens by itself at the deadline, for the end of a line. */
export const thenWords = catalogue<Record<DecisionCardThen, (what: string) => string>>(
  {
    escalates: (who) => `then also to ${who}`,
    lapses: (option) => `then “${option}” is taken`,
    overdue: () => 'then it is late and stays open',
    'asked-again': () => 'then it is asked again',
  },
  {
    escalates: (who) => `dann auch an ${who}`,
    lapses: (option) => `dann gilt „${option}“`,
    overdue: () => 'dann ist sie überfällig und bleibt offen',
    'asked-again': () => 'dann wird erneut gefragt',
  },
);

/** The register of decisions. */
export const register = catalogue(
  {
    title: 'Decisions',
    ask: 'Ask for a decision',
    open: 'Waiting for an answer',
    decided: 'Decided',
    noOpen: 'Nothing waits for a decision.',
    empty: 'No decisions yet. Ask for one when a choice needs authority.',
    noneFound: 'No decision fits what you look for.',
    showAll: 'Show all',
    filter: 'Which decisions',
    filters: { all: 'All', waiting: 'Waiting', mine: 'Mine', decided: 'Decided' },
    anyType: 'Every kind',
    type: 'Kind',
    find: 'Find a decision',
    yours: 'Yours',
    waitsFor: 'Waits for',
    nobodyCan: 'Nobody in the room can decide this now',
    ofAgree: (n: number, of: number) => `${n} of ${of} agree`,
    needs: (n: number) => `needs ${n} people`,
    unheard: (who: string) => `not heard yet: ${who}`,
    noDeadline: 'No deadline',
    late: 'Late',
    left: 'left',
    muster: 'Muster',
    as: 'as',
    bySilence: (rule: string) => `by silence, rule “${rule}”`,
    took: (time: string) => `took ${time}`,
    replacedBy: 'See',
    replaces: 'In place of',
    mayDecide: 'You may decide now',
    mayDecideNothing: 'No open decision is yours to take now.',
    review: 'Review and decide',
  },
  {
    title: 'Entscheidungen',
    ask: 'Um Entscheidung bitten',
    open: 'Wartet auf Antwort',
    decided: 'Entschieden',
    noOpen: 'Nichts wartet auf eine Entscheidung.',
    empty: 'Noch keine Entscheidungen. Bitten Sie um eine, wenn eine Wahl Befugnis verlangt.',
    noneFound: 'Keine Entscheidung passt zu dem, was Sie suchen.',
    showAll: 'Alle zeigen',
    filter: 'Welche Entscheidungen',
    filters: { all: 'Alle', waiting: 'Offen', mine: 'Meine', decided: 'Entschieden' },
    anyType: 'Jede Art',
    type: 'Art',
    find: 'Entscheidung finden',
    yours: 'Ihre',
    waitsFor: 'Wartet auf',
    nobodyCan: 'Niemand im Raum kann dies jetzt entscheiden',
    ofAgree: (n: number, of: number) => `${n} von ${of} stimmen zu`,
    needs: (n: number) => `braucht ${n} Personen`,
    unheard: (who: string) => `noch nicht angehört: ${who}`,
    noDeadline: 'Ohne Frist',
    late: 'Überfällig',
    left: 'übrig',
    muster: 'Muster',
    as: 'als',
    bySilence: (rule: string) => `durch Schweigen, Regel „${rule}“`,
    took: (time: string) => `dauerte ${time}`,
    replacedBy: 'Siehe',
    replaces: 'Anstelle von',
    mayDecide: 'Sie können jetzt entscheiden',
    mayDecideNothing: 'Keine offene Entscheidung liegt jetzt bei Ihnen.',
    review: 'Prüfen und entscheiden',
  },
);

/** Where a task stands, for what hangs on a decision. */
export const taskStates = catalogue<Record<TaskState, string>>(
  {
    offered: 'Offered',
    waiting: 'Waiting',
    'ready-to-start': 'Ready to start',
    'in-progress': 'In progress',
    blocked: 'Blocked',
    'awaiting-verification': 'Awaiting verification',
    done: 'Done',
    declined: 'Declined',
    dropped: 'Dropped',
  },
  {
    offered: 'Angeboten',
    waiting: 'Wartet',
    'ready-to-start': 'Kann beginnen',
    'in-progress': 'In Arbeit',
    blocked: 'Blockiert',
    'awaiting-verification': 'Wartet auf Prüfung',
    done: 'Erledigt',
    declined: 'Abgelehnt',
    dropped: 'Fallen gelassen',
  },
);
