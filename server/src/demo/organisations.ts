import { newId } from '@ww/shared/id';
import { KINDS, type Kind } from '@ww/shared/request/kinds';
import { warsawDay } from '@ww/shared/week';

/** People whom an invented organisation offers without names. Minutes are those of Warsaw's wall clock. */
interface PoolData {
  weekdays: readonly number[];
  hours: readonly [from: number, to: number];
  headcount: number;
  kinds: readonly Kind[];
}

interface OrganisationData {
  /** Names the scope of a demo person. */
  key?: string;
  name: string;
  districts: readonly [string, ...string[]];
  /** Nobody can sign in as they: an account without a password. Missing where a demo person coordinates. */
  coordinator?: string;
  /** Who coordinates beside them. */
  more?: readonly string[];
  /** Hosts of minors. */
  isSchool?: boolean;
  pools?: readonly PoolData[];
}

export interface DemoOrganisation extends OrganisationData {
  id: string;
  district: string;
  createdAt: Date;
  pools: readonly (PoolData & { id: string })[];
}

export const OWN_ORGANISATION = 'fundacja-kladka';
const DAY = 86_400_000;
const WEEKDAYS = [1, 2, 3, 4, 5];
const pool = (
  weekdays: readonly number[],
  from: number,
  to: number,
  headcount: number,
  kinds: readonly Kind[] = ['SHOPPING', 'RUBBISH', 'OTHER'],
): PoolData => ({ weekdays, hours: [from * 60, to * 60], headcount, kinds });

/** Invented, each with the district that registered it first. */
const ORGANISATIONS: readonly OrganisationData[] = [
  {
    key: OWN_ORGANISATION,
    name: 'Fundacja Kładka',
    districts: ['wlochy', 'ursus'],
    more: ['Olena Dzierlatka'],
    pools: [pool([1, 2, 3, 4, 5, 6, 7], 8, 20, 2, KINDS)],
  },
  {
    name: 'Klub Seniora',
    districts: ['wlochy'],
    coordinator: 'Bożena Jemiołuszka',
    more: ['Zofia Makolągwa'],
    pools: [pool([2, 4], 9, 12, 1, ['OTHER'])],
  },
  {
    name: 'Szkoła Pod Klonem',
    districts: ['wlochy'],
    coordinator: 'Marzena Świerk',
    more: ['Adrian Kszyk'],
    isSchool: true,
    pools: [pool([6], 9, 13, 3, ['SHOPPING', 'RUBBISH', 'PET'])],
  },
  { name: 'Parafia pod Brzozami', districts: ['wlochy', 'ochota'], coordinator: 'Grzegorz Topola', pools: [pool([6], 13, 17, 1)] },
  { name: 'Biblioteka Za Rogiem', districts: ['wlochy', 'ursus'], coordinator: 'Alina Dereń', more: ['Kornel Głuszec'] },
  { name: 'Świetlica Zaułek', districts: ['ursus'], coordinator: 'Kamil Jarząb' },
  { name: 'Klub Kubek Herbaty', districts: ['ochota'], coordinator: 'Ewelina Kulik', pools: [pool(WEEKDAYS, 14, 17, 1)] },
  { name: 'Fundacja Po Schodach', districts: ['srodmiescie', 'wola'], coordinator: 'Marcin Cietrzew' },
  { name: 'Stowarzyszenie Nasze Podwórko', districts: ['wola'], coordinator: 'Sylwia Osika' },
  { name: 'Stowarzyszenie Zielony Dziedziniec', districts: ['praga-poludnie'], coordinator: 'Dariusz Krogulec' },
  { name: 'Fundacja Bliski Próg', districts: ['praga-polnoc', 'targowek'], coordinator: 'Renata Kawka' },
  { name: 'Fundacja Ciepły Obiad', districts: ['mokotow'], coordinator: 'Joanna Limba', pools: [pool([6, 7], 11, 15, 2, ['SHOPPING'])] },
  { name: 'Szkoła Nad Skarpą', districts: ['ursynow', 'wilanow'], coordinator: 'Artur Głóg', isSchool: true, pools: [pool([6], 9, 13, 4)] },
  { name: 'Klub Seniora Jarzębina', districts: ['bielany', 'zoliborz'], coordinator: 'Teresa Czeremcha' },
  { name: 'Stowarzyszenie Druga Strona Rzeki', districts: ['bialoleka'], coordinator: 'Robert Bekas' },
  { name: 'Harcerze spod Sosny', districts: ['bemowo', 'wola'], coordinator: 'Monika Zimorodek', pools: [pool([6, 7], 10, 14, 3)] },
  { name: 'Straż Sąsiedzka Wydma', districts: ['wawer', 'wesola'], coordinator: 'Piotr Jałowiec' },
  { name: 'Wolontariat Stara Lipa', districts: ['wilanow'], coordinator: 'Beata Raniuszek' },
];

/** Organisations of the demo with their ids, registered some while before `now`. */
export function inventOrganisations(now: Date): DemoOrganisation[] {
  return ORGANISATIONS.map((data, index) => {
    const createdAt = new Date(now.getTime() - (90 + index * 37) * DAY);
    const pools = (data.pools ?? []).map((offered) => ({ ...offered, id: newId(now.getTime() - 21 * DAY) }));
    return { ...data, id: newId(createdAt.getTime()), district: data.districts[0], createdAt, pools };
  });
}

/** Rows of `volunteer_pool`: offered three weeks ago, for two months more. */
export function poolRows(organisations: readonly DemoOrganisation[], now: Date): Record<string, unknown>[] {
  const day = (days: number) => warsawDay(now.getTime() + days * DAY);
  return organisations.flatMap(({ id, districts, pools }) =>
    pools.map((offered) => ({
      ...{ id: offered.id, organisation_id: id, districts, kinds: offered.kinds, weekdays: offered.weekdays },
      ...{ from_minute: offered.hours[0], to_minute: offered.hours[1], headcount: offered.headcount },
      ...{ from_day: day(-21), to_day: day(60), created_at: new Date(now.getTime() - 21 * DAY), ended_at: null, version: 1 },
    })),
  );
}
