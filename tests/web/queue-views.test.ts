import { describe, expect, it } from 'vitest';
import { needing } from '../../web/src/lib/desk/attention.ts';
import { queueAddress } from '../../web/src/lib/request/address.ts';
import { type Viewed, viewFrom, type ViewName, viewOf } from '../../web/src/lib/request/views.ts';

const NOW = Date.parse('2026-11-26T12:00:00+01:00');
const ago = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString();
const row = (id: string, more: Partial<Viewed> = {}): Viewed => ({
  id,
  version: 1,
  state: 'NEW',
  priority: 'NORMAL',
  createdAt: ago(10),
  dueTo: ago(-300),
  closedAt: null,
  assigneeId: null,
  ...more,
});
const rows = [
  row('new'),
  row('waits', { state: 'TRIAGED', createdAt: ago(90) }),
  row('long', { state: 'TRIAGED', createdAt: ago(150) }),
  row('asked', { state: 'OFFERED', createdAt: ago(50) }),
  row('marked', { priority: 'URGENT' }),
  row('mine', { state: 'ACCEPTED', assigneeId: 'me', createdAt: ago(200) }),
  row('late', { state: 'IN_PROGRESS', assigneeId: 'other', dueTo: ago(5), createdAt: ago(220) }),
  row('missed', { dueTo: ago(20), createdAt: ago(40) }),
  row('done', { state: 'DONE', closedAt: ago(30), assigneeId: 'me' }),
  row('yesterday', { state: 'CANCELLED', closedAt: ago(13 * 60) }),
];
const inView = (name: ViewName) => {
  const { matches, compare } = viewOf(name, 'me');
  return rows
    .filter((r) => matches(r, NOW))
    .toSorted(compare)
    .map(({ id }) => id);
};

describe('the views of the queue', () => {
  it('list what their names say: untaken first, of those urgent and not asked about, then longest waiting', () => {
    expect(inView('otwarte')).toEqual(['marked', 'long', 'waits', 'missed', 'new', 'asked', 'late', 'mine']);
    expect(inView('pilne')).toEqual(['marked', 'long', 'missed', 'late']);
    expect(inView('nowe')).toEqual(['marked', 'missed', 'new']);
    expect(inView('pytamy')).toEqual(['asked']);
    expect(inView('moje')).toEqual(['mine']);
    expect(inView('zamkniete')).toEqual(['done']);
  });

  it('live in the address', () => {
    const url = new URL('https://example.org/zgloszenia?dzielnica=wlochy&widok=pilne&nr=7');
    expect(viewFrom(url)).toBe('pilne');
    expect(viewFrom(new URL('https://example.org/zgloszenia?widok=x'))).toBe('otwarte');
    expect(queueAddress(url, { nr: null })).toBe('/zgloszenia?dzielnica=wlochy&widok=pilne');
    expect(queueAddress(url, { widok: 'otwarte' })).toBe('/zgloszenia?dzielnica=wlochy&nr=7');
    expect(queueAddress(new URL('https://example.org/zgloszenia?wolontariusz=1&nr=7'), { wolontariusz: null })).toBe('/zgloszenia?nr=7');
    expect(queueAddress(url, { nr: '8' })).toBe('/zgloszenia?dzielnica=wlochy&widok=pilne&nr=8');
  });
});

describe('what needs attention', () => {
  it('comes gravest first: late and untaken, late, urgent, waiting', () => {
    expect(needing(rows, NOW).map(({ row: { id }, why }) => [id, why])).toEqual([
      ['missed', 'late-untaken'],
      ['late', 'late-taken'],
      ['long', 'urgent'],
      ['marked', 'urgent'],
      ['waits', 'waiting'],
    ]);
  });
});
