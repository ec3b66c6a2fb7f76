import { catalogue } from '../words/words';

export const paletteWords = catalogue(
  {
    title: 'Search or do anything',
    placeholder: 'A task, a decision, a person, or what to do',
    results: 'Found',
    nothing: 'Nothing of that name.',
    newTask: 'New task',
    askDecision: 'Ask for a decision',
    declare: 'Declare a crisis',
    task: 'task',
    topic: 'topic',
    person: 'person',
    crisis: 'crisis',
  },
  {
    title: 'Suchen oder etwas tun',
    placeholder: 'Eine Aufgabe, eine Entscheidung, eine Person, oder was zu tun ist',
    results: 'Gefunden',
    nothing: 'Nichts dieses Namens.',
    newTask: 'Neue Aufgabe',
    askDecision: 'Um eine Entscheidung bitten',
    declare: 'Krise ausrufen',
    task: 'Aufgabe',
    topic: 'Thema',
    person: 'Person',
    crisis: 'Krise',
  },
);
