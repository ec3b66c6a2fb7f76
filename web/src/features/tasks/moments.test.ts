import { describe, expect, it } from 'vitest';
import { momentIn, wallClockOf } from './moments';

const iso = (text: string, zone: string) => {
  const at = momentIn(text, zone);
  return at === null ? null : new Date(at).toISOString();
};

describe('a day and a time in a zone', () => {
  it('is a moment, in summer as in winter', () => {
    expect(iso('2026-07-01T14:30', 'Europe/Berlin')).toBe('2026-07-01T12:30:00.000Z');
    expect(iso('2026-01-01T14:30', 'Europe/Berlin')).toBe('2026-01-01T13:30:00.000Z');
    expect(iso('2026-03-25T09:00', 'Asia/Kolkata')).toBe('2026-03-25T03:30:00.000Z');
    expect(iso('2026-03-25T09:00', 'UTC')).toBe('2026-03-25T09:00:00.000Z');
  });

  it('is the earlier moment where clocks are put back', () => {
    expect(iso('2026-10-25T02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
  });

  it('is an hour later by the clock where clocks are put forward', () => {
    const at = momentIn('2026-03-29T02:30', 'Europe/Berlin');
    expect(at === null ? '' : wallClockOf(at, 'Europe/Berlin')).toBe('2026-03-29T03:30');
  });

  it('is right on the days beside a change of clocks', () => {
    expect(iso('2026-03-29T12:00', 'Europe/Berlin')).toBe('2026-03-29T10:00:00.000Z');
    expect(iso('2026-03-28T23:00', 'America/New_York')).toBe('2026-03-29T03:00:00.000Z');
  });

  it('is nothing where it is not complete', () => {
    expect(momentIn('', 'UTC')).toBeNull();
    expect(momentIn('2026-03-29', 'UTC')).toBeNull();
  });
});

describe('what a clock shows', () => {
  it('reads back as the same moment', () => {
    for (const zone of ['UTC', 'Europe/Oslo', 'America/Bogota', 'Asia/Kolkata', 'Pacific/Chatham']) {
      const at = Date.parse('2026-03-25T22:41:00Z');
      expect(momentIn(wallClockOf(at, zone), zone)).toBe(at);
    }
  });
});
