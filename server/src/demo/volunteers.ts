import { newId } from '@ww/shared/id';
import type { Kind } from '@ww/shared/request/kinds';
import type { Span, WeeklyHours } from '@ww/shared/spans';
import type { Absence, ExceptionDay } from '@ww/shared/volunteer/availability';
import { failedGates, type GatedVolunteer, type GatedVisit } from '@ww/shared/volunteer/gates';
import type { Contact, Language, VolunteerLimit } from '@ww/shared/volunteer/terms';
import { warsawDay } from '@ww/shared/week';
import type { Dice } from './random.ts';
import { VISITORS_DISTRICT } from './visitor.ts';
import type { DemoOrganisation } from './organisations.ts';

const DAY = 86_400_000;

/** An invented volunteer, with what they have on their hands by now. */
export interface DemoVolunteer {
  id: string;
  personId: string;
  displayName: string;
  email: string;
  phone: string;
  organisation: DemoOrganisation | null;
  home: string;
  districts: string[];
  kinds: Kind[];
  languages: Language[];
  limits: VolunteerLimit[];
  contact: Contact;
  maxOpen: number;
  weeklyMinutes: number | null;
  since: string;
  agreementOn: string | null;
  insuredUntil: string | null;
  adultOn: string | null;
  guardianConsentOn: string | null;
  createdAt: Date;
  dutyUntil: Date | null;
  lastAskedAt: Date | null;
  weekly: WeeklyHours[];
  exceptions: ExceptionDay[];
  absences: Absence[];
  /** Planned times of open tasks, and times of those that were done. */
  open: Span[];
  done: Span[];
  /** Done in the week that holds now, in minutes. */
  weekMinutes: number;
}

/** What is given before the dice: who, where. */
interface Beginning {
  personId: string;
  displayName: string;
  email: string;
  home: string;
  organisation: DemoOrganisation | null;
  /** One that the demo shows: nothing stands in the way of asking them. */
  isReady: boolean;
}

const KIND_CHOICES: readonly (readonly Kind[])[] = [
  ['SHOPPING', 'RUBBISH', 'PET', 'OTHER'],
  ['SHOPPING', 'RUBBISH', 'OTHER'],
  ['SHOPPING', 'RUBBISH', 'OTHER'],
  ['SHOPPING', 'OTHER'],
  ['SHOPPING', 'PET'],
  ['PET', 'OTHER'],
  ['SHOPPING', 'RUBBISH'],
  ['RUBBISH', 'PET', 'OTHER'],
];
const LIMIT_CHOICES: readonly (readonly VolunteerLimit[])[] = [
  ...[[], [], [], [], []],
  ...[['NO_DOGS'] as const, ['GROUND_FLOOR'] as const, ['NO_HEAVY'] as const, ['AT_THE_DOOR'] as const, ['DAYLIGHT'] as const],
  ['NO_HEAVY', 'DAYLIGHT'],
];
const CONTACTS: readonly Contact[] = ['EMAIL', 'EMAIL', 'EMAIL', 'PHONE', 'SMS'];
const WEEKLY_LIMITS = [null, null, null, 120, 180, 240, 360, 600] as const;

function languagesOf(dice: Dice, name: string): Language[] {
  if (/^(Olena|Oksana|Mykoła|Darya|Taras|Iryna) /.test(name)) return dice.chance(0.5) ? ['PL', 'UK', 'RU'] : ['PL', 'UK'];
  return ['PL', ...(dice.chance(0.4) ? (['EN'] as const) : []), ...(dice.chance(0.08) ? [dice.pick(['UK', 'RU', 'PJM'] as const)] : [])];
}

/** Since when they help and what is written down about it; now and then something that should be is missing. */
function papersOf(dice: Dice, now: Date, isMinor: boolean, isReady: boolean) {
  const day = (days: number) => warsawDay(now.getTime() + days * DAY);
  const isNew = !isReady && dice.chance(0.14);
  const days = isNew ? dice.int(2, 27) : dice.int(32, 900);
  const hasAgreement = !isNew && (isReady || dice.chance(0.93));
  return {
    createdAt: new Date(now.getTime() - days * DAY - dice.int(0, DAY / 2)),
    ...{ since: day(-days), agreementOn: hasAgreement ? day(-dice.int(Math.max(1, days - 25), days)) : null },
    insuredUntil: isNew ? day(dice.pick([-2, 1, 3, 12, 25])) : null,
    adultOn: isMinor ? day(dice.int(90, 600)) : null,
    guardianConsentOn: isMinor && dice.chance(0.7) ? day(-days) : null,
  };
}

function awayOf(dice: Dice, now: Date, isReady: boolean): Absence[] {
  if (isReady || !dice.chance(0.12)) return [];
  const from = dice.int(-9, 10);
  const day = (days: number) => warsawDay(now.getTime() + days * DAY);
  return [{ from: day(from), to: day(from + dice.int(2, 16)) }];
}

export function inventVolunteer(
  dice: Dice,
  { personId, displayName, email, home, organisation, isReady }: Beginning,
  now: Date,
): DemoVolunteer {
  const isMinor = organisation?.isSchool === true && !isReady && dice.chance(0.6);
  // The district that the visitor looks at has enough of its own.
  const others = organisation?.districts.filter((district) => district !== home && district !== VISITORS_DISTRICT) ?? [];
  const elsewhere = others.filter(() => dice.chance(0.3));
  const limits = [...dice.deal(LIMIT_CHOICES)];
  const kinds = isReady
    ? [...(KIND_CHOICES[0] ?? [])]
    : dice.deal(KIND_CHOICES).filter((kind) => kind !== 'PET' || !limits.includes('NO_DOGS'));
  const papers = papersOf(dice, now, isMinor, isReady);
  return {
    ...{ id: newId(papers.createdAt.getTime()), personId, displayName, email, home, organisation, ...papers },
    phone: `+48500000${String(dice.int(0, 999)).padStart(3, '0')}`,
    districts: [home, ...elsewhere],
    kinds: kinds.length > 0 ? kinds : ['OTHER'],
    languages: languagesOf(dice, displayName),
    limits: isReady ? [] : limits,
    contact: isReady ? 'EMAIL' : dice.deal(CONTACTS),
    maxOpen: isReady ? 4 : dice.pick([1, 2, 2, 3, 3, 4]),
    weeklyMinutes: isReady ? 600 : dice.deal(WEEKLY_LIMITS),
    absences: awayOf(dice, now, isReady),
    ...{ dutyUntil: null, lastAskedAt: null, weekly: [], exceptions: [], open: [], done: [], weekMinutes: 0 },
  };
}

/** As an account, for the audit trail. */
export const personOf = ({ personId, displayName }: DemoVolunteer) => ({ id: personId, displayName });

/** Whether nothing stands in the way of this visit, as at dispatch. */
export function mayHelp(who: DemoVolunteer, visit: Omit<GatedVisit, 'day'>, at: Date): boolean {
  const facts: GatedVolunteer = { ...who, openTasks: who.open.length };
  const day = warsawDay(at);
  const isAway = who.absences.some(({ from, to }) => from <= day && day <= to);
  return !isAway && who.since <= day && failedGates(facts, { ...visit, day }).length === 0;
}
