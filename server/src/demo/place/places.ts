import type { WeeklyHours } from '@ww/shared/spans';
import { FOOD } from './food.ts';
import { RULES } from './rules.ts';
import type { DemoPlaceData } from './terms.ts';

export const MAL_WLOCHY = 'mal-wlochy';

const weekly = (weekdays: readonly number[], from: number, to: number): WeeklyHours[] =>
  weekdays.map((weekday) => ({ weekday, from: from * 60, to: to * 60 }));

/** One that there is, as its city announces it, and two invented ones. */
export const PLACES: readonly DemoPlaceData[] = [
  {
    ...{
      slug: MAL_WLOCHY,
      name: 'MAL we Włochach',
      district: 'wlochy',
      address: 'Rejonowa 6/8',
      phone: '+48223004220',
      staff: 'Irena Sowa',
    },
    limits: { shortestMinutes: 30, longestMinutes: 240, daysAhead: 60, perMonth: 4, approval: 'STAFF' },
    weekly: weekly([2, 3, 4, 5], 12, 20),
    weeklyBefore: weekly([2, 3, 4, 5], 11, 19),
    rules: RULES.wlochy,
    rooms: [
      {
        ...{ name: 'Duża', capacity: 30, stepFree: true, buffers: [15, 15] },
        equipment: ['PROJECTOR', 'SOUND', 'WHITEBOARD', 'PIANO', 'INDUCTION_LOOP', 'WIFI'],
      },
      { name: 'Pracownia', capacity: 12, equipment: ['WHITEBOARD', 'TOOLS', 'WIFI'], stepFree: true, buffers: [0, 15] },
      { name: 'Kuchnia', capacity: 8, equipment: ['KITCHEN', 'WIFI'], stepFree: false, buffers: [0, 30] },
    ],
    shelves: [
      { name: 'Lodówka, góra', kind: 'COLD', food: FOOD.top },
      { name: 'Lodówka, dół', kind: 'COLD', food: FOOD.bottom },
      { name: 'Półka sucha', kind: 'DRY', food: FOOD.dry },
      { name: 'Półka z owocami', kind: 'DRY', food: FOOD.fruit },
    ],
  },
  {
    ...{ slug: 'mal-pod-kasztanem', name: 'MAL Pod Kasztanem', district: 'ochota', address: 'Kasztanowa 3', phone: '+48220000172' },
    staff: 'Danuta Trznadel',
    limits: { shortestMinutes: 30, longestMinutes: 180, daysAhead: 30, perMonth: 6, approval: 'AT_ONCE' },
    weekly: weekly([1, 2, 3, 4], 10, 18),
    rules: RULES.kasztan,
    rooms: [
      { name: 'Sala z lustrami', capacity: 16, equipment: ['MIRRORS', 'SOUND'], stepFree: true, buffers: [0, 15] },
      { name: 'Kącik', capacity: 6, equipment: ['TOYS', 'WIFI'], stepFree: true, buffers: [0, 0] },
    ],
    shelves: [],
  },
  {
    ...{ slug: 'mal-nad-kanalem', name: 'MAL Nad Kanałem', district: 'praga-poludnie', address: 'Nadbrzeżna 11', phone: '+48220000173' },
    staff: 'Seweryn Rybołów',
    limits: { shortestMinutes: 60, longestMinutes: 300, daysAhead: 45, perMonth: 3, approval: 'STAFF' },
    weekly: [...weekly([3], 16, 20), ...weekly([6, 7], 10, 18)],
    rules: RULES.kanal,
    rooms: [
      { name: 'Hala', capacity: 60, equipment: ['SOUND', 'PROJECTOR', 'WIFI'], stepFree: true, buffers: [30, 30] },
      { name: 'Warsztat', capacity: 10, equipment: ['TOOLS'], stepFree: false, buffers: [0, 30] },
    ],
    shelves: [
      { name: 'Lodówka', kind: 'COLD', food: FOOD.canalCold },
      { name: 'Regał', kind: 'DRY', food: FOOD.canalDry },
    ],
  },
];
