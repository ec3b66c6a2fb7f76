import { catalogue } from '../words/words';

export const pickerWords = catalogue(
  {
    placeholder: 'Name, role or function',
    show: 'Show people',
    nobody: 'Nobody here matches.',
    night: 'night',
    task: 'Task',
    decision: 'Decision',
    message: 'Message',
    topic: 'Topic',
    thing: 'Something',
    unseen: 'not visible to you',
    messageBy: (name: string, words: string) => `${name}: ${words}`,
  },
  {
    placeholder: 'Name, Rolle oder Bereich',
    show: 'Personen zeigen',
    nobody: 'Hier passt niemand.',
    night: 'Nacht',
    task: 'Aufgabe',
    decision: 'Entscheidung',
    message: 'Nachricht',
    topic: 'Thema',
    thing: 'Etwas',
    unseen: 'für Sie nicht sichtbar',
    messageBy: (name: string, words: string) => `${name}: ${words}`,
  },
);
