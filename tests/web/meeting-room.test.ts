import { newMeetingValues } from '../../web/src/lib/network/meeting/meeting-values.ts';
import { freeAt, type FreeRoom, whereOf, wishOf } from '../../web/src/lib/network/meeting/room.ts';
import { fromWarsaw } from '@ww/shared/time';
import { describe, expect, it } from 'vitest';

const at = (wall: string) => fromWarsaw(wall).getTime();
const typed = (over: object) => ({ ...newMeetingValues(null), date: '2026-12-04', time: '16:10', minutes: '65', seats: '20', ...over });

describe('a room for a meeting, as far as it is typed', () => {
  it('is looked for from the quarter in which the meeting begins to that in which it ends', () => {
    expect(wishOf(typed({}))).toEqual({ startsAt: at('2026-12-04T16:00'), input: { day: '2026-12-04', minutes: 75, people: 20 } });
    expect(wishOf(typed({ time: '16:00', minutes: '60' }))?.input.minutes).toBe(60);
  });

  it.each([{ date: '' }, { time: '' }, { minutes: '' }, { minutes: 'godzina' }, { seats: '' }, { seats: '0' }, { minutes: '5000' }])(
    'is not looked for while it is not said when, how long and for how many: %o',
    (over) => {
      expect(wishOf(typed(over))).toBeNull();
    },
  );

  it('is one of the district in which one may begin then', () => {
    const room = (district: string, from: string, to: string): FreeRoom => ({
      place: { name: 'MAL', district, address: 'Próbna 1' },
      room: { id: `${district}-${from}`, name: 'Duża', capacity: 30 },
      starts: [{ from: new Date(at(from)).toISOString(), to: new Date(at(to)).toISOString() }],
    });
    const [there, late, elsewhere] = [
      room('wlochy', '2026-12-04T12:00', '2026-12-04T16:00'),
      room('wlochy', '2026-12-04T16:15', '2026-12-04T18:00'),
      room('ochota', '2026-12-04T12:00', '2026-12-04T18:00'),
    ];
    expect(freeAt([there, late, elsewhere], 'wlochy', at('2026-12-04T16:00'))).toEqual([there]);
    expect(whereOf(there)).toBe('MAL, Próbna 1, Duża');
  });
});
