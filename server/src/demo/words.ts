import type { Errand, Kind } from '@ww/shared/request/kinds';
import type { Dice } from './random.ts';
import { COMPANY_SENTENCES } from './sentences-company.ts';
import { ERRAND_SENTENCES } from './sentences-errands.ts';

/** What is asked for, by who put it into words. */
export interface Sentences {
  /** Written down by the Team on the phone. */
  desk: readonly string[];
  /** The person in need, on the public form. */
  own: readonly string[];
  /** Someone who asks for another person, on the public form. */
  other: readonly string[];
}

const SENTENCES: Readonly<Record<Errand | 'ANY', Sentences>> = { ...ERRAND_SENTENCES, ...COMPANY_SENTENCES };

const ADDED = [
  'Proszę dzwonić przed przyjściem.',
  'Proszę dzwonić dłużej, telefon leży w kuchni.',
  'Sąsiedzi wpuszczą, jeśli domofon nie zadziała.',
  'Proszę o kogoś z identyfikatorem.',
  'Mówi cicho, proszę o cierpliwość.',
];

/** Kinds and errands as often as people ask for them. */
const ERRAND_WEIGHTS: readonly (readonly [Kind, Errand | null, number])[] = [
  ['SHOPPING', 'GROCERIES', 30],
  ['SHOPPING', 'PHARMACY', 16],
  ['RUBBISH', 'WASTE', 9],
  ['RUBBISH', 'RECYCLING', 4],
  ['PET', 'WALK', 10],
  ['PET', 'VET', 4],
  ['OTHER', 'POST', 7],
  ['OTHER', 'OFFICE', 5],
  ['OTHER', 'DOCTOR', 10],
  ['OTHER', null, 7],
];
const WEIGHED = ERRAND_WEIGHTS.flatMap(([kind, errand, weight]) => Array.from({ length: weight }, () => ({ kind, errand })));

export function errandOf(dice: Dice): { kind: Kind; errand: Errand | null } {
  return dice.deal(WEIGHED);
}

/** Chooses of `{she|he}`. */
export function agree(text: string, female: boolean): string {
  return text.replaceAll(/\{([^|{}]*)\|([^|{}]*)\}/g, (_whole, she: string, he: string) => (female ? she : he));
}

export function wordsFor(dice: Dice, errand: Errand | null, by: keyof Sentences, female: boolean): string {
  const text = agree(dice.deal(SENTENCES[errand ?? 'ANY'][by]), female);
  return by === 'desk' && dice.chance(0.25) ? `${text} ${dice.deal(ADDED)}` : text;
}

/** On the way to the door. */
export const ACCESS = [
  'Domofon działa, winda nie.',
  'Wejście od podwórza, druga klatka.',
  'Domofon zepsuty, proszę zadzwonić.',
  'Klatka B, winda po lewej.',
  'Pukać mocno, słaby słuch.',
  'Kod do bramy poda przez telefon.',
  'Podjazd dla wózków od strony parkingu.',
] as const;

export const HOUSE_ACCESS = [
  'Furtka otwarta do 20:00.',
  'Wejście od ogrodu.',
  'Dzwonek przy furtce, pies nie gryzie.',
  'Pukać mocno, słaby słuch.',
] as const;

/** Notes of the Team, once the request is read, once it is held, and once it is closed. */
export const NOTES = {
  read: [
    '{Rozmawiałam|Rozmawiałem} z osobą, potwierdza i czeka przy telefonie.',
    'Pierwsza próba bez odpowiedzi, druga o pełnej godzinie.',
    'Potwierdzone. Może być ktoś młodszy, byle zadzwonił z dołu.',
    'Uprzedza, że dzwonka czasem nie słychać, lepiej zadzwonić.',
    'Wie, że przyjdzie ktoś z identyfikatorem.',
    'Pyta, czy za tydzień mogłaby przyjść ta sama osoba.',
  ],
  held: [
    'Umówione na podaną godzinę, zadzwonię z dołu.',
    'Jadę po drodze z poprzedniej wizyty.',
    'Potwierdzone telefonicznie, będę przed czasem.',
    'Spóźnię się kwadrans, osoba wie.',
  ],
  closed: [
    'Załatwione, potwierdzone przy drzwiach.',
    'Poszło sprawnie, prosi o to samo za tydzień.',
    'Wszystko w porządku, osoba zadowolona.',
    'Przy okazji wyniesione śmieci.',
    'Trwało dłużej niż zwykle, następnym razem lepiej we dwoje.',
  ],
} as const;
