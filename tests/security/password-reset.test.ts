import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { useWorld } from '../support/world.ts';

describe('asking for a new password', () => {
  const world = useWorld();
  const asked = (url: string, email: string | null) =>
    fetch(`${url}/api/auth/request-password-reset`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ email }),
    });
  const links = () => world.orm.em.fork().execute<{ identifier: string }[]>('select identifier from auth.verification');

  it('keeps its link as a hash, which works once', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    expect((await asked(world.url, anna.email)).status).toBe(200);
    await expect.poll(() => world.letters.length, { timeout: 10_000 }).toBe(1);
    const [, token = ''] = /#token=(\S+)/.exec(world.letters[0]?.text ?? '') ?? [];
    expect(token).not.toBe('');

    const [link] = await links();
    expect(link?.identifier).toBeTruthy();
    expect(link?.identifier).not.toContain(token);
    const set = (body: object) =>
      fetch(`${world.url}/api/auth/reset-password`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: world.url },
        body: JSON.stringify(body),
      });
    expect((await set({ token, newPassword: 'dwanaście-znaków' })).status).toBe(200);
    expect((await set({ token, newPassword: 'dwanaście-innych' })).status).toBe(400);
  });
});
