import type { Actor } from './actors.ts';
import { dataOf } from './client.ts';

export interface CoverageRow {
  district: string;
  firstDay: string;
  onDuty: number;
  freeToday: number;
  openByKind: { kind: string; count: number }[];
  cells: ({ supply: number; demand: number } | null)[];
}
export interface Coverage {
  cursor: string;
  halves: { day: string; half: string; from: string; to: string }[];
  rows: CoverageRow[];
}

const ROW = 'district firstDay onDuty freeToday openByKind { kind count } cells { supply demand }';
export const COVERAGE = `query ($kind: Kind) { coverage(kind: $kind) { cursor halves { day half from to } rows { ${ROW} } } }`;
export const LIVE_COVERAGE = `subscription ($kind: Kind, $after: String) {
  coverageChanges(kind: $kind, after: $after) { kind cursor id row { ${ROW} } } }`;

/** Coverage as a page loads it. */
export const readCoverage = async (by: Actor, kind: string | null): Promise<Coverage> =>
  dataOf(await by.send<{ coverage: Coverage }>(COVERAGE, { kind })).coverage;
