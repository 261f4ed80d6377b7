import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { amendInput, checkMinutes, valuesOf } from '../../web/src/lib/network/minutes/minutes-values.ts';

/** As many points as people may put on an agenda, one that came by itself, and needs of the board. */
const many = Array.from({ length: 75 }, () => ({ itemId: newId(), note: 'Słowo.' }));
const minutes = { meetingId: newId(), version: 1, remarks: null, items: many };

describe('what is written into minutes', () => {
  it('is sent where it was changed, also to nothing, and may be written of every point', () => {
    const values = valuesOf(minutes);
    values.notes[3] = 'Koców jest 40.';
    values.notes[7] = '';
    expect(amendInput(values, minutes, 1, 'key').items).toEqual([
      { itemId: many[3]?.itemId, note: 'Koców jest 40.' },
      { itemId: many[7]?.itemId, note: '' },
    ]);
    expect(checkMinutes(values, minutes)).toEqual([]);
  });

  it('is checked at the place where it stands', () => {
    const values = valuesOf(minutes);
    values.notes[70] = 'x'.repeat(4001);
    expect(checkMinutes(values, minutes)).toMatchObject([{ path: 'items.70.note', rule: 'tooLong' }]);
  });
});
