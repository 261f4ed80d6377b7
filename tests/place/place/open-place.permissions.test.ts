import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { permissions } from '../../support/permissions.ts';
import { placeDocument } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';
import { newPlace } from './new-place.ts';

describe('openPlace permissions', () => {
  permissions(useWorld(), {
    ...{ action: 'place.open', allowed: ['ADMIN'] },
    prepare() {
      const input = newPlace();
      const operation = () => ({ document: placeDocument('openPlace'), variables: { input: { key: newId(), ...input } } });
      return Promise.resolve({ subjectId: input.id, operation });
    },
  });
});
