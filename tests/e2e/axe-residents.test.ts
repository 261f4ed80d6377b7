import { describe } from 'vitest';
import { everyState } from '../support/axe-states.ts';
import { BOOKING_PAGES } from '../support/booking-page-list.ts';
import { MINE } from '../support/my-page-list.ts';
import { PUBLIC } from '../support/page-list.ts';

describe('pages of residents and volunteers', () => everyState([...PUBLIC, ...BOOKING_PAGES, ...MINE]));
