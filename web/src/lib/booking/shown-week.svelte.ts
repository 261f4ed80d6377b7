import type { AppError } from '#lib/graphql/app-error.ts';
import { Whole } from '#lib/live/whole.svelte.ts';
import { addDays } from '#lib/place/days.ts';
import type { PlaceWeek } from './documents.ts';
import { readWeek, weekSource } from './source.ts';

/** The week of a place that a form looks at; another day leads to another week, each followed live while it is looked at. */
export class ShownWeek {
  whole: Whole<PlaceWeek>;
  loading = $state(false);
  failure = $state.raw<AppError | null>(null);
  #wanted = '';

  constructor(seed: PlaceWeek) {
    this.whole = $state.raw(new Whole(weekSource(seed.place.id, seed.day), seed));
  }

  get week(): PlaceWeek {
    return this.whole.value;
  }

  /** Whether a day lies in the week that is shown. */
  holds(day: string): boolean {
    return this.week.day <= day && day < addDays(this.week.day, 7);
  }

  /** Shows the week of a day. What is shown stays when that fails. */
  async show(day: string): Promise<void> {
    this.#wanted = day;
    if (this.holds(day)) return;
    this.loading = true;
    const answer = await readWeek(this.week.place.id, day);
    // a later choice has overtaken this one
    if (this.#wanted !== day) return;
    this.loading = false;
    this.failure = answer.ok ? null : answer.error;
    if (answer.ok) this.whole = new Whole(weekSource(this.week.place.id, answer.data.day), answer.data);
  }
}
