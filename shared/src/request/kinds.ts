/** Kinds of help and the errands within each. Source: the scope of the Teams' support, Zarządzenie 469/2020. */
export const KINDS = ['SHOPPING', 'RUBBISH', 'PET', 'OTHER'] as const;
export type Kind = (typeof KINDS)[number];

export const ERRANDS = ['GROCERIES', 'PHARMACY', 'WASTE', 'RECYCLING', 'WALK', 'VET', 'POST', 'OFFICE', 'DOCTOR'] as const;
export type Errand = (typeof ERRANDS)[number];

export const ERRANDS_OF: Record<Kind, readonly Errand[]> = {
  SHOPPING: ['GROCERIES', 'PHARMACY'],
  RUBBISH: ['WASTE', 'RECYCLING'],
  PET: ['WALK', 'VET'],
  OTHER: ['POST', 'OFFICE', 'DOCTOR'],
};

export const PRIORITIES = ['URGENT', 'NORMAL', 'LOW'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** Who already helps the person: the Team complements social care and must know. */
export const HELPERS = ['FAMILY', 'NEIGHBOURS', 'CARER', 'OPS', 'NOBODY'] as const;
export type Helper = (typeof HELPERS)[number];

/** How the person in need learned of the request: a reporter cannot consent for them. */
export const INFORMED = ['IS_CALLER', 'CONFIRMED_BESIDE', 'CALLED_BY_TEAM', 'TOLD_BY_REPORTER', 'NOT_YET'] as const;
export type Informed = (typeof INFORMED)[number];

export const REPORTER_KINDS = ['SELF', 'SOMEONE_ELSE', 'ORGANISATION'] as const;
export type ReporterKind = (typeof REPORTER_KINDS)[number];

export const CANCEL_REASONS = ['RESIGNED', 'HELPED_OTHERWISE', 'DUPLICATE', 'OUT_OF_SCOPE', 'MISTAKE'] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

/** Why somebody looked at personal data; written in the audit trail. */
export const REVEAL_REASONS = ['CALL_BACK', 'VISIT', 'CHECK', 'HANDLING', 'COMPLAINT'] as const;
export type RevealReason = (typeof REVEAL_REASONS)[number];
