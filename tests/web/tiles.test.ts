import { DISTRICTS, districtBySlug } from '@ww/shared/district';
import { describe, expect, it } from 'vitest';
import { type ArrowKey, neighbour, READING_ORDER, shortName, tileBand, tileName } from '../../web/src/lib/desk/tiles.ts';

const ARROWS: readonly ArrowKey[] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];
const from = (slug: string, key: ArrowKey) => {
  const district = districtBySlug(slug);
  if (!district) throw new Error(slug);
  return neighbour(district, key).slug;
};

describe('arrows on the tile map', () => {
  it('lead to the neighbour and stay at the edge', () => {
    expect(from('wlochy', 'ArrowRight')).toBe('ursynow');
    expect(from('wlochy', 'ArrowUp')).toBe('wola');
    expect(from('ursus', 'ArrowLeft')).toBe('ursus');
    expect(from('bialoleka', 'ArrowUp')).toBe('bialoleka');
  });

  it('find the nearest tile where there is none straight ahead', () => {
    expect(from('bielany', 'ArrowUp')).toBe('bialoleka');
    expect(from('wesola', 'ArrowDown')).toBe('wawer');
  });

  it('reach every district from every other', () => {
    for (const start of DISTRICTS) {
      const reached = new Set([start.slug]);
      for (const slug of reached) for (const key of ARROWS) reached.add(from(slug, key));
      expect(reached.size).toBe(18);
    }
  });

  it('start where reading starts', () => {
    expect(READING_ORDER.map(({ slug }) => slug).slice(0, 4)).toEqual(['bialoleka', 'praga-polnoc', 'targowek', 'bielany']);
  });
});

it('the short names tell all districts apart', () => {
  expect(new Set(DISTRICTS.map(shortName)).size).toBe(18);
});

it('a name that may break is the name of the district', () => {
  const shown = DISTRICTS.map((district) => tileName(district).replaceAll(/[\u00ad\u200b]/g, ''));
  expect(shown).toEqual(DISTRICTS.map(({ name }) => name));
  expect(DISTRICTS.map(tileName)).toContain('Śród\u00admieście');
});

describe('the look of a tile', () => {
  const now = Date.parse('2026-11-26T12:00:00Z');
  const since = (minutes: number) => new Date(now - minutes * 60_000).toISOString();

  it('follows the oldest untaken request and what is urgent', () => {
    expect(tileBand({ open: 0, urgent: 0, oldestWaitingSince: null }, now)).toBe('none');
    expect(tileBand({ open: 3, urgent: 0, oldestWaitingSince: since(59) }, now)).toBe('calm');
    expect(tileBand({ open: 3, urgent: 0, oldestWaitingSince: since(60) }, now)).toBe('wait');
    expect(tileBand({ open: 3, urgent: 0, oldestWaitingSince: since(120) }, now)).toBe('urgent');
    expect(tileBand({ open: 3, urgent: 1, oldestWaitingSince: since(5) }, now)).toBe('urgent');
    expect(tileBand({ open: null, urgent: null, oldestWaitingSince: null }, now)).toBe('calm');
  });
});
