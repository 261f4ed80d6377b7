import { DISTRICTS } from '@ww/shared/district';
import { describe, expect, it } from 'vitest';
import { resident } from '../support/actors.ts';
import { dataOf } from '../support/client.ts';
import { useWorld } from '../support/world.ts';

describe('districts', () => {
  const world = useWorld();

  it('are public: the 18 with phones, network and place on the map', async () => {
    const query = 'query { districts { slug name teryt teamPhones localVolunteering tileRow tileColumn } }';
    const { districts } = dataOf(
      await resident(world).send<{ districts: { slug: string; teamPhones: string[]; localVolunteering: boolean }[] }>(query),
    );
    expect(districts).toEqual(DISTRICTS.map(({ tile, ...rest }) => ({ ...rest, tileRow: tile.row, tileColumn: tile.column })));
    expect(districts).toHaveLength(18);
    expect(districts.flatMap(({ teamPhones }) => teamPhones)).toHaveLength(20);
    expect(districts.filter(({ localVolunteering }) => localVolunteering)).toHaveLength(7);
    expect(districts.find(({ slug }) => slug === 'wlochy')?.teamPhones).toEqual(['+48224434498']);
  });
});
