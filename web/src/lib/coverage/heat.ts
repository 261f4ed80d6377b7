import { districtName } from '@ww/shared/district';
import { comparePolish } from '@ww/shared/polish';
import { fromWarsaw } from '@ww/shared/time';
import { balanceOf, halfDays, type Cell, type DistrictCoverage, type HalfDay } from '@ww/shared/volunteer/coverage';

/** A district's week as the server tells it; `firstDay` is that of its first cell. */
export type Covered = DistrictCoverage & { firstDay: string };

/** Requests of a district that nobody took, of every kind. */
export const waitingIn = ({ openByKind }: Pick<Covered, 'openByKind'>): number => openByKind.reduce((sum, { count }) => sum + count, 0);

/** How a balance looks: from much lacking (b2) to much to spare (p2). */
export const TONES = ['b2', 'b1', 'z', 'p1', 'p2'] as const;
export type Tone = (typeof TONES)[number];

export function toneOf(balance: number): Tone {
  if (balance < 0) return balance <= -3 ? 'b2' : 'b1';
  if (balance < 3) return 'z';
  return balance < 6 ? 'p1' : 'p2';
}

/** `+3`, `−3` with a real minus, `0`. */
export const signed = (balance: number): string => (balance > 0 ? `+${String(balance)}` : String(balance).replace('-', '−'));

/** The city's week on one screen: its half-days, the chosen district apart, the others by name. */
export interface Heat {
  halves: HalfDay[];
  own: Covered | null;
  others: Covered[];
}

/**
 * Around midnight a change may tell of a week that begins a day later than the rest: the newest week is shown, and rows
 * of an older one stay empty until they are loaded again.
 */
export function heatOf(rows: readonly Covered[], district: string | null): Heat {
  const firstDay = rows.reduce((newest, row) => (row.firstDay > newest ? row.firstDay : newest), '');
  const halves = firstDay ? halfDays(fromWarsaw(`${firstDay}T12:00`)) : [];
  const current = rows
    .map((row) => (row.firstDay === firstDay ? row : { ...row, cells: halves.map(() => null) }))
    .toSorted((a, b) => comparePolish(districtName(a.district), districtName(b.district)));
  return {
    halves,
    own: current.find((row) => row.district === district) ?? null,
    others: current.filter((row) => row.district !== district),
  };
}

/** Where an arrow key leads among the cells that are not over; the same place at an edge. */
export function step(
  grid: readonly (readonly (Cell | null)[])[],
  from: { row: number; column: number },
  key: string,
): { row: number; column: number } {
  const isThere = ({ row, column }: { row: number; column: number }) => (grid[row]?.[column] ?? null) !== null;
  const columns = grid[from.row]?.map((_, column) => column).filter((column) => isThere({ row: from.row, column })) ?? [];
  const at = columns.indexOf(from.column);
  const targets: Record<string, { row: number; column: number | undefined }> = {
    ArrowLeft: { row: from.row, column: columns[at - 1] },
    ArrowRight: { row: from.row, column: columns[at + 1] },
    Home: { row: from.row, column: columns[0] },
    End: { row: from.row, column: columns.at(-1) },
    ArrowUp: { row: from.row - 1, column: from.column },
    ArrowDown: { row: from.row + 1, column: from.column },
  };
  const to = targets[key];
  return to?.column !== undefined && isThere({ row: to.row, column: to.column }) ? { row: to.row, column: to.column } : from;
}

export const STEPS: readonly string[] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'];

/** The districts that lack people on a day, the worst first. */
export function lackingOn(rows: readonly Covered[], halves: readonly HalfDay[], day: string): { district: string; balance: number }[] {
  return rows
    .map(({ district, cells }) => ({
      district,
      balance: Math.min(0, ...cells.map((cell, index) => (cell && halves[index]?.day === day ? balanceOf(cell) : 0))),
    }))
    .filter(({ balance }) => balance < 0)
    .toSorted((a, b) => a.balance - b.balance);
}
