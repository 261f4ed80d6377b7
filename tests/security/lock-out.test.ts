import { createAccount } from '@ww/server/identity/account';
import type { Em } from '@ww/server/platform/orm';
import { newId } from '@ww/shared/id';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSecondApp } from '../support/second-app.ts';
import { useWorld } from '../support/world.ts';

const EMAIL = 'marta@example.org';
const PASSWORD = 'dwanaście-znaków';
const OFFICE = '198.51.100.41';

describe('guessing somebody’s password', () => {
  const world = useWorld();

  it('is slowed down from everywhere together, and does not lock them out where they signed in before', async () => {
    const server = await openSecondApp(world, { signInLimited: true });
    onTestFinished(() => server.close());
    const passwordHash = await world.app.services.hashPassword(PASSWORD);
    await world.orm.em
      .fork()
      .transactional((em) => createAccount(em as Em, { id: newId(), name: 'Marta', email: EMAIL, passwordHash }, world.clock.now()));
    const signIn = async (address: string, password: string) => {
      const headers = { 'content-type': 'application/json', origin: server.url, 'x-forwarded-for': address };
      return (
        await fetch(`${server.url}/api/auth/sign-in/email`, { method: 'POST', headers, body: JSON.stringify({ email: EMAIL, password }) })
      ).status;
    };
    expect(await signIn(OFFICE, PASSWORD)).toBe(200);

    const guesses: number[] = [];
    for (let line = 0; line < 24; line++) guesses.push(await signIn(`203.0.113.${String(line % 4)}`, 'wrong-wrong-wrong'));

    expect(guesses.slice(-4)).toEqual([429, 429, 429, 429]);
    expect(await signIn('203.0.113.99', PASSWORD)).toBe(429);
    expect(await signIn(OFFICE, PASSWORD)).toBe(200);
  });
});
