import { BOARD_PAGES } from './board-page-list.ts';
import { BOOKING_PAGES } from './booking-page-list.ts';
import { MEETINGS } from './meeting-page-list.ts';
import { LIVE } from './meeting-pages.ts';
import { MEMBERS } from './members-page-list.ts';
import { MINUTES } from './minutes-page-list.ts';
import { MINE } from './my-page-list.ts';
import { PUBLIC, STAFF } from './page-list.ts';
import { FRIDGES, UPKEEP } from './place-page-list.ts';
import { ROSTER } from './roster-page-list.ts';
import { WEEK_PAGES } from './week-page-list.ts';

/** Every page and state, by who looks at it. */
export const PAGES = {
  residents: [...PUBLIC, ...BOOKING_PAGES, ...FRIDGES, ...MINE],
  staff: [...STAFF, ...ROSTER, ...WEEK_PAGES, ...UPKEEP],
  network: [...MEMBERS, ...MEETINGS, ...MINUTES, ...LIVE, ...BOARD_PAGES],
};
