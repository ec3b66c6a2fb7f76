import { expect, test } from 'vitest';
import { durationOf } from './durations';
import { cityOf, clockOf, isNight, lengthOf } from './times';

const AT = Date.parse('2026-11-23T23:30:00Z');

test('a moment is written in the zone that is asked for', () => {
  expect(clockOf(AT, 'UTC')).toBe('23:30');
  expect(clockOf(AT, 'Asia/Kolkata')).toBe('05:00');
  expect(clockOf(AT, 'America/New_York')).toBe('18:30');
});

test('a zone that nobody knows is read as UTC', () => {
  expect(clockOf(AT, 'Mars/Olympus')).toBe('23:30');
});

test('it is night from ten to six where the person is', () => {
  expect(isNight(AT, 'UTC')).toBe(true);
  expect(isNight(AT, 'Asia/Kolkata')).toBe(true);
  expect(isNight(AT, 'America/New_York')).toBe(false);
});

test('lengths have two units at most', () => {
  const minute = 60_000;
  expect(lengthOf(40_000)).toBe('40 s');
  expect(lengthOf(22 * minute)).toBe('22 min');
  expect(lengthOf(222 * minute)).toBe('3 h 42 min');
  expect(lengthOf(120 * minute)).toBe('2 h');
  expect(lengthOf(-52 * minute)).toBe('52 min');
  expect(lengthOf(52 * 60 * minute)).toBe('2 d 4 h');
});

test('cities are read off the zone', () => {
  expect(cityOf('America/New_York')).toBe('New York');
  expect(cityOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
});

test('durations are read as the server writes them', () => {
  expect(durationOf('PT30M')).toBe(30 * 60_000);
  expect(durationOf('PT48H')).toBe(48 * 3_600_000);
  expect(durationOf('P2DT4H')).toBe(52 * 3_600_000);
  expect(durationOf('nonsense')).toBe(0);
});
