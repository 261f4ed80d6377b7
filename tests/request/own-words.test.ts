import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { resident, signIn } from '../support/actors.ts';
import { dataOf, errorOf } from '../support/client.ts';
import { aSubmitted, change, intake, SUBMIT, type Row } from '../support/requests.ts';
import { useWorld } from '../support/world.ts';

const OWN = 'query ($code: String!) { ownRequest(code: $code) { words version } }';
const AMEND_OWN = 'mutation ($input: AmendOwnRequestInput!) { amendOwnRequest(input: $input) { version } }';
const REVEAL = 'mutation ($input: RevealRequestInput!) { revealRequest(input: $input) { words } }';

describe("a resident's own words", () => {
  const world = useWorld();

  it('stay what the code shows when staff write down more, and nothing of either is lost', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const who = resident(world);
    const { id, code } = await aSubmitted(world, who, { words: 'Zakupy dla mamy.' });
    const { key: _key, reporterKind: _kind, district: _district, ...facts } = intake(world, { id });
    const amend = { ...facts, key: newId(), version: 1, words: 'Zakupy dla mamy. Mama prosi, by nie mówić o tym córce.' };
    dataOf(await anna.send<{ amendRequest: Row }>(change('amendRequest', 'AmendRequestInput'), { input: amend }));

    const own = dataOf(await who.send<{ ownRequest: { words: string; version: number } }>(OWN, { code })).ownRequest;
    expect(own).toEqual({ words: 'Zakupy dla mamy.', version: 2 });

    const input = { key: newId(), code, version: 2, words: 'Zakupy dla mamy, bez mleka.', due: { to: world.clock.in(3 * 3600) } };
    dataOf(await who.send(AMEND_OWN, { input }));
    const reveal = { input: { key: newId(), id, reason: 'CHECK' } };
    const { words } = dataOf(await anna.send<{ revealRequest: { words: string } }>(REVEAL, reveal)).revealRequest;
    expect(words).toBe('Zakupy dla mamy. Mama prosi, by nie mówić o tym córce.\n\nZakupy dla mamy, bez mleka.');
    expect(dataOf(await who.send<{ ownRequest: { words: string } }>(OWN, { code })).ownRequest.words).toBe('Zakupy dla mamy, bez mleka.');
  });

  it('can be mistyped without using up the hourly limit of the form', async () => {
    const who = resident(world, '203.0.113.99');
    for (let i = 0; i < 12; i++) {
      expect(errorOf(await who.send(SUBMIT, { input: intake(world, { person: { name: '', phone: '1' } }) })).code).toBe('INVALID');
    }
    expect((await aSubmitted(world, who)).number).toBe(1);
  });
});
