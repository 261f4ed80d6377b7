import type { ItemKind, ItemState } from '@ww/shared/network/terms';

/** A point of an invented agenda. */
export interface DemoItem {
  title: string;
  kind: ItemKind;
  minutes: number;
  presenter?: string;
  state?: ItemState;
  /** How long it really took. */
  spent?: number;
  note?: string;
  answer?: string;
  proposedBy?: string;
  arrangement?: { text: string; votes: readonly [forIt: number, against: number, abstained: number] };
  actions?: readonly { text: string; owner: string; days: number; done?: boolean }[];
  /** The need on the board that it came from, by its title. */
  need?: string;
}

export interface DemoMeeting {
  title: string;
  place: string | null;
  link?: string;
  /** Days from today, and the hour in Warsaw; null: in three quarters of an hour. */
  at: { days: number; hour: number } | null;
  minutes: number;
  seats: number;
  state: 'DRAFT' | 'PUBLISHED' | 'ENDED' | 'CANCELLED';
  /** Who said yes, in this order; those beyond the seats wait. */
  coming: readonly string[];
  declined?: readonly string[];
  interpreterFor?: string;
  cancelReason?: string;
  approved?: boolean;
  movedDays?: number;
  remarks?: string;
  items: readonly DemoItem[];
}

const MAL = 'MAL we Włochach, Rejonowa 6/8';
const FOLLOW_UP: DemoItem = { title: '', kind: 'FOLLOW_UP', minutes: 10 };
const EVERYBODY = [
  ...['Natalia Pliszka', 'Bożena Jemiołuszka', 'Marzena Świerk', 'Alina Dereń', 'Olena Dzierlatka'],
  ...['Zofia Makolągwa', 'Adrian Kszyk', 'Kornel Głuszec'],
];

/** The meetings of the Network in Włochy, in the order in which they were called. */
export const MEETINGS: readonly DemoMeeting[] = [
  {
    ...{ title: 'Jesienne porządki w grafiku', place: MAL, at: { days: -47, hour: 17 }, minutes: 90, seats: 12 },
    ...{ state: 'ENDED', approved: true, coming: EVERYBODY.slice(0, 7), declined: ['Kornel Głuszec'] },
    items: [
      { title: 'Co zostało po lecie', kind: 'INFORMATION', minutes: 15, spent: 18, presenter: 'Marta Zielonka', state: 'DONE' },
      {
        ...{ title: 'Wspólny grafik zakupów', kind: 'DECISION', minutes: 30, spent: 34, presenter: 'Natalia Pliszka', state: 'DONE' },
        note: 'Każda organizacja wpisuje dyżury do piątku. Szkoła dołącza po feriach.',
        arrangement: { text: 'Grafik zakupów prowadzimy wspólnie, w jednym miejscu.', votes: [6, 0, 1] },
        actions: [
          { text: 'Założyć wspólny grafik', owner: 'Natalia Pliszka', days: -40, done: true },
          { text: 'Obdzwonić stałych podopiecznych', owner: 'Bożena Jemiołuszka', days: -33, done: true },
        ],
      },
      { title: 'Plakaty na klatki', kind: 'DISCUSSION', minutes: 20, spent: 16, presenter: 'Adrian Kszyk', state: 'DONE' },
    ],
  },
  {
    ...{ title: 'Spotkanie z młodzieżą', place: 'Szkoła Pod Klonem', at: { days: -27, hour: 16 }, minutes: 60, seats: 20 },
    ...{ state: 'CANCELLED', cancelReason: 'Szkoła ma tego dnia zebranie z rodzicami.', coming: EVERYBODY.slice(0, 3) },
    items: [{ title: 'Wolontariat w starszych klasach', kind: 'DISCUSSION', minutes: 40, presenter: 'Marzena Świerk' }],
  },
  {
    ...{ title: 'Kto dowozi zakupy zimą', place: MAL, link: 'https://spotkania.example.org/wlochy-11', at: { days: -19, hour: 17 } },
    ...{ minutes: 90, seats: 12, state: 'ENDED', coming: EVERYBODY },
    items: [
      {
        ...{ title: 'Zadania z jesieni', kind: 'INFORMATION', minutes: 10, spent: 12, presenter: 'Marta Zielonka', state: 'DONE' },
        note: 'Grafik działa. Plakaty wiszą na 40 klatkach.',
      },
      {
        ...{ title: 'Samochód na środy', kind: 'RESOURCES_NEEDS', minutes: 20, spent: 27, presenter: 'Adrian Kszyk', state: 'DONE' },
        note: 'Szkoła może użyczyć busa w środy po 15. Brakuje drugiego kierowcy.',
        arrangement: { text: 'W środy zakupy rozwozi bus Szkoły Pod Klonem.', votes: [8, 0, 0] },
        actions: [
          { text: 'Znaleźć drugiego kierowcę', owner: 'Marzena Świerk', days: 4 },
          { text: 'Lista sklepów, które pakują zamówienia', owner: 'Alina Dereń', days: -2 },
        ],
      },
      {
        ...{ title: 'Gala wolontariatu', kind: 'DECISION', minutes: 20, spent: 21, presenter: 'Natalia Pliszka', state: 'DONE' },
        arrangement: { text: 'Galę robimy razem, w sobotę po 5 grudnia.', votes: [5, 2, 1] },
        actions: [{ text: 'Zarezerwować salę na galę', owner: 'Natalia Pliszka', days: 3 }],
      },
      { title: 'Ubezpieczenie na krótkie akcje', kind: 'INFORMATION', minutes: 10, spent: 3, state: 'PARKED' },
    ],
  },
  {
    ...{ title: 'Zimowe dyżury zakupowe', place: MAL, link: 'https://spotkania.example.org/wlochy-dzis', at: null, minutes: 90, seats: 12 },
    ...{ state: 'PUBLISHED', coming: EVERYBODY, interpreterFor: 'Zofia Makolągwa' },
    items: [
      FOLLOW_UP,
      { title: 'Kto chce dołączyć do Sieci', kind: 'INFORMATION', minutes: 10, presenter: 'Marta Zielonka' },
      { title: 'Jeden dyżur w tygodniu na organizację', kind: 'DECISION', minutes: 25, presenter: 'Marzena Świerk' },
      {
        title: 'Brakuje kierowców na czwartki',
        kind: 'RESOURCES_NEEDS',
        minutes: 15,
        presenter: 'Bożena Jemiołuszka',
        need: 'Kierowca na czwartki',
      },
      { title: 'Tłumacz PJM na spotkaniach', kind: 'INFORMATION', minutes: 5, presenter: 'Marta Zielonka' },
      { title: 'Gala wolontariatu: kto co robi', kind: 'DISCUSSION', minutes: 20, presenter: 'Natalia Pliszka' },
      {
        ...{ title: 'Ubezpieczenie na krótkie akcje', kind: 'INFORMATION', minutes: 10, state: 'PROPOSED' },
        proposedBy: 'Bożena Jemiołuszka',
      },
      {
        ...{ title: 'Remont świetlicy', kind: 'DISCUSSION', minutes: 30, state: 'REFUSED', proposedBy: 'Adrian Kszyk' },
        answer: 'To sprawa zarządcy budynku. Podam Panu do niego telefon.',
      },
    ],
  },
  {
    ...{ title: 'Zasoby na święta', place: 'Biblioteka Za Rogiem, mała sala', at: { days: 12, hour: 17 }, minutes: 75, seats: 5 },
    ...{ state: 'PUBLISHED', coming: EVERYBODY.slice(0, 7), declined: ['Kornel Głuszec'], movedDays: -2 },
    items: [
      FOLLOW_UP,
      { title: 'Paczki: ile i dla kogo', kind: 'RESOURCES_NEEDS', minutes: 25, presenter: 'Olena Dzierlatka' },
      { title: 'Dyżury między świętami', kind: 'DECISION', minutes: 20, presenter: 'Marta Zielonka' },
    ],
  },
  {
    ...{ title: 'Plan na wiosnę', place: MAL, at: { days: 40, hour: 17 }, minutes: 90, seats: 20, state: 'DRAFT', coming: [] },
    items: [FOLLOW_UP, { title: 'Co się udało zimą', kind: 'DISCUSSION', minutes: 30 }],
  },
];
