/** A whole number as somebody types it, without a sign; `NaN` for anything else, and for more digits than the API takes. */
export const wholeNumber = (typed: string): number => (/^\d{1,9}$/.test(typed.trim()) ? Number(typed) : Number.NaN);
