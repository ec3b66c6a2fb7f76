import { catalogue } from '../../words/words';

export const signin = catalogue(
  {
    title: 'Sign in to Muster',
    how: 'Open the one-time link that you were given, in this browser. It works without mail, chat and the corporate directory.',
    ask: 'You have none? Ask whoever runs Muster here: they make one on the server.',
    paste: 'Or paste the link here',
    go: 'Go on',
    wrong: 'That is no sign-in link of this server.',
    again: 'You came here by a link from elsewhere and are signed in?',
    reload: 'Continue',
    noServer: 'The server does not answer. This device keeps nothing of a crisis, because nobody is signed in here.',
  },
  {
    title: 'Bei Muster anmelden',
    how: 'Öffnen Sie den Einmal-Link, den Sie bekommen haben, in diesem Browser. Er funktioniert ohne Mail, Chat und Firmenverzeichnis.',
    ask: 'Sie haben keinen? Fragen Sie, wer Muster hier betreibt: Er wird auf dem Server erzeugt.',
    paste: 'Oder fügen Sie den Link hier ein',
    go: 'Weiter',
    wrong: 'Das ist kein Anmelde-Link dieses Servers.',
    again: 'Sie kamen über einen Link von anderswo und sind angemeldet?',
    reload: 'Fortfahren',
    noServer: 'Der Server antwortet nicht. Auf diesem Gerät ist nichts von einer Krise gespeichert, weil hier niemand angemeldet ist.',
  },
);
