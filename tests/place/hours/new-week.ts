import { newId } from '@ww/shared/id';

/** Every day from 8:00 to 12:00 and from 16:00 to 22:00, from 1 December on; override what the test is about. */
export const newWeek = (placeId: string, over: object = {}) => ({
  ...{ id: newId(), placeId, from: '2026-12-01', until: null },
  weekly: [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => [
    { weekday, from: 480, to: 720 },
    { weekday, from: 960, to: 1320 },
  ]),
  ...over,
});
