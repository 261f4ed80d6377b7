import { describe } from 'vitest';
import { everyState } from '../support/axe-states.ts';
import { PAGES } from '../support/pages.ts';

describe('pages of residents and volunteers', () => everyState(PAGES.residents));
