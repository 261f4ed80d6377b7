import { describe } from 'vitest';
import { ownTaskPermissions } from '../support/own-task-permissions.ts';
import { useWorld } from '../support/world.ts';

describe('undoTask permissions', () => ownTaskPermissions(useWorld(), 'undoTask', 'task.undo'));
