import type { Dice } from './random.ts';

/** An invented resident. */
export interface Resident {
  name: string;
  female: boolean;
  /** E.164. */
  phone: string;
}

const WOMEN = [
  'Halina',
  'Krystyna',
  'Danuta',
  'Irena',
  'Jadwiga',
  'Zofia',
  'Wanda',
  'Teresa',
  'Barbara',
  'Helena',
  'Stanisława',
  'Bożena',
  'Elżbieta',
  'Maria',
  'Janina',
  'Lucyna',
  'Grażyna',
  'Alicja',
  'Regina',
  'Kazimiera',
  'Urszula',
  'Aniela',
  'Wiesława',
  'Magdalena',
  'Oksana',
];
const MEN = [
  'Tadeusz',
  'Stanisław',
  'Jerzy',
  'Zbigniew',
  'Ryszard',
  'Henryk',
  'Kazimierz',
  'Edward',
  'Zdzisław',
  'Józef',
  'Wacław',
  'Mieczysław',
  'Bogdan',
  'Eugeniusz',
  'Leszek',
  'Andrzej',
  'Witold',
  'Roman',
  'Mykoła',
];
export const SURNAMES = [
  ...[
    'Dzięcioł',
    'Kukułka',
    'Bocian',
    'Skowronek',
    'Słowik',
    'Zięba',
    'Kowalik',
    'Pustułka',
    'Pleszka',
    'Rudzik',
    'Mazurek',
    'Trznadel',
    'Dzwoniec',
  ],
  ...[
    'Krogulec',
    'Myszołów',
    'Puszczyk',
    'Kuropatwa',
    'Przepiórka',
    'Łabędź',
    'Gawron',
    'Kawka',
    'Sójka',
    'Sroka',
    'Jemiołuszka',
    'Świergotek',
    'Remiz',
  ],
  ...[
    'Raniuszek',
    'Bażant',
    'Bekas',
    'Kulik',
    'Rybitwa',
    'Zimorodek',
    'Cietrzew',
    'Derkacz',
    'Lipa',
    'Brzoza',
    'Sosna',
    'Jodła',
    'Świerk',
    'Topola',
    'Wierzba',
  ],
  ...[
    'Jarząb',
    'Leszczyna',
    'Kasztan',
    'Dąb',
    'Cis',
    'Jałowiec',
    'Kalina',
    'Głóg',
    'Czeremcha',
    'Akacja',
    'Osika',
    'Wiąz',
    'Jawor',
    'Limba',
    'Dereń',
    'Tarnina',
  ],
];

/** Exchanges and prefixes in which no number is given out to anyone. */
function phoneOf(dice: Dice): string {
  return dice.chance(0.6)
    ? `+4822000${String(dice.int(0, 9999)).padStart(4, '0')}`
    : `+48500000${String(dice.int(0, 999)).padStart(3, '0')}`;
}

export function resident(dice: Dice): Resident {
  const female = dice.chance(0.68);
  return { name: `${dice.deal(female ? WOMEN : MEN)} ${dice.deal(SURNAMES)}`, female, phone: phoneOf(dice) };
}

const ORGANISATIONS = [
  'Klub Seniora',
  'Biblioteka',
  'Przychodnia',
  'Rada osiedla',
  'Świetlica',
  'Parafialny zespół pomocy',
  'Spółdzielnia mieszkaniowa',
  'Szkoła podstawowa',
];

/** Someone who asks on behalf of an organisation. */
export function organisationCaller(dice: Dice): Resident {
  const caller = resident(dice);
  return { ...caller, name: `${caller.name}, ${dice.deal(ORGANISATIONS)}` };
}
