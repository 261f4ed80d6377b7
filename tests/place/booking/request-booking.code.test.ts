import { RATE_LIMITS } from '@ww/server/platform/limits';
import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { visitor } from '../../support/booking-own.ts';
import { dataOf, errorOf } from '../../support/client.ts';
import { aRequest, asked, plantPlace, proven, requestBooking } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

describe('the code of an address', () => {
  const world = useWorld();
  const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  const REFUSED = { code: 'INVALID', fields: [{ path: 'code', rule: 'wrongCode' }] };

  it('has six digits, and is read with the spaces that people type', async () => {
    const place = await plantPlace(world);
    const { proofId, code } = await proven(world);
    expect(code).toMatch(/^\d{6}$/);
    dataOf(
      await requestBooking(visitor(world), { ...(await asked(world, place)), proofId, code: ` ${code.slice(0, 3)} ${code.slice(3)} ` }),
    );
  });

  it('is refused when it is wrong, of another address, or of none', async () => {
    const place = await plantPlace(world);
    const [one, other] = [await proven(world), await proven(world, 'inna@example.org')];
    for (const over of [
      { ...one, code: wrong(one.code) },
      { ...one, code: other.code },
      { ...one, code: 'abcdef' },
      { ...one, code: one.code.slice(1) },
      { ...one, code: `${one.code}0` },
      { ...one, proofId: newId() },
    ])
      expect(errorOf(await requestBooking(visitor(world), await asked(world, place, over)))).toEqual(REFUSED);
  });

  it('works for an hour', async () => {
    const place = await plantPlace(world);
    const proof = await proven(world);
    world.clock.advance(3_599);
    dataOf(await requestBooking(visitor(world), await asked(world, place, { ...proof })));
    world.clock.advance(1);
    expect(errorOf(await requestBooking(visitor(world), await asked(world, place, { ...proof })))).toEqual(REFUSED);
  });

  it('costs no try when it is right, however often the room was taken', async () => {
    const place = await plantPlace(world, { approval: 'AT_ONCE' });
    await aRequest(world, place);
    const proof = await proven(world, 'spozniona@example.org');
    const attempt = async (over: object = {}) => requestBooking(visitor(world), await asked(world, place, { ...proof, ...over }));
    for (let each = 0; each < RATE_LIMITS.proofCode.hits + 2; each++)
      expect(errorOf(await attempt())).toMatchObject({ code: 'SPACE_TAKEN' });
    dataOf(await attempt({ roomId: place.small }));
  });

  it('is guessed ten times at most, from however many addresses; a form with a mistake costs no try', async () => {
    const place = await plantPlace(world);
    const proof = await proven(world);
    const attempt = async (over: object) => requestBooking(visitor(world), await asked(world, place, { ...proof, ...over }));
    for (let each = 0; each < 5; each++) expect(errorOf(await attempt({ name: '' }))).toMatchObject({ fields: [{ path: 'name' }] });
    for (let each = 0; each < RATE_LIMITS.proofCode.hits; each++)
      expect(errorOf(await attempt({ code: wrong(proof.code) }))).toEqual(REFUSED);
    const late = errorOf(await attempt({}));
    expect(late).toMatchObject({ code: 'RATE_LIMITED' });
    expect(late.retryAfter).toBeGreaterThan(0);
    // somebody else's is another count
    dataOf(await requestBooking(visitor(world), await asked(world, place)));
  });
});
