import { DISTRICT_SLUGS } from '@ww/shared/district';
import { newId } from '@ww/shared/id';
import { dutyEnd } from './duty-end.ts';
import { addresses, demoPeople } from './people.ts';
import type { DemoOrganisation } from './organisations.ts';
import type { Dice } from './random.ts';
import type { SeededPerson } from './seed-people.ts';
import { inventVolunteer, type DemoVolunteer } from './volunteers.ts';
import { VISITORS_DISTRICT } from './visitor.ts';
import { SURNAMES } from './residents.ts';

/** Volunteers of a district, and how many of them are on duty when the demo opens. */
const CROWDS: Readonly<Record<string, readonly [people: number, onDuty: number]>> = {
  bemowo: [11, 1],
  bialoleka: [12, 1],
  bielany: [15, 3],
  mokotow: [18, 3],
  ochota: [13, 2],
  'praga-poludnie': [12, 2],
  'praga-polnoc': [8, 1],
  rembertow: [5, 0],
  srodmiescie: [14, 2],
  targowek: [11, 1],
  ursus: [9, 1],
  ursynow: [16, 2],
  wawer: [10, 1],
  wesola: [8, 1],
  wilanow: [10, 2],
  wlochy: [60, 6],
  wola: [14, 2],
  zoliborz: [10, 1],
};
const FIRST = [
  ...[
    'Agata',
    'Aleksandra',
    'Amelia',
    'Antonina',
    'Bartek',
    'Borys',
    'Celina',
    'Cezary',
    'Damian',
    'Darya',
    'Dominika',
    'Emil',
    'Gabriela',
  ],
  ...[
    'Gustaw',
    'Iryna',
    'Izabela',
    'Janek',
    'Kalina',
    'Karol',
    'Klara',
    'Konrad',
    'Lidia',
    'Łucja',
    'Maciej',
    'Malwina',
    'Mikołaj',
    'Natan',
  ],
  ...['Nel', 'Olga', 'Oskar', 'Patrycja', 'Pola', 'Radek', 'Roksana', 'Szymon', 'Taras', 'Urszula', 'Weronika', 'Wiktor', 'Zuzanna'],
];
/** Names that nobody else has: first and last ones turn at their own pace. */
function names(dice: Dice): () => string {
  const taken = new Set(demoPeople().map(({ name }) => name));
  const lasts = dice.shuffle(SURNAMES);
  let turn = 0;
  return () => {
    for (;;) {
      const name = `${FIRST[turn % FIRST.length] ?? ''} ${lasts[(turn * 7 + Math.floor(turn / FIRST.length)) % lasts.length] ?? ''}`;
      turn++;
      if (taken.has(name)) continue;
      taken.add(name);
      return name;
    }
  };
}

/** Everyone who helps: those who can sign in, and all the others, whose accounts have no password. */
export function inventRoster(
  dice: Dice,
  people: readonly SeededPerson[],
  organisations: readonly DemoOrganisation[],
  now: Date,
): DemoVolunteer[] {
  const nameOf = names(dice);
  const addressOf = addresses();
  for (const { name } of demoPeople()) addressOf(name);
  for (const { coordinator } of organisations) if (coordinator) addressOf(coordinator);
  const signsIn = people.filter(({ role }) => role === 'VOLUNTEER');
  const kladka = organisations.find(({ key }) => key !== undefined) ?? null;
  return DISTRICT_SLUGS.flatMap((home) => {
    const [count = 0, onDuty = 0] = CROWDS[home] ?? [];
    const hosts = organisations.filter(({ districts }) => districts.includes(home));
    const known = signsIn.filter((person) => person.home === home);
    const crowd = Array.from({ length: count }, (_, index) => {
      const person = known[index];
      const host = person ? kladka : dice.chance(0.25) || hosts.length === 0 ? null : dice.pick(hosts);
      const displayName = person?.displayName ?? nameOf();
      const personId = person?.id ?? newId(now.getTime());
      const email = person?.email ?? addressOf(displayName);
      const organisation = host?.districts.includes(home) ? host : null;
      return inventVolunteer(dice, { personId, displayName, email, home, organisation, isReady: person !== undefined }, now);
    });
    // The first who can sign in is the one whom the demo shows; the others go on duty when the traffic runs.
    const ready = [...crowd.slice(0, home === VISITORS_DISTRICT ? 1 : 0), ...crowd.slice(known.length)];
    for (const who of ready.filter(({ absences }) => absences.length === 0).slice(0, onDuty)) who.dutyUntil = dutyEnd(dice, now);
    return crowd;
  });
}
