import { createAccount } from '@ww/server/identity/account';
import type { Em } from '@ww/server/platform/orm';
import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { useWorld } from '../support/world.ts';

const EMAIL = 'anna.kruk@example.org';
const PASSWORD = 'dzięcioł-i-brzoza-7';

describe('signing in and out', () => {
  const world = useWorld();
  async function anna(): Promise<string> {
    const [id, passwordHash] = [newId(), await world.app.services.hashPassword(PASSWORD)];
    await world.orm.em
      .fork()
      .transactional((em) => createAccount(em as Em, { id, name: 'Anna Kruk', email: EMAIL, passwordHash }, world.clock.now()));
    return id;
  }
  const send = (path: string, body: object, cookie?: string) =>
    fetch(`${world.url}/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: world.url, ...(cookie ? { cookie } : {}) },
      body: JSON.stringify(body),
    });
  const entries = () =>
    world.orm.em
      .fork()
      .execute(
        `select action, outcome, actor_id, subject_type, subject_id, to_name is not null as named from audit_entry where action in ('session.start', 'session.revoke') order by at, id`,
      );

  it('are in the audit trail: who came in, as whom somebody could not, and who left', async () => {
    const id = await anna();

    expect((await send('sign-in/email', { email: EMAIL, password: 'nie-to-haslo' })).status).toBe(401);
    world.clock.advance(1);
    const entered = await send('sign-in/email', { email: EMAIL.toUpperCase(), password: PASSWORD });
    expect(entered.status).toBe(200);
    const cookie = entered.headers
      .getSetCookie()
      .map((each) => each.split(';', 1)[0])
      .join('; ');
    world.clock.advance(1);
    expect((await send('sign-out', {}, cookie)).status).toBe(200);

    const about = { subject_type: 'person', subject_id: id };
    expect(await entries()).toEqual([
      { action: 'session.start', outcome: 'REFUSED', actor_id: null, ...about, named: true },
      { action: 'session.start', outcome: 'DONE', actor_id: id, ...about, named: false },
      {
        action: 'session.revoke',
        outcome: 'DONE',
        actor_id: id,
        subject_type: 'session',
        subject_id: expect.any(String) as string,
        named: false,
      },
    ]);
  });

  it('leave nothing of an address that has no account, nor of signing out without a session', async () => {
    expect((await send('sign-in/email', { email: 'nikt@example.org', password: PASSWORD })).status).toBe(401);
    await send('sign-out', {});

    expect(await entries()).toEqual([]);
  });
});
