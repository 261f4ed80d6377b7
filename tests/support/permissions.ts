import type { Action } from '@ww/shared/policy';
import { ROLES, type Role } from '@ww/shared/roles';
import { expect, it } from 'vitest';
import { resident, signIn, type Actor } from './actors.ts';
import { sendRaw, type Operation } from './raw.ts';
import { snapshotOf } from './snapshot.ts';
import type { World } from './world.ts';

export const OWN = 'wlochy';
export const OTHER = 'ochota';

/** What is tried, on a subject in `OWN`. */
interface Prepared {
  /** Null for what has no id of its own. */
  subjectId: string | null;
  /** Valid in itself, whoever sends it. */
  operation: (by: Actor) => Operation;
  /** The same about something that does not exist, where that can be asked. */
  missing?: (by: Actor) => Operation;
}

export interface PermissionCase {
  action: Action;
  /** Allowed in the district of the grant; roles of the whole city anywhere. */
  allowed: readonly Role[];
  /** Roles whose answer depends on more than the policy, shown elsewhere; still refused in another district. */
  skip?: readonly Role[];
  /** Where a role's scope is no district: its own, and another like it. */
  scopes?: Partial<Record<Role, Record<typeof OWN | typeof OTHER, string>>>;
  prepare: (world: World) => Promise<Prepared>;
}

const CITY: readonly Role[] = ['CITY_ANALYST', 'AUDITOR', 'ADMIN'];

/** The scope that a role is held in. An organisation or a place that is called like a district must not pass for it. */
export const scopeFor = (role: Role, district: string) => (CITY.includes(role) ? null : district);

/** Who may, and how everyone else is refused: as if it were missing, nothing changed, and written down. */
export function permissions(world: World, { action, allowed, skip = [], scopes = {}, prepare }: PermissionCase): void {
  const scopeOf = (role: Role, district: typeof OWN | typeof OTHER) => scopes[role]?.[district] ?? scopeFor(role, district);

  it.each(allowed)('lets %s', async (role) => {
    const by = await signIn(world, role, scopeOf(role, OWN));
    const { operation } = await prepare(world);
    const { status, text } = await sendRaw(world, by, operation(by));
    expect(status).toBe(200);
    expect(JSON.parse(text)).not.toHaveProperty('errors');
  });

  it('refuses everyone else as if it were missing, and asks who is signed out to sign in', async () => {
    const tried = await prepare(world);
    const strangers = ROLES.filter((role) => !allowed.includes(role) && !skip.includes(role)).map((role) => [role, OWN] as const);
    const elsewhere = [...allowed, ...skip].filter((role) => !CITY.includes(role)).map((role) => [role, OTHER] as const);
    const refused = [await signIn(world, null)];
    for (const [role, district] of [...strangers, ...elsewhere]) refused.push(await signIn(world, role, scopeOf(role, district)));
    await expectRefused(world, refused, { action, ...tried });
  });
}

type Refused = Prepared & { action: Action };

/** All of them, and somebody signed out: the answer is the one about what does not exist, nothing changes, and it is written down. */
export async function expectRefused(
  world: World,
  refused: readonly Actor[],
  { action, subjectId, operation, missing }: Refused,
): Promise<void> {
  const all = [...refused, resident(world)];
  const before = await snapshotOf(world);
  for (const by of all) {
    const code = by.personId ? 'NOT_FOUND' : 'UNAUTHENTICATED';
    const answer = await sendRaw(world, by, operation(by));
    expect(JSON.parse(answer.text), by.role).toMatchObject({ errors: [{ message: code, extensions: { code } }] });
    if (missing) expect(await sendRaw(world, by, missing(by)), by.role).toEqual(answer);
    expect(await snapshotOf(world), by.role).toBe(before);
  }
  const written = await world.orm.em
    .fork()
    .execute<object[]>(`select action, actor_id, subject_id, reason, to_name from audit_entry where outcome = 'REFUSED'`);
  const about = { action, subject_id: subjectId, reason: null, to_name: null };
  expect(written).toHaveLength(all.length);
  expect(written).toEqual(expect.arrayContaining(all.map(({ personId }) => ({ ...about, actor_id: personId }))));
}
