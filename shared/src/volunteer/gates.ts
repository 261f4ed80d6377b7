import type { Kind } from '../request/kinds.ts';
import type { Language, VolunteerLimit } from './terms.ts';

/**
 * What must hold before somebody is sent to a person's door. `AVAILABLE` and `ON_DUTY` are no gates: who is asked may say no.
 * In the order in which they are shown.
 */
export const GATES = ['GUARDIAN', 'AGREEMENT', 'INSURANCE', 'DISTRICT', 'KIND', 'LIMIT', 'LANGUAGE', 'LOAD', 'WEEKLY_LIMIT'] as const;
export type Gate = (typeof GATES)[number];

/** The act of 24 April 2003 on public benefit and volunteering, the law on minors, or a rule of this house. */
export const GATE_SOURCES = ['ACT_44_4', 'ACT_46_3', 'MINORS', 'HOUSE'] as const;
export type GateSource = (typeof GATE_SOURCES)[number];

interface GateRule {
  source: GateSource;
  /** Whether a coordinator may let it pass, with a reason. The law's gates stay shut. */
  isOverridable: boolean;
}

/**
 * Sources: art. 44(4) (written agreement over 30 days), art. 46(3) (accident insurance up to 30 days) of the act of 24.04.2003;
 * consent of a minor's guardian; the rest are rules of the Teams.
 */
export const GATE_RULES: Record<Gate, GateRule> = {
  GUARDIAN: { source: 'MINORS', isOverridable: false },
  AGREEMENT: { source: 'ACT_44_4', isOverridable: false },
  INSURANCE: { source: 'ACT_46_3', isOverridable: false },
  DISTRICT: { source: 'HOUSE', isOverridable: true },
  KIND: { source: 'HOUSE', isOverridable: true },
  LIMIT: { source: 'HOUSE', isOverridable: true },
  LANGUAGE: { source: 'HOUSE', isOverridable: true },
  LOAD: { source: 'HOUSE', isOverridable: true },
  WEEKLY_LIMIT: { source: 'HOUSE', isOverridable: true },
};
export const OVERRIDABLE_GATES = GATES.filter((gate) => GATE_RULES[gate].isOverridable);

/** Days of volunteering after which a written agreement is needed. Source: art. 44(4). */
const AGREEMENT_AFTER_DAYS = 30;

export interface GatedVolunteer {
  districts: readonly string[];
  kinds: readonly Kind[];
  languages: readonly Language[];
  limits: readonly VolunteerLimit[];
  /** Days, `2026-11-26`. */
  since: string;
  agreementOn: string | null;
  insuredUntil: string | null;
  adultOn: string | null;
  guardianConsentOn: string | null;
  openTasks: number;
  maxOpen: number;
  /** Done and planned in the week of the visit, in minutes. */
  weekMinutes: number;
  weeklyMinutes: number | null;
}

export interface GatedVisit {
  district: string;
  kind: Kind;
  /** Warsaw's day of the visit. */
  day: string;
  /** How long it is planned to take. */
  minutes: number;
  /** What the person in need speaks, where that is known. */
  language: Language | null;
}

const daysBetween = (from: string, to: string) => Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;

/** The gates that fail for this visit, in the order of `GATES`. */
export function failedGates(who: GatedVolunteer, visit: GatedVisit): Gate[] {
  const needsAgreement = daysBetween(who.since, visit.day) > AGREEMENT_AFTER_DAYS;
  const isMinor = who.adultOn !== null && visit.day < who.adultOn;
  const fails: Record<Gate, boolean> = {
    GUARDIAN: isMinor && (who.guardianConsentOn === null || who.guardianConsentOn > visit.day),
    AGREEMENT: needsAgreement && (who.agreementOn === null || who.agreementOn > visit.day),
    INSURANCE: !needsAgreement && (who.insuredUntil === null || who.insuredUntil < visit.day),
    DISTRICT: !who.districts.includes(visit.district),
    KIND: !who.kinds.includes(visit.kind),
    LIMIT: visit.kind === 'PET' && who.limits.includes('NO_DOGS'),
    LANGUAGE: visit.language !== null && !who.languages.includes(visit.language),
    LOAD: who.openTasks >= who.maxOpen,
    WEEKLY_LIMIT: who.weeklyMinutes !== null && who.weekMinutes + visit.minutes > who.weeklyMinutes,
  };
  return GATES.filter((gate) => fails[gate]);
}
