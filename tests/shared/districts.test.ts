import { DISTRICTS, districtBySlug, DISTRICT_SLUGS } from '@ww/shared/district';
import { normalisePhone } from '@ww/shared/phone';
import { describe, expect, it } from 'vitest';

/** As the City's page on the Teams prints them. */
const PRINTED: Record<string, string> = {
  Bemowo: '22 48 71 300',
  Białołęka: '723 247 819',
  Bielany: '22 443 47 03',
  Mokotów: '22 443 67 71',
  Ochota: '22 578 35 40',
  'Praga-Południe': '22 44 35 228, 22 44 35 300',
  'Praga-Północ': '22 44 38 099',
  Rembertów: '572 726 721',
  Śródmieście: '22 277 41 73',
  Targówek: '22 32 55 487',
  Ursus: '22 277 34 77',
  Ursynów: '22 443 73 95',
  Wawer: '22 443 69 14',
  Wesoła: '22 44 34 086',
  Wilanów: '22 443 49 55, 22 443 49 58',
  Włochy: '22 44 34 498',
  Wola: '22 325 66 44',
  Żoliborz: '22 443 90 00',
};

describe('districts', () => {
  it('are the 18 of the City, each with the phones of its Team as printed', () => {
    const known = Object.fromEntries(DISTRICTS.map(({ name, teamPhones }) => [name, teamPhones]));
    const printed = Object.fromEntries(Object.entries(PRINTED).map(([name, phones]) => [name, phones.split(', ').map(normalisePhone)]));
    expect(known).toEqual(printed);
    expect(DISTRICTS).toHaveLength(18);
    expect(DISTRICTS.flatMap(({ teamPhones }) => teamPhones)).toHaveLength(20);
  });

  it('have a Network of coordinators in seven', () => {
    const networks = DISTRICTS.filter(({ localVolunteering }) => localVolunteering).map(({ name }) => name);
    expect(networks.toSorted()).toEqual(['Białołęka', 'Wawer', 'Włochy', 'Ursynów', 'Targówek', 'Bielany', 'Ochota'].toSorted());
  });

  it('are known by a slug of plain letters, a code of the register, and a tile of their own', () => {
    for (const { slug, name, teryt } of DISTRICTS) {
      expect(slug).toMatch(/^[a-z-]+$/);
      expect(teryt).toMatch(/^1465\d{2}8$/);
      expect(districtBySlug(slug)?.name).toBe(name);
    }
    expect(new Set(DISTRICT_SLUGS).size).toBe(18);
    expect(new Set(DISTRICTS.map(({ teryt }) => teryt)).size).toBe(18);
    expect(new Set(DISTRICTS.map(({ tile }) => `${tile.row}/${tile.column}`)).size).toBe(18);
    expect(districtBySlug('krakow')).toBeUndefined();
  });
});
