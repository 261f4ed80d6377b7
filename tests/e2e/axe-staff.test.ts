import { describe } from 'vitest';
import { everyState } from '../support/axe-states.ts';
import { STAFF } from '../support/page-list.ts';
import { ROSTER } from '../support/roster-page-list.ts';
import { WEEK_PAGES } from '../support/week-page-list.ts';

describe('pages of staff', () => everyState([...STAFF, ...ROSTER, ...WEEK_PAGES]));
