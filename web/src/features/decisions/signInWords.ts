import { catalogue } from '../../words/words';

/** Ways to sign in, as the server names them. */
export const signIns = catalogue<{ readonly [amr: string]: string }>(
  {
    hwk: 'security key',
    swk: 'passkey on this device',
    link: 'one-time link',
    operator: 'a token from the operator',
    pwd: 'password',
    mfa: 'second factor',
  },
  {
    hwk: 'Sicherheitsschlüssel',
    swk: 'Passkey auf diesem Gerät',
    link: 'Einmal-Link',
    operator: 'Token der Betriebsstelle',
    pwd: 'Passwort',
    mfa: 'zweitem Faktor',
  },
);
