import { describe } from 'vitest';
import { ownTaskPermissions } from '../support/own-task-permissions.ts';
import { useWorld } from '../support/world.ts';

describe('revealTask permissions', () => ownTaskPermissions(useWorld(), 'revealTask', 'task.reveal'));
