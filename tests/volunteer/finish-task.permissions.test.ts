import { describe } from 'vitest';
import { ownTaskPermissions } from '../support/own-task-permissions.ts';
import { useWorld } from '../support/world.ts';

describe('finishTask permissions', () => ownTaskPermissions(useWorld(), 'finishTask', 'task.step'));
