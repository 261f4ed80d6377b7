import type { BookValues } from './values.ts';

/** A booking as far as it is typed. The letter's code is not kept. */
export interface Draft {
  /** The address that it began with: another one brings another time. */
  search: string;
  values: BookValues;
  step: number;
  id: string;
  proof: { id: string; email: string; sentAt: number } | null;
  /** What was sent last and under which key: an answer that got lost is asked for with the same one. */
  intention: { key: string; content: string } | null;
}

const nameOf = (slug: string) => `ww.booking.${slug}`;

/** What was typed in this tab before a reload; null for nothing, or where the browser keeps nothing. */
export function readDraft(slug: string): Draft | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(nameOf(slug)) ?? 'null') as Partial<Draft> | null;
    return kept && typeof kept.id === 'string' && kept.values !== undefined ? (kept as Draft) : null;
  } catch {
    return null;
  }
}

/** Keeps it until the tab is closed; null forgets it. */
export function keepDraft(slug: string, draft: Draft | null): void {
  try {
    if (draft) sessionStorage.setItem(nameOf(slug), JSON.stringify({ ...draft, values: { ...draft.values, letterCode: '' } }));
    else sessionStorage.removeItem(nameOf(slug));
  } catch {
    // a browser that keeps nothing: a reload then begins anew
  }
}
