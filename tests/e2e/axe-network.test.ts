import { describe } from 'vitest';
import { everyState } from '../support/axe-states.ts';
import { BOARD_PAGES } from '../support/board-page-list.ts';
import { MEETINGS } from '../support/meeting-page-list.ts';
import { LIVE } from '../support/meeting-pages.ts';
import { MEMBERS } from '../support/members-page-list.ts';
import { MINUTES } from '../support/minutes-page-list.ts';

describe('pages of a Network', () => everyState([...MEMBERS, ...MEETINGS, ...MINUTES, ...LIVE, ...BOARD_PAGES]));
