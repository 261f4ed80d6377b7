import { failedGates, GATE_RULES, type Gate } from '@ww/shared/volunteer/gates';
import type { Volunteer } from './documents.ts';

const PAPERS: readonly Gate[] = ['GUARDIAN', 'AGREEMENT', 'INSURANCE'];

/** Papers that would be missing for a visit on this day, each with where the law asks for it. */
export function missingPapers(volunteer: Volunteer, day: string): { gate: Gate; source: (typeof GATE_RULES)[Gate]['source'] }[] {
  const [district = volunteer.district] = volunteer.districts;
  const [kind = 'OTHER'] = volunteer.kinds;
  const failed = failedGates({ ...volunteer, weekMinutes: 0 }, { district, kind, day, minutes: 0, language: null });
  return PAPERS.filter((gate) => failed.includes(gate)).map((gate) => ({ gate, source: GATE_RULES[gate].source }));
}
