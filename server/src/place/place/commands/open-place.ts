import { OpenPlace } from '@ww/shared/place/input';
import { USUALLY_REFUSED } from '@ww/shared/place/terms';
import { command } from '../../../platform/command.ts';
import { insertNew } from '../../../platform/insert.ts';
import { Place } from '../place.entity.ts';
import { aboutPlace, announcePlace, type PlaceAnswer } from '../place-record.ts';

/** What a place begins with; its staff set what suits it. */
const BEGINNING = {
  ...{ shortestMinutes: 30, longestMinutes: 240, daysAhead: 60, perMonth: 4, approval: 'STAFF', closedOnHolidays: true, rulesVersion: 0 },
  ...{ hasFridge: false, refused: [...USUALLY_REFUSED], homeMadeDays: 3, coldMax: 5 },
} as const;

/** A new place that lends rooms; its first staff are invited by whoever opened it. @throws AppError `INVALID` on `slug` or `id` (`taken`). */
export const openPlace = command<typeof OpenPlace, null, PlaceAnswer>({
  action: 'place.open',
  input: OpenPlace,
  load: (_tx, { id, name, district }) => Promise.resolve({ it: null, subject: {}, about: aboutPlace({ id, name, district }) }),
  async run(tx, _nothing, { key: _key, ...given }) {
    const place = Object.assign(new Place(), { ...BEGINNING, ...given, refused: [...BEGINNING.refused], version: 1 });
    await insertNew(tx, place, { place_slug: 'slug' });
    announcePlace(tx, place);
    tx.audit(aboutPlace(place));
    return { id: place.id, placeId: place.id };
  },
});
