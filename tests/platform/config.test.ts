import { ConfigError, readConfig, SETTINGS } from '@ww/server/platform/config';
import { describe, expect, it } from 'vitest';

function mistakesIn(env: Record<string, string>): string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes;
    throw error;
  }
  return [];
}

const PRODUCTION = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://ww:ww@127.0.0.1:5432/ww',
  ORIGIN: 'https://wspiera.example.org',
  SECRET: 'k7v0Yh1VqgJ0b8Vb5Q1mC6tX2nS4pL9w',
  SMTP_URL: 'smtp://127.0.0.1:587',
};

describe('the settings', () => {
  it('need nothing to try the program out: embedded database, demo, loopback', () => {
    expect(readConfig({})).toMatchObject({
      HOST: '127.0.0.1',
      PORT: 3000,
      DEMO: true,
      ORIGIN: 'http://localhost:3000',
      DATA_DIR: 'data',
      DEMO_TRAFFIC: false,
    });
  });

  it('make no demo of a database that was given, unless asked to', () => {
    const { DATABASE_URL } = PRODUCTION;

    expect(readConfig({ DATABASE_URL }).DEMO).toBe(false);
    expect(readConfig({ DATABASE_URL, DEMO: '1' }).DEMO).toBe(true);
    expect(readConfig({ DEMO: '0' }).DEMO).toBe(false);
  });

  it('tell of every mistake at once, each with what to write instead', () => {
    const wrong = {
      NODE_ENV: 'prod',
      PORT: '70000',
      ORIGIN: 'example.org/path',
      DATABASE_URL: 'mysql://localhost/ww',
      SECRET: 'short',
      SMTP_URL: 'mail.example.org',
      DEMO: 'yes',
      DEMO_TRAFFIC: 'on',
      TRUSTED_PROXIES: 'all',
      LOG_LEVEL: 'loud',
    };

    const mistakes = mistakesIn(wrong);

    expect(mistakes.map((mistake) => mistake.split(':')[0]).sort()).toEqual(Object.keys(wrong).sort());
    for (const mistake of mistakes) expect(mistake).toContain(': write ');
    for (const mistake of mistakes) expect(mistake).not.toContain('mysql://');
    expect(new ConfigError(mistakes).message.split('\n')).toHaveLength(mistakes.length + 1);
  });

  it('take an empty value for a missing one', () => {
    expect(readConfig(Object.fromEntries(Object.keys(SETTINGS).map((name) => [name, ''])))).toEqual(readConfig({}));
  });

  it('for production are accepted when complete', () => {
    expect(readConfig(PRODUCTION)).toMatchObject({ NODE_ENV: 'production', DEMO: false });
  });

  it.each([
    ['demo accounts', { DEMO: '1' }, ['DEMO']],
    ['no database', { DATABASE_URL: '' }, ['DEMO', 'DATABASE_URL']],
    ['no secret', { SECRET: '' }, ['SECRET']],
    ['an address without https', { ORIGIN: 'http://wspiera.example.org' }, ['ORIGIN']],
    ['no address', { ORIGIN: '' }, ['ORIGIN']],
    ['no mail server', { SMTP_URL: '' }, ['SMTP_URL']],
    ['nothing set', { DATABASE_URL: '', ORIGIN: '', SECRET: '', SMTP_URL: '' }, ['DEMO', 'DATABASE_URL', 'SECRET', 'ORIGIN', 'SMTP_URL']],
  ])('for production refuse %s', (_what, over, names) => {
    expect(mistakesIn({ ...PRODUCTION, ...over }).map((mistake) => mistake.split(':')[0])).toEqual(names);
  });
});
