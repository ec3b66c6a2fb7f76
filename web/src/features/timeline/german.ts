/**
 * The server tells headlines in English, as sentences with holes. Here are the same sentences in German, with the same
 * holes. What is not known stays English: better a foreign sentence than a wrong one.
 */
export function inGerman(words: string): string {
  const known = SENTENCES.get(words);
  if (known !== undefined) {
    return known;
  }
  for (const [pattern, german] of PATTERNS) {
    if (pattern.test(words)) {
      return words.replace(pattern, german);
    }
  }
  return words;
}

const SENTENCES: ReadonlyMap<string, string> = new Map([
  ['The record begins', 'Das Protokoll beginnt'],
  ['Exercise time is now {0}', 'Die Übungszeit ist jetzt {0}'],
  ['What should have followed did not: {0}', 'Was folgen sollte, folgte nicht: {0}'],
  ['An errand came back: {0}', 'Von außen kam zurück: {0}'],
  ['The clock of the machine jumped to {0}', 'Die Uhr des Rechners sprang auf {0}'],
  ['The clock of the machine is trusted again', 'Der Uhr des Rechners wird wieder vertraut'],
  ['{0} opened as {1} by {2}: {3}', '{0} wurde als {1} eröffnet von {2}: {3}'],
  ['Declared a crisis, {0}: {1}', 'Krise ausgerufen, {0}: {1}'],
  ['Severity changed from {0} to {1}: {2}', 'Schweregrad geändert von {0} auf {1}: {2}'],
  ['From {0} to {1}: {2}', 'Von {0} zu {1}: {2}'],
  ['{0} is no longer {1}: {2}', '{0} ist nicht mehr {1}: {2}'],
  ['{0} stands in as {1} until {2}: {3}', '{0} vertritt {1} bis {2}: {3}'],
  ['{0} no longer stands in as {1}', '{0} vertritt {1} nicht mehr'],
  ['The seat {0} was offered to {1}: {2}', 'Die Rolle {0} wurde {1} angeboten: {2}'],
  ['{0} took over as {1}', '{0} hat als {1} übernommen'],
  ['{0} did not take over as {1}: {2}', '{0} hat nicht als {1} übernommen: {2}'],
  ['{0} stays {1} after all', '{0} bleibt doch {1}'],
  ['{0} takes part no longer: {1}', '{0} nimmt nicht mehr teil: {1}'],
  ['The next update was promised to {0} for {1}', 'Die nächste Lagemeldung wurde {0} zugesagt für {1}'],
  ['Update: {0}', 'Lagemeldung: {0}'],
  ['The update promised for {0} was not given', 'Die für {0} zugesagte Lagemeldung kam nicht'],
  ['What happened, as known now: {0}', 'Was geschehen ist, soweit bekannt: {0}'],
  ['Closed: {0}', 'Geschlossen: {0}'],
  ['Who may stand in as {0} was changed: {1}', 'Wer {0} vertreten darf, wurde geändert: {1}'],
  ['{0} is {1} in the place of {2}: {3}', '{0} ist {1} anstelle von {2}: {3}'],
  ['{0} is {1}: {2}', '{0} ist {1}: {2}'],
  ['{0} was admitted for {1} until {2}: {3}', '{0} wurde für {1} aufgenommen bis {2}: {3}'],
  ['{0} was admitted for {1}: {2}', '{0} wurde für {1} aufgenommen: {2}'],
  ['{0} asks {1} to do {2}', '{0} bittet {1}, dies zu übernehmen: {2}'],
  ['{0} accepts {1}', '{0} nimmt an: {1}'],
  ['{0} takes {1}, which nobody owned', '{0} übernimmt {1}, wofür niemand zuständig war'],
  ['{0} declines {1}: {2}', '{0} lehnt {1} ab: {2}'],
  ['{0} asks {3} to do {1} instead: {2}', '{0} bittet stattdessen {3} um {1}: {2}'],
  ['{0} asks {3} to take over {1}: {2}', '{0} bittet {3}, {1} zu übernehmen: {2}'],
  ['{0} takes over {1} from {2}', '{0} übernimmt {1} von {2}'],
  ['{0} does not take over {1}: {2}', '{0} übernimmt {1} nicht: {2}'],
  ['{0} no longer hands over {1}', '{0} gibt {1} nun doch nicht weiter'],
  ['{0} lets {3} act as owner of {1}: {2}', '{0} lässt sich bei {1} von {3} vertreten: {2}'],
  ['{0} ends the substitution for {1}: {2}', '{0} beendet die Vertretung bei {1}: {2}'],
  ['{0} starts {1}', '{0} beginnt mit {1}'],
  ['{0} can go on with {1}: {2}', '{0} kann mit {1} weitermachen: {2}'],
  ['{0} no longer waits for {1}', '{0} wartet nicht mehr auf {1}'],
  ['{0} sets {1} due {2}: {3}', '{0} setzt für {1} die Frist {2}: {3}'],
  ['{0} sets no time for {1}: {2}', '{0} setzt für {1} keine Frist: {2}'],
  ['{0} sets the risk of {1} to {2}: {3}', '{0} setzt das Risiko von {1} auf {2}: {3}'],
  ['{0} changes what {1} has to wait for: {2}', '{0} ändert, worauf {1} warten muss: {2}'],
  ['{0} lets {3} verify {1}: {2}', '{0} lässt {1} von {3} prüfen: {2}'],
  ['{0} words {1} anew: {2}', '{0} formuliert {1} neu: {2}'],
  ['{0} completes {1}', '{0} erledigt {1}'],
  ['{0} completes {1}: {2}', '{0} erledigt {1}: {2}'],
  ['{0} verifies {1}', '{0} bestätigt die Prüfung von {1}'],
  ['{0} sends {1} back: {2}', '{0} gibt {1} zurück: {2}'],
  ['{0} drops {1}: {2}', '{0} streicht {1}: {2}'],
  ['{0} reopens {1}: {2}', '{0} öffnet {1} wieder: {2}'],
  ['{0} stops {1}: {2}', '{0} hält {1} an: {2}'],
  ['{0} goes on with {1} in another way: {2}', '{0} macht mit {1} auf andere Weise weiter: {2}'],
  ['{0} needs another owner: its owner has left', '{0} braucht jemand anderen: wer zuständig war, ist gegangen'],
  ['{0} needs an owner', 'Für {0} ist niemand zuständig'],
  ['The owner of {0} is back', 'Wer für {0} zuständig ist, ist zurück'],
  ['{0} has not answered about {1}', '{0} hat nicht geantwortet zu {1}'],
  ['{0} was due {1}', '{0} war fällig {1}'],
  ['{0} cannot go on with {1}, waiting for {2}: {3}', '{0} kommt mit {1} nicht weiter, wartet auf {2}: {3}'],
  ['{0} cannot go on with {1}: {2}', '{0} kommt mit {1} nicht weiter: {2}'],
  ['{0} is rejected', '{0} ist abgelehnt'],
  ['Decided {0}: {1}', 'Entschieden, {0}: {1}'],
  ['Objected to {0}: {1}', 'Einwand gegen {0}: {1}'],
  ['Answered on {0} as {1}: {2}', 'Zu {0} geantwortet als {1}: {2}'],
  ['Not yet: {0} waits until {1}: {2}', 'Noch nicht: {0} wartet bis {1}: {2}'],
  ['{0} is asked again; time until {1}', '{0} wird erneut gefragt; Zeit bis {1}'],
  ['Handed {0} over to {1}: {2}', '{0} weitergegeben an {1}: {2}'],
  [
    'No decision on {0} in time: now {1} may decide as well, until {2}',
    'Keine rechtzeitige Entscheidung zu {0}: nun darf auch {1} entscheiden, bis {2}',
  ],
  [
    'Nobody decided {0}: "{1}" is taken under the rule {2}',
    'Niemand entschied {0}: „{1}“ gilt nach der Regel {2}',
  ],
  [
    'Nobody on the whole path decided {0} in time; it still waits',
    'Niemand auf dem ganzen Weg entschied {0} rechtzeitig; sie wartet weiter',
  ],
  ['Took {0} back: {1}', '{0} zurückgezogen: {1}'],
  ['{0} is superseded by {1}: {2}', '{0} ist ersetzt durch {1}: {2}'],
  ['{0} is limited by {1}: {2}', '{0} ist eingeschränkt durch {1}: {2}'],
  ['{0} is reversed by {1}: {2}', '{0} ist aufgehoben durch {1}: {2}'],
  ['Opened the topic {0}', 'Thema eröffnet: {0}'],
  ['In {0}: {1}', 'In {0}: {1}'],
  ['Corrected a message: {0} ({1})', 'Nachricht berichtigt: {0} ({1})'],
  ['Closed the topic {0}: {1}', 'Thema geschlossen, {0}: {1}'],
  ['Reopened the topic {0}: {1}', 'Thema wieder eröffnet, {0}: {1}'],
]);

const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/^Asked for a decision, (\S+): \{0\}; time until \{1\}$/, 'Um Entscheidung gebeten, $1: {0}; Zeit bis {1}'],
  [
    /^Worded \{0\} anew \(version (\d+)\), approvals so far are void: \{1\}$/,
    '{0} neu formuliert (Fassung $1), bisherige Zustimmungen gelten nicht mehr: {1}',
  ],
  [
    /^Approved "\{1\}" for \{0\} as \{2\}, (\d+) of (\d+), without having heard (.+): \{3\}$/,
    'Für „{1}“ gestimmt bei {0} als {2}, $1 von $2, ohne Anhörung von $3: {3}',
  ],
  [/^Approved "\{1\}" for \{0\} as \{2\}, (\d+) of (\d+): \{3\}$/, 'Für „{1}“ gestimmt bei {0} als {2}, $1 von $2: {3}'],
  [/^Rejected \{0\} as \{1\}, (\d+) of (\d+): \{2\}$/, '{0} abgelehnt als {1}, $1 von $2: {2}'],
  [
    /^\{0\} is to stop or change: the decision \{1\} .+$/,
    '{0} soll halten oder sich ändern: die Entscheidung {1} gilt nicht mehr',
  ],
];
