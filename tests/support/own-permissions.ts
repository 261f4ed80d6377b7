import { ROLES } from '@ww/shared/roles';
import { expect, it } from 'vitest';
import { resident, signIn } from './actors.ts';
import { ownOperation, type OwnCommand } from './own.ts';
import { sendRaw } from './raw.ts';
import { aSubmitted } from './requests.ts';
import { snapshotOf } from './snapshot.ts';
import type { World } from './world.ts';

/** The permissions of what a resident does by code: the code is all that counts, and it opens one request. */
export function ownPermissions(world: World, command: OwnCommand): void {
  it('lets whoever holds the code, signed in or not, and touches no other request', async () => {
    const one = await aSubmitted(world, resident(world));
    const other = await aSubmitted(world, resident(world));
    for (const [by, { id, code }] of [
      [resident(world), one],
      [await signIn(world, 'AUDITOR'), other],
    ] as const) {
      const answer = await sendRaw(world, by, ownOperation(world, command, code));
      expect(JSON.parse(answer.text)).not.toHaveProperty('errors');
      const changed = await world.orm.em.fork().execute<{ id: string }[]>('select id from help_request where version > 1 and id = ?', [id]);
      expect(changed).toHaveLength(1);
    }
  });

  it.each([
    ...ROLES.map((role) => [role, role] as const),
    ['someone signed in', null] as const,
    ['someone signed out', undefined] as const,
  ])('refuses %s without the code, whatever was typed in its place', async (_who, role) => {
    const { id, code } = await aSubmitted(world, resident(world));
    const by = role === undefined ? resident(world) : await signIn(world, role, role === 'VOLUNTEER' ? null : roleScope(role));
    const before = await snapshotOf(world);
    const answers = new Set<string>();
    const last = code.endsWith('0') ? '1' : '0';
    for (const typed of [`${code.slice(0, -1)}${last}`, id, 'K7QP-4M2X-9RTB', 'x', '\u0000', '%']) {
      const { status, text } = await sendRaw(world, by, ownOperation(world, command, typed));
      answers.add(`${status} ${text}`);
    }
    expect([...answers]).toEqual([expect.stringContaining('"code":"NOT_FOUND"')]);
    expect(await snapshotOf(world)).toBe(before);
  });
}

const roleScope = (role: string | null) => (role === null || ['CITY_ANALYST', 'AUDITOR', 'ADMIN'].includes(role) ? null : 'wlochy');
