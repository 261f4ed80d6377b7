import { describe } from 'vitest';
import { everyState } from '../support/axe-states.ts';

describe('on a desktop', () => everyState(1440, 900));
