import type { BoardKind, BoardSide } from '@ww/shared/network/terms';

/** Something that an organisation of Włochy has or lacks. */
export interface DemoEntry {
  side: BoardSide;
  kind: BoardKind;
  title: string;
  words: string | null;
  /** Whose, and who posted it. */
  organisation: string | null;
  by: string;
  /** How many days ago. */
  ago: number;
  amount?: number;
  place?: string;
  /** Days from today. */
  days?: readonly [from: number, to: number];
  /** The offer that answers it; with what they do together. */
  joined?: { offer: string; title: string; inDays: number; owners: readonly string[] };
}

export const ENTRIES: readonly DemoEntry[] = [
  {
    ...{ side: 'NEED', kind: 'TRANSPORT', title: 'Kierowca na czwartki', organisation: 'Klub Seniora', by: 'Bożena Jemiołuszka', ago: 17 },
    words: 'Wozimy obiady do sześciu osób. Wystarczy zwykły samochód, od 12 do 14.',
    ...{ amount: 1, days: [0, 90] },
  },
  {
    ...{ side: 'OFFER', kind: 'TRANSPORT', title: 'Bus z kierowcą', organisation: 'Szkoła Pod Klonem', by: 'Adrian Kszyk', ago: 18 },
    ...{ words: 'Dziewięć miejsc, w środy po 15, czasem w czwartki.', amount: 1, place: 'Szkoła Pod Klonem', days: [0, 120] },
  },
  {
    ...{ side: 'OFFER', kind: 'SPACE', title: 'Sala na 20 osób', organisation: 'Biblioteka Za Rogiem', by: 'Alina Dereń', ago: 30 },
    ...{ words: 'W poniedziałki przez cały dzień, z rzutnikiem. Wejście bez schodów.', amount: 20, place: 'Biblioteka Za Rogiem' },
  },
  {
    ...{ side: 'NEED', kind: 'SPACE', title: 'Sala na szkolenie', organisation: 'Fundacja Kładka', by: 'Natalia Pliszka', ago: 3 },
    ...{ words: 'Dla 15 nowych wolontariuszy, dwie godziny po południu.', amount: 15, days: [5, 25] },
  },
  {
    ...{ side: 'NEED', kind: 'PEOPLE', title: 'Ręce do pakowania paczek', organisation: 'Fundacja Kładka', by: 'Olena Dzierlatka', ago: 6 },
    ...{ words: 'Około 120 paczek, jedna sobota.', amount: 10, days: [18, 18] },
  },
  {
    ...{ side: 'OFFER', kind: 'PEOPLE', title: 'Klasa ósma w sobotę', organisation: 'Szkoła Pod Klonem', by: 'Marzena Świerk', ago: 5 },
    ...{ words: 'Chętnie spakujemy paczki albo rozniesiemy plakaty. Z opiekunem.', amount: 14, days: [11, 32] },
  },
  {
    ...{ side: 'OFFER', kind: 'KNOWLEDGE', title: 'Szkolenie z pierwszej pomocy', organisation: null, by: 'Marta Zielonka', ago: 9 },
    ...{ words: 'Trener urzędu przyjedzie do grupy od ośmiu osób.', days: [10, 60] },
  },
  {
    ...{ side: 'OFFER', kind: 'FOOD', title: 'Chleb z wczoraj', organisation: 'Klub Seniora', by: 'Zofia Makolągwa', ago: 2 },
    ...{ words: 'Piekarnia oddaje nam codziennie około 20 bochenków. Połowa zostaje.', amount: 10 },
  },
  {
    ...{ side: 'OFFER', kind: 'PROMOTION', title: 'Druk plakatów', organisation: 'Biblioteka Za Rogiem', by: 'Kornel Głuszec', ago: 41 },
    ...{ words: 'Sto sztuk A3 miesięcznie.', amount: 100 },
  },
  {
    ...{ side: 'NEED', kind: 'PROMOTION', title: 'Plakaty na 40 klatek', organisation: 'Szkoła Pod Klonem', by: 'Adrian Kszyk', ago: 38 },
    ...{ words: 'Projekt mamy, brakuje drukarki.', amount: 40 },
    joined: { offer: 'Druk plakatów', title: 'Plakaty o zimowych dyżurach', inDays: 6, owners: ['Adrian Kszyk', 'Kornel Głuszec'] },
  },
];
