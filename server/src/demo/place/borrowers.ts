import type { Purpose } from '@ww/shared/place/terms';
import type { DemoOrganisation } from '../organisations.ts';
import type { Borrower } from './terms.ts';

const person = (
  name: string,
  purpose: Purpose,
  reach: readonly [mailbox: string, phone?: string],
  group: string | null = null,
): Borrower => ({
  ...{ kind: group === null ? 'RESIDENT' : 'GROUP', group, name, email: `${reach[0]}@example.org`, phone: reach[1] ?? null, purpose },
});

/** Residents and groups of neighbours, all invented. */
const NEIGHBOURS: readonly Borrower[] = [
  person('Teodora Wrzosek', 'REHEARSAL', ['teodora.wrzosek', '+48220000181'], 'Chór Wrzos'),
  person('Halina Jarzębiak', 'CLASSES', ['halina.jarzebiak'], 'Szydełko po sąsiedzku'),
  person('Bruno Perliczka', 'GAMES', ['bruno.perliczka', '+48220000182'], 'Klub gier Pionek'),
  person('Leon Kalinka', 'WORKSHOP', ['leon.kalinka', '+48220000183'], 'Rowerownia'),
  person('Kalina Ostrokrzew', 'WORKSHOP', ['kalina.ostrokrzew'], 'Gotowanie bez resztek'),
  person('Wanda Kwiczoł', 'MEETING', ['wanda.kwiczol', '+48220000184'], 'Wspólnota spod szóstki'),
  person('Roksana Bażant', 'CELEBRATION', ['roksana.bazant', '+48220000185']),
  person('Dobromir Leszczyna', 'MOVEMENT', ['dobromir.leszczyna']),
  person('Oksana Czeremszyna', 'CLASSES', ['oksana.czeremszyna', '+48220000186']),
  person('Eugenia Pokrzewka', 'REHEARSAL', ['eugenia.pokrzewka', '+48220000187']),
  person('Ksawery Muchołówka', 'CELEBRATION', ['ksawery.mucholowka']),
  person('Salomea Dzięcioł', 'CLASSES', ['salomea.dzieciol', '+48220000188']),
];

/** Everybody who may borrow at a place of the district, by the name that a booking gives. */
export function borrowersOf(organisations: readonly DemoOrganisation[], district: string): Map<string, Borrower> {
  const own = organisations.filter(({ districts }) => districts.includes(district));
  const asBorrower = ({ name, key, coordinator }: DemoOrganisation): Borrower => ({
    ...{
      kind: 'ORGANISATION',
      group: name,
      name: coordinator ?? (key ? 'Natalia Pliszka' : null),
      email: null,
      phone: null,
      purpose: 'CLASSES',
    },
  });
  return new Map([...NEIGHBOURS, ...own.map(asBorrower)].map((borrower) => [borrower.group ?? borrower.name ?? '', borrower]));
}
