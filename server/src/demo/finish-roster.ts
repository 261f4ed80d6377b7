import { warsawDay } from '@ww/shared/week';
import { giveHours } from './hours.ts';
import type { DemoOrganisation } from './organisations.ts';
import type { Dice } from './random.ts';
import type { Story } from './story.ts';
import { VISITORS_DISTRICT } from './visitor.ts';
import type { DemoVolunteer } from './volunteers.ts';

const DAY = 86_400_000;
/** So many of those on duty where the visitor looks have as much to do as they said they could. */
const AT_LIMIT = 3;

/** What of the roster follows from what was asked of it: who is at their limit, when anyone was asked last, and weekly hours. */
export function finishRoster(
  dice: Dice,
  volunteers: readonly DemoVolunteer[],
  organisations: readonly DemoOrganisation[],
  stories: readonly Story[],
  now: Date,
): void {
  for (const who of volunteers) {
    const days = Math.floor((now.getTime() - who.createdAt.getTime()) / DAY);
    if (who.lastAskedAt === null && days > 3 && dice.chance(0.8))
      who.lastAskedAt = new Date(now.getTime() - dice.int(DAY, Math.min(days, 70) * DAY));
  }
  const busiest = volunteers.filter(
    ({ home, dutyUntil, open, maxOpen }) => home === VISITORS_DISTRICT && dutyUntil && open.length > 0 && maxOpen < 4,
  );
  for (const who of busiest.slice(0, AT_LIMIT)) who.maxOpen = who.open.length;
  giveHours(dice, volunteers, organisations, stories, now);
  for (const who of volunteers) differ(dice, who, now);
}

/** Now and then a day of the week after next week differs: not at all, or other hours. */
function differ(dice: Dice, who: DemoVolunteer, now: Date): void {
  if (!dice.chance(0.12)) return;
  const day = warsawDay(now.getTime() + dice.int(8, 20) * DAY);
  who.exceptions.push({ day, hours: dice.chance(0.6) ? [] : [{ from: 600, to: 840 }] });
}
