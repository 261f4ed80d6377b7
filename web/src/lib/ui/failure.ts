import type { Alternative, ConflictDetails, ErrorCode, FieldError, FieldRule } from '@ww/shared/error-codes';
import { ERROR_CODES } from '@ww/shared/error-codes';
import type { Gate } from '@ww/shared/volunteer/gates';
import type { State } from '@ww/shared/request/transitions';
import { STATES } from '@ww/shared/request/transitions';
import { clock } from '#lib/i18n/format.ts';
import { stateName } from '#lib/i18n/domain.ts';
import { m } from '#lib/paraglide/messages.js';

/** Why something was not done, as the screen needs it. `OFFLINE`: the server never answered. */
export interface Failure {
  code: ErrorCode | 'OFFLINE';
  fields: readonly FieldError[];
  conflict?: ConflictDetails | null;
  requestId?: string | null;
  gates?: readonly Gate[];
  /** Rooms and times that could be had instead. */
  alternatives?: readonly Alternative[];
}

const CODES: readonly string[] = [...ERROR_CODES, 'OFFLINE'];

/** Whatever was thrown, as a failure; what isn't one of ours counts as `INTERNAL`. */
export function toFailure(thrown: unknown): Failure {
  const { code, fields, conflict, requestId, gates, alternatives } = (thrown ?? {}) as Partial<Failure>;
  if (!code || !CODES.includes(code)) return { code: 'INTERNAL', fields: [] };
  return { code, fields: fields ?? [], conflict, requestId, gates, ...(alternatives ? { alternatives } : {}) };
}

const RULES: Record<FieldRule, (limit: number) => string> = {
  required: () => m.errors_rule_required(),
  tooLong: (limit) => m.errors_rule_tooLong({ limit }),
  tooShort: (limit) => m.errors_rule_tooShort({ limit }),
  phone: () => m.errors_rule_phone(),
  email: () => m.errors_rule_email(),
  district: () => m.errors_rule_district(),
  dueInPast: () => m.errors_rule_dueInPast(),
  dueOrder: () => m.errors_rule_dueOrder(),
  dueTooFar: (limit) => m.errors_rule_dueTooFar({ limit }),
  choice: () => m.errors_rule_choice(),
  needPerson: () => m.errors_rule_needPerson(),
  uuid: () => m.errors_rule_uuid(),
  keyReused: () => m.errors_rule_keyReused(),
  assignee: () => m.errors_rule_assignee(),
  undoLate: () => m.errors_rule_undoLate(),
  token: () => m.errors_rule_token(),
  taken: () => m.errors_rule_taken(),
  malformed: () => m.errors_rule_malformed(),
  tooSmall: (limit) => m.errors_rule_tooSmall({ limit }),
  tooLarge: (limit) => m.errors_rule_tooLarge({ limit }),
  day: () => m.errors_rule_day(),
  volunteer: () => m.errors_rule_volunteer(),
  noCandidates: () => m.errors_rule_noCandidates(),
  openTasks: (limit) => m.errors_rule_openTasks({ limit }),
  dutyTooLong: (limit) => m.errors_rule_dutyTooLong({ limit }),
  hoursOrder: () => m.errors_rule_hoursOrder(),
  hoursOverlap: () => m.errors_rule_hoursOverlap(),
  absenceOrder: () => m.errors_rule_absenceOrder(),
  absenceInPast: () => m.errors_rule_absenceInPast(),
  absenceTooLong: (limit) => m.errors_rule_absenceTooLong({ limit }),
  link: () => m.errors_rule_link(),
  whereMeeting: () => m.errors_rule_whereMeeting(),
  startInPast: () => m.errors_rule_startInPast(),
  deadlineAfterStart: () => m.errors_rule_deadlineAfterStart(),
  member: () => m.errors_rule_member(),
  upcomingMeetings: () => m.errors_rule_upcomingMeetings(),
  daysOrder: () => m.errors_rule_daysOrder(),
  sameSide: () => m.errors_rule_sameSide(),
  sameOrganisation: () => m.errors_rule_sameOrganisation(),
  actionInPast: () => m.errors_rule_actionInPast(),
  quarter: () => m.errors_rule_quarter(),
  bookingTooShort: (limit) => m.errors_rule_bookingTooShort({ limit }),
  bookingTooLong: (limit) => m.errors_rule_bookingTooLong({ limit }),
  tooFarAhead: (limit) => m.errors_rule_tooFarAhead({ limit }),
  placeClosed: () => m.errors_rule_placeClosed(),
  monthLimit: (limit) => m.errors_rule_monthLimit({ limit }),
  tooManyPeople: (limit) => m.errors_rule_tooManyPeople({ limit }),
  rulesVersion: (limit) => m.errors_rule_rulesVersion({ limit }),
  sameTime: () => m.errors_rule_sameTime(),
  wrongCode: () => m.errors_rule_wrongCode(),
  lastStaff: () => m.errors_rule_lastStaff(),
  roomInUse: (limit) => m.errors_rule_roomInUse({ limit }),
  shelfInUse: (limit) => m.errors_rule_shelfInUse({ limit }),
  closureOrder: () => m.errors_rule_closureOrder(),
  refusedFood: () => m.errors_rule_refusedFood(),
  pastBestBefore: () => m.errors_rule_pastBestBefore(),
  madeInFuture: () => m.errors_rule_madeInFuture(),
  plainWords: () => m.errors_rule_plainWords(),
};

/** What is wrong with a field and what to do, in the reader's language. */
export const ruleSentence = ({ rule, limit }: FieldError): string => RULES[rule](limit ?? 0);

/** Fields that no form shows: what is wrong with them is told with the form as a whole. */
const UNSEEN = new Set(['id', 'key', 'version', 'code', 'grantId', 'requestId', 'offerId', 'needId']);

/** What is wrong with a field that can't say so itself; undefined when every field can. */
export function unseenSentence({ fields }: Failure): string | undefined {
  const unseen = fields.find(({ path }) => UNSEEN.has(path));
  // an id that is taken: the save before this one did get through
  if (unseen?.path === 'id' && unseen.rule === 'taken') return m.errors_rule_keyReused();
  return unseen && ruleSentence(unseen);
}

/** What happened and what to do next, in the reader's language. */
export function failureSentence({ code, conflict }: Failure): string {
  if (code === 'CONFLICT' && conflict?.by && conflict.at) {
    const state = (STATES as readonly string[]).includes(conflict.state) ? stateName(conflict.state as State) : conflict.state;
    return m.errors_conflict_by({ by: conflict.by, at: clock(conflict.at), state });
  }
  return m[`errors_code_${code}`]();
}
