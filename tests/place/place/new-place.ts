import { newId } from '@ww/shared/id';

/** A place that nobody knows yet; override what the test is about. */
export const newPlace = (over: object = {}) => ({
  ...{ id: newId(), slug: `mal-${newId().slice(-8)}`, name: 'MAL Zielony Zakątek', district: 'wlochy', address: 'Zielona 4' },
  ...{ phone: '22 300 42 21', ...over },
});

/** A room with buffers; override what the test is about. */
export const newRoom = (placeId: string, over: object = {}) => ({
  ...{ id: newId(), placeId, name: 'Sala prób', capacity: 20, equipment: ['PIANO', 'SOUND'], stepFree: true },
  ...{ setupMinutes: 10, cleaningMinutes: 20, rank: 2, ...over },
});

/** What a planted place says of itself, with other words; override what the test is about. */
export const amended = (over: object = {}) => ({
  ...{ version: 1, name: 'MAL po remoncie', address: 'Próbna 2', phone: '22 300 42 22', shortestMinutes: 45, longestMinutes: 180 },
  ...{ daysAhead: 90, perMonth: 6, approval: 'AT_ONCE', closedOnHolidays: false, ...over },
});

/** What a planted room is to say of itself; override what the test is about. */
export const roomWords = (over: object = {}) => ({
  ...{ version: 1, name: 'Sala lustrzana', capacity: 18, equipment: ['MIRRORS'], stepFree: false },
  ...{ setupMinutes: 5, cleaningMinutes: 5, rank: 7, ...over },
});
