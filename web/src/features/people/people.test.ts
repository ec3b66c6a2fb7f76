import { expect, test } from 'vitest';
import { isWorking, offsetOf, presenceOf, stretches } from './hours';
import type { PersonCard, ResponderCard, SeatCard } from './roster';
import { othersOf, standInOf } from './roster';
import { successorsOf } from './useSeatMay';
import { linkOf } from './Ways';

const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
const person = (more: Partial<PersonCard> = {}): PersonCard => ({
  id: 'dana',
  kind: 'human',
  name: 'Dana',
  handle: 'dana',
  zone: 'Asia/Kolkata',
  hours: { from: '09:30', to: '19:00', days: [...WEEK] },
  absences: [],
  reach: [],
  purpose: '',
  active: true,
  ...more,
});
// a Tuesday
const at = (time: string) => Date.parse(`2026-11-24T${time}:00Z`);

test('hours of work are hours of the place', () => {
  expect(isWorking(person(), at('04:00'))).toBe(true);
  expect(isWorking(person(), at('13:29'))).toBe(true);
  expect(isWorking(person(), at('13:30'))).toBe(false);
  expect(isWorking(person({ zone: 'America/Chicago' }), at('04:00'))).toBe(false);
});

test('a night shift belongs to the day on which it begins', () => {
  const shift = person({ zone: 'UTC', hours: { from: '22:00', to: '06:00', days: ['tuesday'] } });
  expect(isWorking(shift, at('23:00'))).toBe(true);
  expect(isWorking(shift, at('23:00') + 5 * 3_600_000)).toBe(true);
  expect(isWorking(shift, at('03:00'))).toBe(false);
});

test('an absence counts more than hours, and hours more than the night', () => {
  const absences = [{ from: '2026-11-20T00:00:00Z', until: '2026-11-27T00:00:00Z' }];
  expect(presenceOf(person({ absences }), at('05:00'), at('05:00'))).toBe('away');
  expect(presenceOf(person({ absences }), at('05:00'), Date.parse('2026-11-28T00:00:00Z'))).toBe('at-work');
  expect(presenceOf(person(), at('17:00'), at('17:00'))).toBe('night');
  expect(presenceOf(person(), at('14:00'), at('14:00'))).toBe('off-hours');
  const { hours: _, ...rest } = person();
  expect(presenceOf(rest, at('14:00'), at('14:00'))).toBe('unknown');
});

test('zones are known by how far they are ahead', () => {
  expect(offsetOf('Asia/Kolkata', at('20:00'))).toBe(330);
  expect(offsetOf('America/Los_Angeles', at('02:00'))).toBe(-480);
  expect(offsetOf('UTC', at('02:00'))).toBe(0);
});

test('a bar shows where something holds, cut at its ends', () => {
  const day = 24 * 3_600_000;
  const from = at('00:00');
  const noon = (moment: number) => moment >= from + day / 2 && moment < from + (day * 3) / 4;
  expect(stretches(from, from + day, noon)).toEqual([{ from: 50, length: 25 }]);
  expect(stretches(from, from + day, () => true)).toEqual([{ from: 0, length: 100 }]);
  expect(stretches(from, from + day, () => false)).toEqual([]);
});

const seat = (more: Partial<SeatCard> = {}): SeatCard => ({
  id: 's',
  role: 'lead',
  title: 'Lead',
  function: 'security',
  leads: true,
  holder: 'dana',
  deputies: ['tomas'],
  since: '2026-11-24T00:00:00Z',
  ...more,
});
const part = (id: string, kind: 'human' | 'agent' = 'human'): ResponderCard => ({
  id,
  kind,
  functions: [],
  roles: [],
  deputyFor: [],
});

test('whoever has no seat is told apart by where they come from and what they are', () => {
  const directory = new Map([
    ['dana', person()],
    ['tomas', person({ id: 'tomas', name: 'Tomás' })],
    ['omar', person({ id: 'omar', name: 'Omar', partner: 'halden' })],
    ['bot', person({ id: 'bot', name: 'Bot', kind: 'agent' })],
  ]);
  const others = othersOf([part('dana'), part('omar'), part('bot', 'agent'), part('tomas')], [seat()], directory);
  expect(others.own.map((each) => each.id)).toEqual(['tomas']);
  expect(others.outside.map((each) => each.id)).toEqual(['omar']);
  expect(others.machines.map((each) => each.id)).toEqual(['bot']);
});

test('a stand-in is over when its end has passed', () => {
  const stood = seat({ standIn: 'tomas', standInUntil: '2026-11-24T12:00:00Z' });
  expect(standInOf(stood, at('11:59'))?.person).toBe('tomas');
  expect(standInOf(stood, at('12:00'))).toBeUndefined();
});

test('a seat is handed to its deputies or to whom the charter names', () => {
  const charter = { roles: [{ name: 'lead', holders: ['dana', 'eve'], deputies: ['tomas'] }] } as never;
  expect(successorsOf(seat(), charter)).toEqual(['tomas', 'eve']);
  expect(successorsOf(seat(), undefined)).toEqual(['tomas']);
});

test('an address becomes a link only where it is one', () => {
  expect(linkOf({ way: 'phone', address: '+47 22 12 34 56 (desk)' })).toBe('tel:+4722123456');
  expect(linkOf({ way: 'mail', address: 'dana@example.com' })).toBe('mailto:dana@example.com');
  expect(linkOf({ way: 'mail', address: 'dana@example.com?bcc=all@example.com' })).toBeNull();
  expect(linkOf({ way: 'messenger', address: '@dana' })).toBeNull();
});
