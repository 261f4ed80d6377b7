import { describe } from 'vitest';
import { ownTaskPermissions } from '../support/own-task-permissions.ts';
import { useWorld } from '../support/world.ts';

describe('declineOffer permissions', () => ownTaskPermissions(useWorld(), 'declineOffer', 'offer.answer'));
