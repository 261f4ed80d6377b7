import type { DemoBooking } from './terms.ts';

const at = (hour: number, minute = 0) => hour * 60 + minute;
const EXERCISE = { room: 'Duża', hours: [at(12), at(14)], who: null, purpose: 'MOVEMENT', people: 18 } as const;
const CROCHET = { room: 'Pracownia', who: 'Szydełko po sąsiedzku', purpose: 'CLASSES', people: 9 } as const;

/** On which day MAL we Włochach closes early, and from when. */
export const EARLY_CLOSING = { day: 1, from: at(17), to: at(20) } as const;
/** It was closed, and reopened an hour later. */
export const SHORT_CLOSING = { day: -4, from: at(18), to: at(20), reopened: at(19) } as const;

/** The first Saturday at least so many days ahead is open, for a fair; one of the usual days is closed. */
export const FAIR = { ahead: 10, hours: { from: at(11), to: at(15) } } as const;
export const CLOSED_DAY = 14;

/** Two weeks of MAL we Włochach. Whatever is asked for lies ahead on every day on which the demo may begin. */
export const BOOKINGS: readonly DemoBooking[] = [
  { day: -4, ...EXERCISE },
  { day: -4, room: 'Kuchnia', hours: [at(14), at(17)], who: 'Roksana Bażant', purpose: 'COOKING', people: 8 },
  { day: -3, room: 'Duża', hours: [at(16), at(18)], who: 'Chór Wrzos', purpose: 'REHEARSAL', people: 22 },
  { day: -3, ...CROCHET, hours: [at(13), at(15)] },
  { day: -3, room: 'Kuchnia', hours: [at(16), at(19)], who: 'Gotowanie bez resztek', purpose: 'COOKING', people: 8 },
  { day: -2, room: 'Duża', hours: [at(14), at(16)], who: 'Fundacja Kładka', purpose: 'CLASSES', people: 14 },
  { day: -2, room: 'Duża', hours: [at(17), at(19, 30)], who: 'Wspólnota spod szóstki', purpose: 'MEETING', people: 26 },
  { day: -2, room: 'Pracownia', hours: [at(12), at(14)], who: 'Rowerownia', purpose: 'WORKSHOP', people: 6 },
  { day: -2, room: 'Kuchnia', hours: [at(12), at(15)], who: 'Klub Seniora', purpose: 'COOKING', people: 7 },
  { day: -1, ...EXERCISE },
  {
    ...{ day: -1, room: 'Pracownia', hours: [at(17), at(19)], who: 'Ksawery Muchołówka', purpose: 'CELEBRATION', people: 10 },
    state: 'NO_SHOW',
  },
  { day: -1, room: 'Duża', hours: [at(16), at(18)], who: 'Klub gier Pionek', purpose: 'GAMES', people: 14 },
  { day: 0, ...EXERCISE },
  { day: 0, room: 'Duża', hours: [at(18), at(20)], who: 'Chór Wrzos', purpose: 'REHEARSAL', people: 22 },
  { day: 0, room: 'Pracownia', hours: [at(13), at(14, 30)], who: 'Biblioteka Za Rogiem', purpose: 'ADVICE', people: 4 },
  { day: 0, ...CROCHET, hours: [at(16), at(18)] },
  {
    ...{ day: 0, room: 'Kuchnia', hours: [at(17), at(20)], who: 'Oksana Czeremszyna', purpose: 'COOKING', people: 8 },
    words: 'Lepimy pierogi na święta. Stolnice mamy swoje.',
  },
  { day: 1, room: 'Duża', hours: [at(12), at(14)], who: 'Szkoła Pod Klonem', purpose: 'MOVEMENT', people: 20 },
  {
    ...{ day: 1, room: 'Duża', hours: [at(14, 30), at(16, 30)], who: 'Klub gier Pionek', purpose: 'GAMES', people: 12 },
    ...{ state: 'REQUESTED', words: 'Potrzebujemy trzech dużych stołów.' },
  },
  {
    ...{ day: 1, room: 'Duża', hours: [at(17, 30), at(19, 30)], who: 'Eugenia Pokrzewka', purpose: 'OTHER', people: 18 },
    words: 'Wieczór poezji, przyda się pianino.',
  },
  { day: 1, ...CROCHET, hours: [at(14), at(16)] },
  { day: 1, room: 'Kuchnia', hours: [at(15, 30), at(18)], who: 'Salomea Dzięcioł', purpose: 'COOKING', people: 6 },
  { day: 2, ...EXERCISE },
  { day: 2, room: 'Pracownia', hours: [at(12), at(14)], who: 'Rowerownia', purpose: 'WORKSHOP', people: 6 },
  { day: 2, room: 'Kuchnia', hours: [at(16), at(19)], who: 'Gotowanie bez resztek', purpose: 'COOKING', people: 8 },
  {
    ...{ day: 2, room: 'Duża', hours: [at(16), at(18)], who: 'Roksana Bażant', purpose: 'CELEBRATION', people: 25 },
    ...{ state: 'REQUESTED', words: 'Siedemdziesiąte urodziny mamy. Tort kroimy sami.' },
  },
  {
    ...{ day: 2, room: 'Duża', hours: [at(16, 30), at(18, 30)], who: 'Wspólnota spod szóstki', purpose: 'MEETING', people: 28 },
    state: 'REQUESTED',
  },
  {
    ...{ day: 3, room: 'Duża', hours: [at(17), at(19)], who: 'Dobromir Leszczyna', purpose: 'OTHER', people: 30 },
    ...{ state: 'REFUSED', reason: 'Pokaz ze sprzedażą garnków. Sal nie udostępniamy na handel.' },
  },
  {
    ...{ day: 3, room: 'Pracownia', hours: [at(15), at(17)], who: 'Salomea Dzięcioł', purpose: 'CLASSES', people: 8 },
    ...{ state: 'WITHDRAWN', reason: 'Prowadząca zachorowała.' },
  },
  { day: 3, room: 'Kuchnia', hours: [at(12), at(15)], who: 'Klub Seniora', purpose: 'COOKING', people: 7 },
  { day: 3, room: 'Duża', hours: [at(13), at(15)], who: 'Parafia pod Brzozami', purpose: 'MEETING', people: 24 },
  { day: 3, room: 'Duża', hours: [at(15, 30), at(17, 30)], who: 'Chór Wrzos', purpose: 'REHEARSAL', people: 22 },
  { day: 3, room: 'Pracownia', hours: [at(12), at(14)], who: 'Rowerownia', purpose: 'WORKSHOP', people: 6 },
  { day: 4, room: 'Pracownia', hours: [at(13), at(15)], who: 'Biblioteka Za Rogiem', purpose: 'ADVICE', people: 4 },
  { day: 4, room: 'Kuchnia', hours: [at(12), at(15)], who: 'Oksana Czeremszyna', purpose: 'COOKING', people: 8 },
  { day: 4, room: 'Duża', hours: [at(14), at(16)], who: 'Fundacja Kładka', purpose: 'CLASSES', people: 14 },
  {
    ...{ day: 4, room: 'Pracownia', hours: [at(16), at(18)], who: 'Szkoła Pod Klonem', purpose: 'WORKSHOP', people: 12 },
    state: 'REQUESTED',
  },
  { day: 5, ...EXERCISE },
  { day: 5, room: 'Kuchnia', hours: [at(16), at(19)], who: 'Gotowanie bez resztek', purpose: 'COOKING', people: 8 },
];
