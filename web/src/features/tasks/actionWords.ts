import type { Action } from './actions';
import { catalogue } from '../../words/words';

interface OfAction {
  /** On its button. */
  readonly verb: string;
  /** Above its form. */
  readonly title: string;
  /** On the button that sends it, and before the title on the list of what is not sent yet. */
  readonly send: string;
  /** Said when it is done. */
  readonly done: (title: string) => string;
}

export const actionWords = catalogue<Record<Action, OfAction>>(
  {
    accept: {
      verb: 'Accept',
      title: 'Accept',
      send: 'Accept',
      done: (t: string) => `You own “${t}” now.`,
    },
    decline: {
      verb: 'Decline…',
      title: 'Decline this task',
      send: 'Decline',
      done: (t: string) => `Declined: “${t}”.`,
    },
    take: {
      verb: 'Take it',
      title: 'Take it',
      send: 'Take it',
      done: (t: string) => `You own “${t}” now.`,
    },
    start: {
      verb: 'Start',
      title: 'Start',
      send: 'Start',
      done: (t: string) => `Started: “${t}”.`,
    },
    block: {
      verb: 'Mark blocked…',
      title: 'What keeps it from going on?',
      send: 'Mark blocked',
      done: (t: string) => `Blocked: “${t}”.`,
    },
    unblock: {
      verb: 'Go on…',
      title: 'It can go on',
      send: 'Go on',
      done: (t: string) => `No longer blocked: “${t}”.`,
    },
    complete: {
      verb: 'Mark done…',
      title: 'Mark done',
      send: 'Mark done',
      done: (t: string) => `Done: “${t}”.`,
    },
    verify: {
      verb: 'Verify…',
      title: 'Verify that it is done',
      send: 'Verify',
      done: (t: string) => `Verified: “${t}”.`,
    },
    'send-back': {
      verb: 'Send back…',
      title: 'Send back, it is not done',
      send: 'Send back',
      done: (t: string) => `Sent back: “${t}”.`,
    },
    'hand-over': {
      verb: 'Hand over…',
      title: 'Hand over to somebody else',
      send: 'Ask them',
      done: (t: string) => `Asked to take over “${t}”. It stays yours until they accept.`,
    },
    reassign: {
      verb: 'Offer to somebody…',
      title: 'Offer it to somebody',
      send: 'Ask them',
      done: (t: string) => `Offered: “${t}”.`,
    },
    recall: {
      verb: 'Take the hand-over back',
      title: 'Take the hand-over back',
      send: 'Take back',
      done: (t: string) => `No longer handed over: “${t}”.`,
    },
    'name-substitute': {
      verb: 'Name a substitute…',
      title: 'Who acts in the owner’s place?',
      send: 'Name them',
      done: (t: string) => `Substitute named for “${t}”.`,
    },
    'end-substitution': {
      verb: 'End the substitution…',
      title: 'End the substitution',
      send: 'End it',
      done: (t: string) => `Substitution ended for “${t}”.`,
    },
    'set-due': {
      verb: 'Change when it is due…',
      title: 'When is it due?',
      send: 'Set',
      done: (t: string) => `Due time changed for “${t}”.`,
    },
    'set-risk': {
      verb: 'Change the risk…',
      title: 'How bad is it if this is not done?',
      send: 'Set',
      done: (t: string) => `Risk changed for “${t}”.`,
    },
    'set-dependencies': {
      verb: 'Change what it waits for…',
      title: 'What has to be done before?',
      send: 'Set',
      done: (t: string) => `Dependencies changed for “${t}”.`,
    },
    'set-verifier': {
      verb: 'Change who verifies…',
      title: 'Who verifies that it is done?',
      send: 'Set',
      done: (t: string) => `Verifier changed for “${t}”.`,
    },
    reword: {
      verb: 'Reword…',
      title: 'Reword',
      send: 'Reword',
      done: (t: string) => `Reworded: “${t}”.`,
    },
    drop: {
      verb: 'Drop…',
      title: 'Drop this task',
      send: 'Drop',
      done: (t: string) => `Dropped: “${t}”.`,
    },
    reopen: {
      verb: 'Reopen…',
      title: 'Reopen this task',
      send: 'Reopen',
      done: (t: string) => `Reopened: “${t}”.`,
    },
    'confirm-stop': {
      verb: 'Answer the stop…',
      title: 'The decision behind this no longer holds as it was',
      send: 'Answer',
      done: (t: string) => `Answered: “${t}”.`,
    },
  },
  {
    accept: {
      verb: 'Annehmen',
      title: 'Annehmen',
      send: 'Annehmen',
      done: (t: string) => `„${t}“ ist jetzt Ihre Aufgabe.`,
    },
    decline: {
      verb: 'Ablehnen…',
      title: 'Diese Aufgabe ablehnen',
      send: 'Ablehnen',
      done: (t: string) => `Abgelehnt: „${t}“.`,
    },
    take: {
      verb: 'Übernehmen',
      title: 'Übernehmen',
      send: 'Übernehmen',
      done: (t: string) => `„${t}“ ist jetzt Ihre Aufgabe.`,
    },
    start: {
      verb: 'Beginnen',
      title: 'Beginnen',
      send: 'Beginnen',
      done: (t: string) => `Begonnen: „${t}“.`,
    },
    block: {
      verb: 'Blockiert…',
      title: 'Was hält die Aufgabe auf?',
      send: 'Als blockiert melden',
      done: (t: string) => `Blockiert: „${t}“.`,
    },
    unblock: {
      verb: 'Geht weiter…',
      title: 'Es kann weitergehen',
      send: 'Geht weiter',
      done: (t: string) => `Nicht mehr blockiert: „${t}“.`,
    },
    complete: {
      verb: 'Erledigt…',
      title: 'Als erledigt melden',
      send: 'Erledigt',
      done: (t: string) => `Erledigt: „${t}“.`,
    },
    verify: {
      verb: 'Bestätigen…',
      title: 'Bestätigen, dass es erledigt ist',
      send: 'Bestätigen',
      done: (t: string) => `Bestätigt: „${t}“.`,
    },
    'send-back': {
      verb: 'Zurückgeben…',
      title: 'Zurückgeben, es ist nicht erledigt',
      send: 'Zurückgeben',
      done: (t: string) => `Zurückgegeben: „${t}“.`,
    },
    'hand-over': {
      verb: 'Übergeben…',
      title: 'An jemand anderen übergeben',
      send: 'Anfragen',
      done: (t: string) => `Übergabe angefragt: „${t}“. Bis zur Annahme bleibt es Ihre Aufgabe.`,
    },
    reassign: {
      verb: 'Jemanden anfragen…',
      title: 'Jemanden anfragen',
      send: 'Anfragen',
      done: (t: string) => `Angeboten: „${t}“.`,
    },
    recall: {
      verb: 'Übergabe zurücknehmen',
      title: 'Übergabe zurücknehmen',
      send: 'Zurücknehmen',
      done: (t: string) => `Wird nicht mehr übergeben: „${t}“.`,
    },
    'name-substitute': {
      verb: 'Vertretung benennen…',
      title: 'Wer vertritt die zuständige Person?',
      send: 'Benennen',
      done: (t: string) => `Vertretung benannt für „${t}“.`,
    },
    'end-substitution': {
      verb: 'Vertretung beenden…',
      title: 'Vertretung beenden',
      send: 'Beenden',
      done: (t: string) => `Vertretung beendet für „${t}“.`,
    },
    'set-due': {
      verb: 'Frist ändern…',
      title: 'Bis wann?',
      send: 'Festlegen',
      done: (t: string) => `Frist geändert für „${t}“.`,
    },
    'set-risk': {
      verb: 'Risiko ändern…',
      title: 'Wie schlimm ist es, wenn das nicht getan wird?',
      send: 'Festlegen',
      done: (t: string) => `Risiko geändert für „${t}“.`,
    },
    'set-dependencies': {
      verb: 'Abhängigkeiten ändern…',
      title: 'Was muss vorher erledigt sein?',
      send: 'Festlegen',
      done: (t: string) => `Abhängigkeiten geändert für „${t}“.`,
    },
    'set-verifier': {
      verb: 'Prüfende Person ändern…',
      title: 'Wer prüft, ob es erledigt ist?',
      send: 'Festlegen',
      done: (t: string) => `Prüfende Person geändert für „${t}“.`,
    },
    reword: {
      verb: 'Umformulieren…',
      title: 'Umformulieren',
      send: 'Umformulieren',
      done: (t: string) => `Umformuliert: „${t}“.`,
    },
    drop: {
      verb: 'Aufgeben…',
      title: 'Diese Aufgabe aufgeben',
      send: 'Aufgeben',
      done: (t: string) => `Aufgegeben: „${t}“.`,
    },
    reopen: {
      verb: 'Wieder öffnen…',
      title: 'Diese Aufgabe wieder öffnen',
      send: 'Wieder öffnen',
      done: (t: string) => `Wieder geöffnet: „${t}“.`,
    },
    'confirm-stop': {
      verb: 'Stopp beantworten…',
      title: 'Die Entscheidung dahinter gilt so nicht mehr',
      send: 'Antworten',
      done: (t: string) => `Beantwortet: „${t}“.`,
    },
  },
);

/** Words beside the buttons of tasks. */
export const doingWords = catalogue(
  {
    giveTo: 'Give to somebody else…',
    checking: 'Asking what you may do…',
    nothingToDo: 'Nothing here that you may do.',
    ownerlessReason: 'Nobody owned it.',
    undone: 'Undone within seconds.',
  },
  {
    giveTo: 'Jemand anderem geben…',
    checking: 'Es wird gefragt, was Sie dürfen…',
    nothingToDo: 'Hier können Sie nichts tun.',
    ownerlessReason: 'Niemand war zuständig.',
    undone: 'Innerhalb von Sekunden rückgängig gemacht.',
  },
);
