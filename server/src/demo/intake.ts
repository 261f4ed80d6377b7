import type { Errand, Helper, Informed, Kind, Priority, ReporterKind } from '@ww/shared/request/kinds';
import type { Dice } from './random.ts';
import { organisationCaller, resident } from './residents.ts';
import { STREETS } from './streets.ts';
import { ACCESS, HOUSE_ACCESS, wordsFor } from './words.ts';

/** Everything that is said at intake, but when it is due. */
export interface DemoIntake {
  kind: Kind;
  errand: Errand | null;
  words: string;
  reporterKind: ReporterKind;
  person: { name: string; phone: string };
  reporter: { name: string; phone: string } | null;
  contact: { name: string; phone: string } | null;
  address: { street: string; house: string; flat: string | null; access: string | null };
  informed: Informed;
  helpers: Helper[];
}

/** One intake in a district: by the Team on the phone, or on the public form. */
export function inventIntake(
  dice: Dice,
  district: string,
  channel: 'PHONE' | 'WEB',
  what: { kind: Kind; errand: Errand | null },
): DemoIntake {
  const { name, female, phone } = resident(dice);
  const reporterKind = reporterOf(dice);
  const isSelf = reporterKind === 'SELF';
  // An organisation writes as the desk does; "my neighbour" is what a neighbour writes.
  const voice = channel === 'PHONE' || reporterKind === 'ORGANISATION' ? 'desk' : isSelf ? 'own' : 'other';
  return {
    ...what,
    words: wordsFor(dice, what.errand, voice, female),
    reporterKind,
    person: { name, phone },
    reporter: isSelf ? null : callerOf(dice, reporterKind),
    contact: dice.chance(isSelf ? 0.12 : 0.25) ? callerOf(dice, 'SOMEONE_ELSE') : null,
    address: addressIn(dice, district),
    informed: isSelf
      ? 'IS_CALLER'
      : dice.pick<Informed>(
          channel === 'PHONE' ? ['CONFIRMED_BESIDE', 'TOLD_BY_REPORTER', 'TOLD_BY_REPORTER'] : ['TOLD_BY_REPORTER', 'NOT_YET'],
        ),
    helpers: helpersOf(dice, isSelf),
  };
}

function reporterOf(dice: Dice): ReporterKind {
  if (dice.chance(0.66)) return 'SELF';
  return dice.chance(0.78) ? 'SOMEONE_ELSE' : 'ORGANISATION';
}

function callerOf(dice: Dice, kind: ReporterKind): { name: string; phone: string } {
  const { name, phone } = kind === 'ORGANISATION' ? organisationCaller(dice) : resident(dice);
  return { name, phone };
}

function helpersOf(dice: Dice, isSelf: boolean): Helper[] {
  if (dice.chance(isSelf ? 0.7 : 0.4)) return ['NOBODY'];
  const first = dice.pick<Helper>(['FAMILY', 'FAMILY', 'NEIGHBOURS', 'NEIGHBOURS', 'CARER', 'OPS']);
  const second = dice.pick<Helper>(['NEIGHBOURS', 'OPS']);
  return dice.chance(0.2) && second !== first ? [first, second] : [first];
}

function addressIn(dice: Dice, district: string): DemoIntake['address'] {
  const street = dice.deal(STREETS[district] ?? []);
  const house = `${String(dice.int(1, 96))}${dice.chance(0.18) ? dice.pick(['A', 'B', 'C']) : ''}`;
  const isFlat = dice.chance(0.93);
  return {
    street,
    house,
    flat: isFlat ? String(dice.int(1, 84)) : null,
    access: dice.chance(0.4) ? dice.deal<string>(isFlat ? ACCESS : HOUSE_ACCESS) : null,
  };
}

/** Most are of middling importance, as at a real desk. */
export function priorityOf(dice: Dice): Priority {
  return dice.chance(0.14) ? 'LOW' : 'NORMAL';
}
