import { URGENT_AFTER_MIN, WAIT_AFTER_MIN } from '@ww/shared/request/age';
import { DISTRICTS, type District } from '@ww/shared/district';

export type ArrowKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';
const STEP: Record<ArrowKey, { row: number; column: number }> = {
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
};
export const isArrow = (key: string): key is ArrowKey => key in STEP;

/** The district that an arrow leads to: the nearest tile that way, gaps jumped, sideways as little as can be; itself at the edge. */
export function neighbour(from: District, key: ArrowKey): District {
  const { row, column } = STEP[key];
  const ahead = DISTRICTS.flatMap((district) => {
    const down = district.tile.row - from.tile.row;
    const right = district.tile.column - from.tile.column;
    const forward = down * row + right * column;
    const aside = Math.abs(row === 0 ? down : right);
    // along a row only its own tiles; between rows also the ones beside
    return forward > 0 && (row !== 0 || aside === 0) ? [{ district, cost: forward * 10 + aside }] : [];
  });
  return ahead.sort((a, b) => a.cost - b.cost)[0]?.district ?? from;
}

/** Three letters for a phone's tile, told apart where the first three are not. */
const SHORT: Record<string, string> = { 'praga-polnoc': 'PPN', 'praga-poludnie': 'PPD', ursynow: 'URN' };
export const shortName = ({ slug, name }: District): string => SHORT[slug] ?? name.slice(0, 3).toLocaleUpperCase('pl');

/** After how many letters a long name may break in a narrow tile; a soft hyphen shows only when it does. */
const BREAK_AFTER: Record<string, number> = { srodmiescie: 4, rembertow: 6, bialoleka: 5 };
export function tileName({ slug, name }: District): string {
  const letters = BREAK_AFTER[slug];
  return letters ? `${name.slice(0, letters)}\u00ad${name.slice(letters)}` : name.replace('-', '-\u200b');
}

/** Row by row, as the map is read. */
export const READING_ORDER: readonly District[] = DISTRICTS.toSorted((a, b) => a.tile.row - b.tile.row || a.tile.column - b.tile.column);

interface Pressed {
  open: number | null;
  urgent: number | null;
  oldestWaitingSince: string | null;
}

/** How a district's tile looks: by its oldest untaken request and whether any is urgent. */
export function tileBand({ open, urgent, oldestWaitingSince }: Pressed, now: number): 'none' | 'calm' | 'wait' | 'urgent' {
  if (open === 0) return 'none';
  const minutes = oldestWaitingSince ? (now - Date.parse(oldestWaitingSince)) / 60_000 : 0;
  if ((urgent ?? 0) > 0 || minutes >= URGENT_AFTER_MIN) return 'urgent';
  return minutes >= WAIT_AFTER_MIN ? 'wait' : 'calm';
}
