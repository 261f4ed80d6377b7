import { balanceOf, extremesOf, type HalfDay } from '@ww/shared/volunteer/coverage';
import { inWarsaw } from '@ww/shared/time';
import { m } from '#lib/paraglide/messages.js';
import type { Covered } from './heat.ts';

const IN: Record<string, () => string> = {
  bemowo: m.coverage_in_bemowo,
  bialoleka: m.coverage_in_bialoleka,
  bielany: m.coverage_in_bielany,
  mokotow: m.coverage_in_mokotow,
  ochota: m.coverage_in_ochota,
  'praga-poludnie': m.coverage_in_praga_poludnie,
  'praga-polnoc': m.coverage_in_praga_polnoc,
  rembertow: m.coverage_in_rembertow,
  srodmiescie: m.coverage_in_srodmiescie,
  targowek: m.coverage_in_targowek,
  ursus: m.coverage_in_ursus,
  ursynow: m.coverage_in_ursynow,
  wawer: m.coverage_in_wawer,
  wesola: m.coverage_in_wesola,
  wilanow: m.coverage_in_wilanow,
  wlochy: m.coverage_in_wlochy,
  wola: m.coverage_in_wola,
  zoliborz: m.coverage_in_zoliborz,
};

/** `we Włochach` */
export const inDistrict = (slug: string): string => IN[slug]?.() ?? slug;

type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** `dziś po południu`, `w sobotę rano` */
export function whenWords({ day, half }: Pick<HalfDay, 'day' | 'half'>, now: number): string {
  const date = Temporal.PlainDate.from(day);
  const isToday = inWarsaw(now).toPlainDate().equals(date);
  return m.coverage_when({
    day: isToday ? m.coverage_today() : m[`coverage_on_${date.dayOfWeek as Weekday}`](),
    half: m[`coverage_half_${half}`](),
  });
}

/** `brakuje 3 osób` */
export function balanceWords(balance: number): string {
  if (balance === 0) return m.coverage_even();
  return balance < 0 ? m.coverage_lack({ count: -balance }) : m.coverage_spare({ count: balance });
}

const capital = (text: string) => text.slice(0, 1).toLocaleUpperCase() + text.slice(1);

/** Whether a district lacks people this week, and when it has most to spare, in one sentence; what stands out is marked as `pieces` reads. */
export function verdict({ district, cells }: Covered, halves: readonly HalfDay[], now: number): string {
  const { worst, best } = extremesOf(cells);
  const where = capital(inDistrict(district));
  const told = (place: number | null) => {
    const [half, cell] = [halves[place ?? -1], cells[place ?? -1]];
    return half && cell ? { when: whenWords(half, now), count: Math.abs(balanceOf(cell)) } : null;
  };
  const [lacks, spares] = [told(worst), told(best)];
  if (lacks && spares)
    return m.coverage_verdict_both({ where, lackWhen: lacks.when, lack: lacks.count, spareWhen: spares.when, spare: spares.count });
  if (lacks) return m.coverage_verdict_lack({ where, lackWhen: lacks.when, lack: lacks.count });
  if (spares) return m.coverage_verdict_spare({ where, spareWhen: spares.when, spare: spares.count });
  return m.coverage_verdict_even({ where });
}
