import { describe } from 'vitest';
import { everyState } from '../support/axe-states.ts';

describe('on a phone', () => everyState(360, 740));
