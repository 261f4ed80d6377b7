import type { Actor } from './actors.ts';
import { dataOf } from './client.ts';

export interface CandidateSeen {
  id: string;
  isPool: boolean;
  displayName: string | null;
  organisationName: string | null;
  peopleLeft: number | null;
  failed: { gate: string; source: string; canOverride: boolean }[];
  reasons: { code: string; at: string | null; count: number | null; language: string | null }[];
  isFit: boolean;
  asked: string | null;
}

export interface CandidatesSeen {
  fromAt: string;
  toAt: string;
  minutes: number;
  candidates: CandidateSeen[];
  fit: number;
  total: number;
}

export const CANDIDATES = `query ($id: ID!, $from: DateTimeISO, $to: DateTimeISO) { page: candidates(requestId: $id, from: $from, to: $to) {
  fromAt toAt minutes fit total candidates { id isPool displayName organisationName peopleLeft isFit asked
    failed { gate source canOverride } reasons { code at count language } } } }`;

/** Whom a request can be offered to, best first. */
export async function candidatesFor(by: Actor, id: string, window: { from?: string; to?: string } = {}): Promise<CandidatesSeen> {
  return dataOf(await by.send<{ page: CandidatesSeen }>(CANDIDATES, { id, ...window })).page;
}

/** Why a candidate stands where they stand, as codes. */
export const codesOf = ({ reasons }: Pick<CandidateSeen, 'reasons'>) => reasons.map(({ code }) => code);
