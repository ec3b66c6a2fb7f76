import { catalogue } from '../../words/words';

/**
 * What whoever holds a role does in the first two hours, by the function of the role; `lead` for the one that opens a
 * crisis. Words of the product, not of the charter: they hold wherever nothing better was written.
 */
export const missions = catalogue<Readonly<Record<string, readonly string[]>>>(
  {
    lead: [
      'Declare the crisis, set the severity, say in one sentence what is known.',
      'Call the roll. Fill every leading seat; name who stands in for you, and when you hand over.',
      'Promise the next update with a time, and keep it.',
      'Give every piece of work an owner who accepted it. Put questions of authority as decisions, not as messages.',
    ],
    security: [
      'Say what is seen, since when, how sure you are. Keep what is volatile before anything is switched off.',
      'Propose how to contain, with what it costs and how to undo it.',
      'Find out how far it goes: which systems, accounts, data.',
      'Assume that the attacker reads mail and chat.',
    ],
    infrastructure: [
      'Find out what hangs on what before something is isolated.',
      'Check that backups exist, are out of reach, and can be restored.',
      'Carry out what was decided, and say when it is done.',
    ],
    identity: [
      'List the accounts and secrets that may be in the wrong hands, with their owners.',
      'Do not disable the account that runs the recovery. Rotate after the attacker is out, not before.',
      'Prepare a way to sign in that does not hang on the directory concerned.',
    ],
    engineering: [
      'Freeze releases where that was decided. Say what runs where, in which version.',
      'Keep build logs and disks.',
      'Name what can be rolled back, and how long it takes.',
    ],
    operations: [
      'Say what the business can do without, for how long, and from when on it hurts.',
      'Bring manual procedures into use where systems are taken away.',
      'Free people for the crisis, and for the next shift.',
    ],
    legal: [
      'Write down which duties to notify may run, since which fact, until when.',
      'Ask for a legal hold. Decide what belongs in the counsel’s lane before it is written.',
      'Read every word for the outside before it goes out.',
    ],
    communications: [
      'Prepare a holding line that is true with what is known now.',
      'Name who speaks outside; everybody else does not.',
      'Say inside what people may and may not say.',
    ],
    executive: [
      'Be reachable. Decide what comes to you, with a reason, or say who does.',
      'Ask for impact, what is not known, decisions needed, next update.',
      'Keep the board informed by the brief, not by calls to responders.',
    ],
    customers: [
      'Find out which customers are concerned, by what, and who speaks with them.',
      'Collect what customers ask and report; bring it to the room.',
      'Promise nothing that was not decided.',
    ],
    finance: ['Say which payments cannot wait.', 'Watch for payment fraud in the noise.', 'Keep the costs of the crisis apart.'],
    hr: ['Find people for the next shift.', 'See that those on duty eat, sleep and are relieved.', 'Prepare what the staff is told.'],
    platform: ['Keep Muster running, without reading lanes that are not yours.', 'Give out sign-in links. Make a backup.'],
    exercise: ['Keep exercise and reality apart. A real incident stops the exercise at once.'],
    other: [
      'Answer the roll-call. Say until when you are on duty.',
      'Accept or decline what you are offered, at once.',
      'Write down what you do when you do it.',
    ],
  },
  {
    lead: [
      'Krise ausrufen, Schweregrad festlegen, in einem Satz sagen, was bekannt ist.',
      'Anwesenheit abfragen. Jede leitende Rolle besetzen; sagen, wer Sie vertritt und wann Sie übergeben.',
      'Die nächste Lagemeldung mit Uhrzeit zusagen und einhalten.',
      'Für jede Arbeit jemanden finden, der sie annimmt. Fragen der Befugnis als Entscheidung stellen, nicht als Nachricht.',
    ],
    security: [
      'Sagen, was zu sehen ist, seit wann, und wie sicher. Flüchtiges sichern, bevor etwas abgeschaltet wird.',
      'Vorschlagen, wie einzudämmen ist, was es kostet und wie man es zurücknimmt.',
      'Herausfinden, wie weit es reicht: Systeme, Konten, Daten.',
      'Davon ausgehen, dass der Angreifer Mail und Chat mitliest.',
    ],
    infrastructure: [
      'Herausfinden, was woran hängt, bevor etwas getrennt wird.',
      'Prüfen, ob es Sicherungen gibt, ob sie unerreichbar liegen und sich zurückspielen lassen.',
      'Ausführen, was entschieden ist, und sagen, wenn es getan ist.',
    ],
    identity: [
      'Konten und Geheimnisse auflisten, die in falschen Händen sein können, mit ihren Zuständigen.',
      'Nicht das Konto sperren, mit dem wiederhergestellt wird. Geheimnisse tauschen, wenn der Angreifer draußen ist, nicht vorher.',
      'Einen Weg der Anmeldung vorbereiten, der nicht am betroffenen Verzeichnis hängt.',
    ],
    engineering: [
      'Auslieferungen anhalten, wo das entschieden ist. Sagen, was wo in welcher Fassung läuft.',
      'Protokolle und Platten der Builds aufheben.',
      'Sagen, was sich zurücknehmen lässt und wie lange es dauert.',
    ],
    operations: [
      'Sagen, worauf der Betrieb wie lange verzichten kann und ab wann es schmerzt.',
      'Ersatzverfahren einführen, wo Systeme wegfallen.',
      'Personen freistellen, auch für die nächste Schicht.',
    ],
    legal: [
      'Aufschreiben, welche Meldepflichten laufen können, seit welcher Tatsache, bis wann.',
      'Löschsperre verlangen. Klären, was in den anwaltlichen Bereich gehört, bevor es geschrieben wird.',
      'Jedes Wort nach außen lesen, bevor es hinausgeht.',
    ],
    communications: [
      'Eine erste Zeile vorbereiten, die mit dem jetzt Bekannten wahr ist.',
      'Festlegen, wer nach außen spricht; alle anderen nicht.',
      'Innen sagen, was gesagt werden darf und was nicht.',
    ],
    executive: [
      'Erreichbar sein. Entscheiden, was zu Ihnen kommt, mit Grund, oder sagen, wer es tut.',
      'Nach Wirkung, Unbekanntem, nötigen Entscheidungen und der nächsten Lagemeldung fragen.',
      'Aufsichtsgremien über das Lagebild unterrichten, nicht durch Anrufe bei den Beteiligten.',
    ],
    customers: [
      'Herausfinden, welche Kunden wovon betroffen sind und wer mit ihnen spricht.',
      'Sammeln, was Kunden fragen und melden; in den Raum bringen.',
      'Nichts zusagen, was nicht entschieden ist.',
    ],
    finance: ['Sagen, welche Zahlungen nicht warten können.', 'Auf Zahlungsbetrug im Durcheinander achten.', 'Kosten der Krise getrennt führen.'],
    hr: ['Personen für die nächste Schicht finden.', 'Dafür sorgen, dass die Diensthabenden essen, schlafen und abgelöst werden.', 'Vorbereiten, was der Belegschaft gesagt wird.'],
    platform: ['Muster am Laufen halten, ohne fremde Bereiche zu lesen.', 'Anmeldelinks ausgeben. Eine Sicherung machen.'],
    exercise: ['Übung und Wirklichkeit trennen. Ein echter Vorfall beendet die Übung sofort.'],
    other: [
      'Auf die Anwesenheitsabfrage antworten. Sagen, bis wann Sie im Dienst sind.',
      'Angebotenes sofort annehmen oder ablehnen.',
      'Aufschreiben, was Sie tun, wenn Sie es tun.',
    ],
  },
);
