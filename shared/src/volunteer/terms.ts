import type { Kind } from '../request/kinds.ts';

/** Languages that volunteers are asked about; PJM is Polish Sign Language. */
export const LANGUAGES = ['PL', 'UK', 'EN', 'RU', 'PJM'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What a volunteer can't or won't do; a closed list, so that no health data is written down. */
export const VOLUNTEER_LIMITS = ['NO_DOGS', 'GROUND_FLOOR', 'NO_HEAVY', 'AT_THE_DOOR', 'DAYLIGHT'] as const;
export type VolunteerLimit = (typeof VOLUNTEER_LIMITS)[number];

export const CONTACTS = ['EMAIL', 'PHONE', 'SMS'] as const;
export type Contact = (typeof CONTACTS)[number];

/** Why an offer is declined. */
export const DECLINE_REASONS = ['NO_TIME', 'TOO_FAR', 'NOT_THIS_KIND', 'UNWELL', 'OTHER'] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** Why an accepted task comes back. */
export const RETURN_REASONS = ['CANT_COME', 'NOBODY_HOME', 'TOO_HARD', 'NOT_NEEDED', 'OTHER'] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

export const DISPATCH_STATES = ['RUNNING', 'ACCEPTED', 'EXHAUSTED', 'STOPPED'] as const;
export type DispatchState = (typeof DISPATCH_STATES)[number];

/** RELEASED: another said yes, or the asking was stopped. */
export const OFFER_STATES = ['OPEN', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'RELEASED'] as const;
export type OfferState = (typeof OFFER_STATES)[number];

/** TAKEN_BACK: by staff or because the request ended; RETURNED: by the volunteer. */
export const TASK_STATES = ['ACCEPTED', 'ON_THE_WAY', 'DONE', 'RETURNED', 'TAKEN_BACK'] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** How long an errand of a kind is planned to take, in minutes; a planning default of ours, corrected when it is done. */
export const MINUTES_OF: Record<Kind, number> = { SHOPPING: 60, RUBBISH: 20, PET: 40, OTHER: 60 };

/** Defaults of asking in waves: people at once, minutes until the next ones are asked. */
export const WAVE = { size: 3, minutes: 15, maxSize: 10, maxMinutes: 720 } as const;
