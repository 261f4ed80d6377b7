import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { resident, type Actor } from '../../support/actors.ts';
import { dataOf, errorOf } from '../../support/client.ts';
import { onceAt, recordedAt, refusedAt } from '../../support/place-steps.ts';
import { didPlace, onPlace, plantPlace, staffOf } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

const RULES = `query ($id: ID!, $version: Int) { rules: houseRules(placeId: $id, version: $version) { version text publishedAt } }`;

describe('publishRules', () => {
  const world = useWorld();
  const read = (id: string, version: number | null = null) =>
    resident(world).send<{ rules: { version: number; text: string; publishedAt: string } }>(RULES, { id, version });

  it('makes the next version, which holds from now on; what was accepted before stays as it was written', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    world.clock.advance(60);

    const seen = await recordedAt(
      world,
      staff,
      place,
      'publishRules',
      { id: place.id, version: 1, text: ' Gasimy\u00A0światło. \r\n\r\n• Okna też. ' },
      'place.write',
    );

    expect(seen).toMatchObject({ rulesVersion: 2, version: 2 });
    expect(dataOf(await read(place.id)).rules).toEqual({
      ...{ version: 2, text: 'Gasimy światło.\n\n- Okna też.', publishedAt: world.clock.in(0) },
    });
    expect(dataOf(await read(place.id, 1)).rules).toMatchObject({ version: 1, text: 'Sprzątamy po sobie.' });
    const [row] = await world.orm.em
      .fork()
      .execute('select published_by_id from house_rules where place_id = ? and number = 2', [place.id]);
    expect(row).toEqual({ published_by_id: staff.personId });
  });

  it('of several at once makes one: the others are told, and may publish once they have read it', async () => {
    const place = await plantPlace(world);
    const people = [await staffOf(world, place), await staffOf(world, place), await staffOf(world, place)];
    const texts = ['Gasimy światło.', 'Zamykamy okna.', 'Nie hałasujemy.'];
    const answers = await Promise.all(people.map((by, at) => onPlace(by, 'publishRules', { id: place.id, version: 1, text: texts[at] })));
    const won = answers.findIndex(({ errors }) => !errors);
    expect(dataOf(await read(place.id)).rules).toMatchObject({ version: 2, text: texts[won] });
    const lost = answers.filter((_, at) => at !== won).map((answer) => errorOf(answer));
    expect(lost).toEqual([0, 1].map(() => expect.objectContaining({ code: 'STALE', version: 2 }) as object));
    expect(errorOf(await read(place.id, 3))).toEqual({ code: 'NOT_FOUND' });

    const after = (won + 1) % 3;
    await didPlace(people[after] as Actor, 'publishRules', { id: place.id, version: 2, text: texts[after] });
    expect(dataOf(await read(place.id)).rules).toMatchObject({ version: 3, text: texts[after] });
    expect(dataOf(await read(place.id, 2)).rules.text).toBe(texts[won]);
  });

  it('is refused over what somebody has changed since, and publishes nothing', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    for (const version of [0, 2])
      expect(await refusedAt(world, staff, 'publishRules', { id: place.id, version, text: 'Gasimy światło.' })).toMatchObject({
        code: 'STALE',
      });
  });

  it.each([
    ['', 'required'],
    [' \n ', 'required'],
    ['z'.repeat(20_001), 'tooLong'],
  ])('refuses %j', async (text, rule) => {
    const place = await plantPlace(world);
    const { fields } = await refusedAt(world, await staffOf(world, place), 'publishRules', { id: place.id, version: 1, text });
    expect(fields).toMatchObject([{ path: 'text', rule }]);
  });

  it('of a place that is not there are not found', async () => {
    expect(errorOf(await read(newId()))).toEqual({ code: 'NOT_FOUND' });
  });

  it('answers the same again for the same key', async () => {
    const place = await plantPlace(world);
    await onceAt(world, await staffOf(world, place), 'publishRules', { id: place.id, version: 1, text: 'Gasimy światło.' });
  });
});
