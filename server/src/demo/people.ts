import type { Role } from '@ww/shared/roles';
import { districtBySlug, DISTRICTS } from '@ww/shared/district';

/** An invented person of the demo. Names are birds and trees; addresses are `example.org`'s. */
export interface DemoPersonData {
  name: string;
  role: Role;
  scope: string | null;
  /** Shown on the sign-in page; the rest fill the boards. */
  offered: boolean;
  /** Where a volunteer helps. */
  home?: string;
}

/** The password of every demo account. Public on purpose: production refuses demo accounts. */
export const DEMO_PASSWORD = 'demo-demo-demo';

const OFFERED: DemoPersonData[] = [
  { name: 'Marta Zielonka', role: 'DISTRICT_COORDINATOR', scope: 'wlochy', offered: true },
  { name: 'Anna Kruk', role: 'TEAM_MEMBER', scope: 'wlochy', offered: true },
  { name: 'Paweł Drozd', role: 'TEAM_MEMBER', scope: 'ochota', offered: true },
  { name: 'Natalia Pliszka', role: 'ORGANISATION_COORDINATOR', scope: 'fundacja-kladka', offered: true },
  { name: 'Kinga Jaskółka', role: 'VOLUNTEER', scope: null, offered: true, home: 'wlochy' },
  { name: 'Irena Sowa', role: 'PLACE_STAFF', scope: 'mal-wlochy', offered: true },
  { name: 'Tomasz Bielik', role: 'CITY_ANALYST', scope: null, offered: true },
  { name: 'Ewa Kania', role: 'AUDITOR', scope: null, offered: true },
  { name: 'Jan Perkoz', role: 'ADMIN', scope: null, offered: true },
];

/** Volunteers who answer when the traffic runs, by where they help. */
const HELPERS: Readonly<Record<string, readonly string[]>> = {
  wlochy: ['Rafał Gawron', 'Olena Kalina', 'Wojciech Pustułka'],
  'praga-poludnie': ['Julia Rudzik', 'Maks Bocian'],
  mokotow: ['Dorota Sójka', 'Kacper Remiz'],
  ochota: ['Laura Topola'],
  srodmiescie: ['Igor Zięba'],
  wola: ['Sara Limba'],
};

/** What the organisations and places of the demo are called; a district has its own name. */
const NAMES: Readonly<Record<string, string>> = { 'fundacja-kladka': 'Fundacja Kładka', 'mal-wlochy': 'MAL we Włochach' };

export function scopeName(scope: string | null): string | null {
  return scope ? (districtBySlug(scope)?.name ?? NAMES[scope] ?? null) : null;
}

const FIRST = ['Jakub', 'Ola', 'Piotr', 'Zofia', 'Adam', 'Hanna', 'Marek', 'Lena', 'Tymon', 'Iga', 'Filip', 'Nina'];
const LAST = [
  'Szpak',
  'Czapla',
  'Sikora',
  'Wilga',
  'Żuraw',
  'Czyżyk',
  'Gil',
  'Kos',
  'Dudek',
  'Modrzew',
  'Jesion',
  'Klon',
  'Buk',
  'Grab',
  'Olcha',
];
/** Members of a Team, by district; elsewhere two to four. */
const LARGE: Readonly<Record<string, number>> = { wlochy: 4, mokotow: 5, 'praga-poludnie': 5 };

/** A coordinator and some of the Team for every district. First and last names turn at their own pace, so no two people share both. */
function crew(): DemoPersonData[] {
  let turn = 0;
  return DISTRICTS.toSorted((a, b) => Number(b.slug === 'wlochy') - Number(a.slug === 'wlochy')).flatMap(({ slug }, index) =>
    Array.from({ length: LARGE[slug] ?? 2 + (index % 3) }, (_, place): DemoPersonData => {
      const name = `${FIRST[turn % FIRST.length] ?? ''} ${LAST[(turn * 7) % LAST.length] ?? ''}`;
      turn++;
      const leads = place === 0 && slug !== 'wlochy';
      return { name, role: leads ? 'DISTRICT_COORDINATOR' : 'TEAM_MEMBER', scope: slug, offered: false };
    }),
  );
}

const helpers = (): DemoPersonData[] =>
  Object.entries(HELPERS).flatMap(([home, names]) =>
    names.map((name): DemoPersonData => ({ name, role: 'VOLUNTEER', scope: null, offered: false, home })),
  );

/** Gives each name an address of its own. */
export function addresses(): (name: string) => string {
  const taken = new Map<string, number>();
  return (name) => {
    const plain = name
      .toLowerCase()
      .replaceAll('ł', 'l')
      .normalize('NFD')
      .replaceAll(/[^a-z ]/g, '')
      .replace(' ', '.');
    const again = taken.get(plain) ?? 0;
    taken.set(plain, again + 1);
    return `${plain}${again > 0 ? String(again + 1) : ''}@example.org`;
  };
}

/** Everyone in the demo who can sign in, each with an address of their own. */
export function demoPeople(): (DemoPersonData & { email: string })[] {
  const addressOf = addresses();
  return [...OFFERED, ...crew(), ...helpers()].map((person) => ({ ...person, email: addressOf(person.name) }));
}
