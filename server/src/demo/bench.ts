import type { Kind } from '@ww/shared/request/kinds';
import { inWarsaw } from '@ww/shared/time';
import type { Span } from '@ww/shared/spans';
import { MINUTES_OF } from '@ww/shared/volunteer/terms';
import { warsawDay } from '@ww/shared/week';
import type { HelpRequest } from '../request/help-request.entity.ts';
import type { Dice } from './random.ts';
import { mayHelp, type DemoVolunteer } from './volunteers.ts';

/** What of a request's life volunteers take part in. */
export type Part = 'OFFERED' | 'ACCEPTED' | 'IN_PROGRESS' | 'DONE_TODAY' | 'DONE_BEFORE';

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
/** Of so many requests of a district one is the volunteers'. */
const SHARE: Record<Part, number> = { OFFERED: 2.5, ACCEPTED: 2, IN_PROGRESS: 2, DONE_TODAY: 2, DONE_BEFORE: 1.4 };
/** What the demo volunteer has on her hands, so that none of her pages is empty. */
const SHOWN: Record<Part, number> = { OFFERED: 1, ACCEPTED: 2, IN_PROGRESS: 0, DONE_TODAY: 1, DONE_BEFORE: 5 };

/** Whoever may be asked, chosen as fairly as the product would choose. */
export class Bench {
  readonly #dice: Dice;
  readonly #now: Date;
  readonly #volunteers: readonly DemoVolunteer[];
  readonly #shown: DemoVolunteer | null;
  readonly #left = { ...SHOWN };
  readonly #seen = new Map<string, number>();
  readonly #asked = new Map<string, number>();

  /** @param shownId person whom the demo shows */
  constructor(dice: Dice, volunteers: readonly DemoVolunteer[], shownId: string | null, now: Date) {
    this.#dice = dice;
    this.#now = now;
    this.#volunteers = volunteers;
    this.#shown = volunteers.find(({ personId }) => personId === shownId) ?? null;
  }

  /** Whether a request in this district is one for volunteers. */
  takes(part: Part, district: string): boolean {
    if (this.#isForShown(part, district)) return true;
    const key = `${part}@${district}`;
    const seen = (this.#seen.get(key) ?? 0) + 1;
    this.#seen.set(key, seen);
    return Math.floor(seen / SHARE[part]) > Math.floor((seen - 1) / SHARE[part]);
  }

  #isForShown(part: Part, district: string): boolean {
    return this.#left[part] > 0 && this.#shown?.home === district;
  }

  /** Who did it, or does; at first those who were asked least. Null when nobody may. */
  holder(part: Part, request: HelpRequest, at: Date): DemoVolunteer | null {
    const isToday = part !== 'ACCEPTED' || warsawDay(request.dueFrom ?? this.#now) === warsawDay(this.#now);
    const shown = isToday ? this.shown(part, request.district) : null;
    if (shown) return shown;
    const isNow = part === 'ACCEPTED' || part === 'IN_PROGRESS';
    return this.several(1, request, at, isNow, part === 'IN_PROGRESS' ? ({ open }) => open.length === 0 : undefined)[0] ?? null;
  }

  /** The fit, best first; for what is under way those on duty come before the others. */
  several(
    count: number,
    { district, kind, language }: HelpRequest,
    at: Date,
    isNow: boolean,
    also: (who: DemoVolunteer) => boolean = () => true,
  ): DemoVolunteer[] {
    const visit = { district, kind, minutes: MINUTES_OF[kind], language: language === 'PL' ? null : language };
    const fit = this.#dice.shuffle(this.#volunteers.filter((who) => who !== this.#shown && also(who) && mayHelp(who, visit, at)));
    const order = (who: DemoVolunteer) => (isNow && !who.dutyUntil ? 100 : 0) + (this.#asked.get(who.id) ?? 0) + who.open.length;
    const chosen = fit.toSorted((a, b) => order(a) - order(b)).slice(0, count);
    for (const { id } of chosen) this.#asked.set(id, (this.#asked.get(id) ?? 0) + 1);
    return chosen;
  }

  /** The demo volunteer, until she has enough; nobody after that. */
  shown(part: Part, district: string): DemoVolunteer | null {
    if (!this.#isForShown(part, district)) return null;
    this.#left[part]--;
    return this.#shown;
  }

  /** A time for the visit from now on, apart from what they took on already. */
  slotOf(who: DemoVolunteer, kind: Kind, dueFrom: Date | null): Span {
    const length = MINUTES_OF[kind] * MINUTE;
    const earliest = Math.max(this.#now.getTime() + 10 * MINUTE, dueFrom?.getTime() ?? 0);
    let from = Math.ceil(earliest / QUARTER) * QUARTER;
    // Nobody is visited in the night.
    if (inWarsaw(from).hour < 7 || inWarsaw(from).hour >= 21) from = nextMorning(from);
    while (who.open.some((span) => span.from < from + length && from < span.to)) from += QUARTER;
    return { from, to: from + length };
  }
}

function nextMorning(from: number): number {
  const at = inWarsaw(from);
  return at
    .startOfDay()
    .add({ days: at.hour < 7 ? 0 : 1 })
    .with({ hour: 8 }).epochMilliseconds;
}
