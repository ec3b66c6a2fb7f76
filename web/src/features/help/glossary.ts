import { catalogue } from '../../words/words';

export interface Term {
  readonly word: string;
  readonly means: string;
}

/** Words with one meaning, as `docs/glossary.md` fixes them. */
export const glossary = catalogue<{ readonly field: readonly Term[]; readonly machine: readonly Term[] }>(
  {
    field: [
      { word: 'crisis', means: 'One incident that needs coordination across functions; also an exercise, which runs on the same engine and is unmistakably marked.' },
      { word: 'charter', means: 'The response governance in force, versioned: roles, deputies, decision types, authority rules, escalation paths, rights.' },
      { word: 'seat', means: 'A role of the charter as filled in one crisis: by whom, since when, deputised by whom, until when.' },
      { word: 'responder', means: 'A person or non-human identity who is in the room of a crisis.' },
      { word: 'task', means: 'A piece of work with exactly one owner at any time, accepted by that owner.' },
      { word: 'blocker', means: 'Why a task cannot go on: a cause, what or whom it waits for, since when.' },
      { word: 'decision', means: 'A question that needs authority: type, options, evidence shown, decider, deadline, escalation, outcome with reason.' },
      { word: 'signed wording', means: 'The exact words, versions and evidence that a decider approved.' },
      { word: 'statement', means: 'Words for the outside: situation report, press line, customer notice, filing.' },
      { word: 'lane', means: 'A compartment of a crisis: general, counsel-directed, executive, outside party.' },
      { word: 'channel', means: 'Talk inside Muster; mail, chat and phone bridges are outside channels.' },
      { word: 'phase', means: 'Where a crisis stands: suspected, confirmed, containing, eradicating, recovering, monitoring, closed.' },
      { word: 'alarm', means: 'Time asking. An alert is a person being told.' },
      { word: 'inject', means: 'An event that an exercise feeds to players.' },
      { word: 'clock', means: 'A duty to tell somebody by a time, started by a recorded fact.' },
      { word: 'coordination debt', means: 'Waiting time with a cause.' },
      { word: 'non-human identity', means: 'Service account, API key, workload, bot or agent: can act within a bounded grant, is always owned by a person, never decides.' },
    ],
    machine: [
      { word: 'stream', means: 'One totally ordered history: that of the organisation, or of one crisis.' },
      { word: 'entry', means: 'One event as stored: header, body, contents.' },
      { word: 'append', means: 'The entries of one command, which stand or fall together.' },
      { word: 'entitlement', means: 'The snapshot in an entry of why whoever did it was entitled.' },
      { word: 'crisis time', means: 'The time of the crisis: real time, except in exercises, where it can be set, sped up and paused.' },
      { word: 'checkpoint', means: 'The signed root of a stream’s tree at a size.' },
      { word: 'receipt', means: 'Proof that an entry is in the tree. A regulator’s confirmation is a filing receipt.' },
      { word: 'anchor', means: 'A checkpoint, receipt, cosignature or time stamp kept elsewhere.' },
      { word: 'withheld', means: 'Not shown to you, or erased: that it exists, when, and its fingerprint stay.' },
      { word: 'gap', means: 'Time in which something ought to have been there and was not: an owner, a decision, somebody who leads, an update.' },
    ],
  },
  {
    field: [
      { word: 'Krise', means: 'Ein Vorfall, der Abstimmung über Funktionen hinweg braucht; auch eine Übung, die mit denselben Mitteln läuft und unverkennbar gekennzeichnet ist.' },
      { word: 'Ordnung', means: 'Was für die Bewältigung gilt, in Fassungen: Rollen, Vertretungen, Arten von Entscheidungen, Regeln der Befugnis, Eskalationswege, Rechte.' },
      { word: 'Rolle', means: 'In einer Krise besetzt: durch wen, seit wann, vertreten von wem, bis wann.' },
      { word: 'Beteiligte', means: 'Personen oder nichtmenschliche Identitäten im Raum einer Krise.' },
      { word: 'Aufgabe', means: 'Ein Stück Arbeit, für das zu jeder Zeit genau eine Person zuständig ist, die es angenommen hat.' },
      { word: 'Blockade', means: 'Warum eine Aufgabe nicht weitergeht: eine Ursache, worauf oder auf wen sie wartet, seit wann.' },
      { word: 'Entscheidung', means: 'Eine Frage, die Befugnis braucht: Art, Möglichkeiten, gezeigte Belege, wer entscheidet, Frist, Eskalation, Ergebnis mit Grund.' },
      { word: 'unterschriebener Wortlaut', means: 'Die genauen Worte, Fassungen und Belege, denen zugestimmt wurde.' },
      { word: 'Erklärung', means: 'Worte nach außen: Lagebericht, Pressezeile, Kundenmitteilung, Meldung.' },
      { word: 'Bereich', means: 'Ein Abteil einer Krise: allgemein, anwaltlich geführt, Leitung, externe Partei.' },
      { word: 'Kanal', means: 'Gespräch in Muster; Mail, Chat und Telefonkonferenz sind äußere Kanäle.' },
      { word: 'Phase', means: 'Wo eine Krise steht: Verdacht, bestätigt, Eindämmen, Beseitigen, Wiederherstellen, Beobachten, geschlossen.' },
      { word: 'Wecker', means: 'Die Zeit fragt. Ein Alarm ist es, wenn jemand benachrichtigt wird.' },
      { word: 'Einspielung', means: 'Ein Ereignis, das eine Übung den Spielenden gibt.' },
      { word: 'Frist', means: 'Eine Pflicht, jemandem bis zu einer Zeit etwas zu sagen, ausgelöst durch eine festgehaltene Tatsache.' },
      { word: 'Koordinationsschuld', means: 'Wartezeit mit einer Ursache.' },
      { word: 'nichtmenschliche Identität', means: 'Dienstkonto, API-Schlüssel, Workload, Bot oder Agent: handelt in begrenztem Rahmen, gehört immer einer Person, entscheidet nie.' },
    ],
    machine: [
      { word: 'Strom', means: 'Eine vollständig geordnete Geschichte: die der Organisation oder die einer Krise.' },
      { word: 'Eintrag', means: 'Ein Ereignis, wie es gespeichert ist: Kopf, Rumpf, Inhalte.' },
      { word: 'Anhang', means: 'Die Einträge eines Befehls, die miteinander stehen oder fallen.' },
      { word: 'Berechtigung', means: 'Die Momentaufnahme im Eintrag, warum jemand dazu befugt war.' },
      { word: 'Krisenzeit', means: 'Die Zeit der Krise: die wirkliche, außer in Übungen, wo sie gestellt, beschleunigt und angehalten werden kann.' },
      { word: 'Checkpoint', means: 'Die signierte Wurzel des Baums eines Stroms bei einer Größe.' },
      { word: 'Quittung', means: 'Der Beweis, dass ein Eintrag im Baum ist. Die Bestätigung einer Behörde ist eine Meldequittung.' },
      { word: 'Anker', means: 'Ein Checkpoint, eine Quittung, Mitsignatur oder ein Zeitstempel, anderswo aufbewahrt.' },
      { word: 'zurückgehalten', means: 'Ihnen nicht gezeigt, oder gelöscht: dass es ihn gibt, wann, und sein Fingerabdruck bleiben.' },
      { word: 'Lücke', means: 'Zeit, in der etwas da sein sollte und nicht da war: jemand Zuständiges, eine Entscheidung, eine Leitung, eine Lagemeldung.' },
    ],
  },
);
