import { describe, expect, it } from 'vitest';
import type { DecisionCard, DecisionCardVoiced } from '../../api/types';
import { agreed, byDeadline, durationOf, fingerprint, letterOf, pathOf } from './about';
import { newId } from '../../act/ids';
import { amendOf, askOf, draftOf, emptyDraft, emptyOption, originOf } from './form';
import { differences } from './reading';

function card(more: Partial<DecisionCard> = {}): DecisionCard {
  return {
    id: 'd',
    digest: 'digest',
    label: 'D-01',
    type: 'containment',
    title: 'Containment',
    status: 'waiting',
    askedAt: '2026-03-25T10:00:00Z',
    wording: 1,
    question: 'Cut it?',
    options: [
      { id: 'cut', text: 'Cut', undo: 'Five minutes' },
      { id: 'keep', text: 'Keep' },
    ],
    evidence: [{ feature: 'tasks', id: 't', digest: 'one' }],
    rule: {
      charter: '1@x',
      type: {
        name: 'containment',
        title: 'Containment',
        deciders: ['ciso'],
        quorum: 2,
        consult: [],
        inform: [],
        proposerMayApprove: false,
        authentication: [],
        timeToDecide: 'PT30M',
        escalation: [{ roles: ['coo', 'ciso'], within: 'PT45M' }],
        silence: { kind: 'escalate' },
      },
    },
    level: 0,
    deciders: ['ciso'],
    overdue: false,
    waitingFor: [],
    unheard: [],
    voices: [],
    answers: [],
    objections: [],
    ...more,
  };
}

function voice(option: string | undefined, counts: boolean): DecisionCardVoiced {
  return {
    person: 'p',
    ...(option === undefined ? {} : { option }),
    under: {
      role: 'ciso',
      type: 'containment',
      level: 0,
      charter: '1@x',
      wording: 1,
      words: 'w',
      voices: 1,
      quorum: 2,
    },
    at: '2026-03-25T10:05:00Z',
    counts,
    reason: 'because',
    unheard: [],
  };
}

describe('a decision that is read', () => {
  it('counts only voices on the present words, and only those of one mind', () => {
    const voices = [voice('cut', false), voice('cut', true), voice('keep', true), voice('cut', true)];
    expect(agreed(card({ voices }))).toBe(2);
    expect(agreed(card({ voices: [voice('cut', false)] }))).toBe(0);
    expect(agreed(card({ voices: [voice(undefined, true)] }))).toBe(1);
  });

  it('puts late ones first, deferred and undated ones last', () => {
    const late = card({ id: 'late', overdue: true, deadline: '2026-03-25T09:00:00Z' });
    const soon = card({ id: 'soon', deadline: '2026-03-25T10:20:00Z' });
    const later = card({ id: 'later', deadline: '2026-03-25T11:00:00Z' });
    const deferred = card({ id: 'deferred', status: 'deferred', deadline: '2026-03-25T10:10:00Z' });
    const undated = card({ id: 'undated' });
    const order = [undated, deferred, later, soon, late].sort(byDeadline).map((each) => each.id);
    expect(order).toEqual(['late', 'soon', 'later', 'deferred', 'undated']);
  });

  it('is called by letters and short prints', () => {
    expect(letterOf(card().options, 'keep')).toBe('B');
    expect(letterOf(card().options, 'gone')).toBe('');
    expect(fingerprint('kZVZy_71jGh')).toBe('kZVZ y_71…');
    expect(pathOf(card().rule.type)).toEqual(['ciso', 'coo']);
  });

  it('understands the durations of the charter', () => {
    expect(durationOf('PT30M')).toBe(30 * 60_000);
    expect(durationOf('PT1H30M')).toBe(90 * 60_000);
    expect(durationOf('P2DT1H')).toBe(49 * 60 * 60_000);
    expect(durationOf('soon')).toBe(0);
  });
});

describe('a text that changed', () => {
  it('is shown piece by piece', () => {
    const now = card({
      wording: 2,
      question: 'Cut it now?',
      options: [
        { id: 'cut', text: 'Cut', undo: 'Ten minutes' },
        { id: 'half', text: 'Cut half' },
      ],
      recommended: 'cut',
      evidence: [{ feature: 'tasks', id: 't', digest: 'two' }],
    });
    expect(differences(card(), now)).toEqual([
      { part: 'question', was: 'Cut it?', is: 'Cut it now?' },
      { part: 'option', letter: 'A', row: 'undo', was: 'Five minutes', is: 'Ten minutes' },
      { part: 'option', letter: 'B', row: 'text', was: 'Keep', is: undefined },
      { part: 'option', letter: 'B', row: 'text', was: undefined, is: 'Cut half' },
      { part: 'recommended', was: undefined, is: 'A' },
      { part: 'evidence', wasThing: { feature: 'tasks', id: 't', digest: 'one' } },
      { part: 'evidence', isThing: { feature: 'tasks', id: 't', digest: 'two' } },
    ]);
  });

  it('shows nothing where only the number is another', () => {
    expect(differences(card(), card({ wording: 2 }))).toEqual([]);
  });
});

describe('a question that is written', () => {
  it('leaves out what was not said', () => {
    const draft = { ...emptyDraft('containment'), question: ' Cut it? ', context: '  ' };
    const ask = askOf('id', draft, undefined, undefined, undefined);
    expect(ask.question).toBe('Cut it?');
    expect(Object.keys(ask)).toEqual(['decision', 'type', 'question', 'options', 'evidence']);
    expect(ask.options).toEqual([
      { id: 'a', text: '' },
      { id: 'b', text: '' },
    ]);
  });

  it('says of each option what it does to the decision that it replaces', () => {
    const [first, second] = emptyDraft('containment').options;
    const draft = {
      ...emptyDraft('containment'),
      options: [{ ...first!, replaces: 'reverses' as const }, second!],
    };
    const ask = askOf('id', draft, '2026-03-25T11:00:00Z', 'earlier', originOf('tasks:t'));
    expect(ask.replaces).toEqual({ decision: 'earlier', by: { a: 'reverses' } });
    expect(ask.deadline).toBe('2026-03-25T11:00:00Z');
    expect(ask.origin).toEqual({ feature: 'tasks', id: 't' });
  });

  it('keeps the ids of options that are there already, since tasks hang on them', () => {
    const draft = draftOf(card());
    const options = [...draft.options, emptyOption(['cut', 'keep'])];
    const amend = amendOf('d', { ...draft, options, reason: ' why ' });
    expect(amend.options.map((option) => option.id)).toEqual(['cut', 'keep', 'a']);
    expect(amend.reason).toBe('why');
    expect(amend.evidence).toEqual(card().evidence);
  });

  it('draws ids as the server writes them', () => {
    expect(newId()).toMatch(/^[A-Za-z0-9_-]{22}$/);
  });
});
