import type { Phase } from '../../api/types';
import { catalogue } from '../../words/words';

/** The big word: where a crisis stands. */
export const phases = catalogue<Record<Phase, string>>(
  {
    suspected: 'Suspected',
    confirmed: 'Confirmed',
    containing: 'Containing',
    eradicating: 'Eradicating',
    recovering: 'Recovering',
    monitoring: 'Monitoring',
    closed: 'Closed',
  },
  {
    suspected: 'Verdacht',
    confirmed: 'Bestätigt',
    containing: 'Eindämmen',
    eradicating: 'Beseitigen',
    recovering: 'Wiederherstellen',
    monitoring: 'Beobachten',
    closed: 'Geschlossen',
  },
);
