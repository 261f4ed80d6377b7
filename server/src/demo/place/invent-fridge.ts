import { openSpans } from '@ww/shared/place/clock';
import { staysUntil } from '@ww/shared/place/fridge';
import { newId } from '@ww/shared/id';
import { inWarsaw } from '@ww/shared/time';
import { warsawDay } from '@ww/shared/week';
import type { Dice } from '../random.ts';
import type { DemoPlace } from './open-place.ts';
import type { DemoFood } from './terms.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const LOOKED_BACK_DAYS = 90;
/** Days of the temperature log. */
const LOGGED_DAYS = 14;
/** One morning the door had been left open. */
const WARM_DEGREES = 6.4;

export const FRIDGE = { homeMadeDays: 3, coldMax: 5 } as const;

type Row = Record<string, unknown>;
export interface FridgeRows {
  shelves: Row[];
  items: Row[];
  temperatures: Row[];
}

/** What is in the fridge of a place and how cold it was. Everything happened while the place was open. */
export function inventFridge(place: DemoPlace, staffId: string, dice: Dice): FridgeRows {
  const rows: FridgeRows = { shelves: [], items: [], temperatures: [] };
  place.data.shelves.forEach(({ name, kind, food }, rank) => {
    const id = newId(place.now.getTime() - LOOKED_BACK_DAYS * DAY);
    rows.shelves.push({ id, place_id: place.id, name, kind, rank, removed_at: null, version: 1 });
    rows.items.push(...food.map((each) => itemRow(place, id, each)));
    if (kind === 'COLD') rows.temperatures.push(...temperaturesOf(place, id, { staffId, isWarm: rank === 0, dice }));
  });
  return rows;
}

/** The instant that lies so many open minutes back. */
function openMinutesAgo({ clock, now }: DemoPlace, minutes: number): Date {
  let left = minutes * MINUTE;
  for (const { from, to } of openSpans(clock, now.getTime() - LOOKED_BACK_DAYS * DAY, now).toReversed()) {
    if (to - from >= left) return new Date(to - left);
    left -= to - from;
  }
  throw new RangeError(`not open for ${String(minutes)} minutes`);
}

function itemRow(place: DemoPlace, shelfId: string, { kind, what, amount, unit, ago, bestBefore, homeMade, takenAgo }: DemoFood): Row {
  const putAt = openMinutesAgo(place, ago);
  const endedAt = takenAgo === undefined ? null : openMinutesAgo(place, takenAgo);
  const dates = {
    bestBefore: bestBefore === undefined ? null : inWarsaw(place.now).toPlainDate().add({ days: bestBefore }).toString(),
    madeOn: homeMade ? warsawDay(putAt) : null,
  };
  return {
    ...{ id: newId(putAt.getTime()), place_id: place.id, shelf_id: shelfId, kind, what, amount, unit },
    ...{ best_before: dates.bestBefore, made_on: dates.madeOn, stays_until: staysUntil({ refused: [], ...FRIDGE }, dates) },
    ...{ state: endedAt ? 'TAKEN' : 'THERE', put_at: putAt, ended_at: endedAt, version: endedAt ? 2 : 1 },
  };
}

interface Log {
  staffId: string;
  isWarm: boolean;
  dice: Dice;
}

function temperaturesOf(place: DemoPlace, shelfId: string, { staffId, isWarm, dice }: Log): Row[] {
  const { now, clock, data } = place;
  const openings = openSpans(clock, now.getTime() - LOGGED_DAYS * DAY, now.getTime() - 2 * MINUTE);
  return openings.map(({ from, to }, index) => {
    const measuredAt = new Date(Math.min(from + dice.int(2, 12) * MINUTE, to));
    const degrees = isWarm && index === 1 ? WARM_DEGREES : dice.int(28, 45) / 10;
    return {
      ...{ id: newId(measuredAt.getTime()), place_id: place.id, shelf_id: shelfId, degrees },
      ...{ measured_at: measuredAt, measured_by_id: staffId, measured_by: data.staff },
    };
  });
}
