import * as v from 'valibot';

const flag = v.pipe(
  v.picklist(['0', '1', '']),
  v.transform((value) => value === '1'),
);

/** Every setting: its name in the environment, what to write, and how it is read. The same list makes `.env.example`. */
export const SETTINGS = {
  NODE_ENV: { say: 'development or production', schema: v.optional(v.picklist(['development', 'production', 'test']), 'development') },
  HOST: { say: 'address to listen on, e.g. 127.0.0.1', schema: v.optional(v.string(), '127.0.0.1') },
  PORT: {
    say: 'a port number from 0 to 65535',
    schema: v.optional(v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.maxValue(65_535)), '3000'),
  },
  ORIGIN: {
    say: 'the address people open, e.g. https://wspiera.example.org, without a path',
    schema: v.optional(v.pipe(v.string(), v.regex(/^https?:\/\/[^/]+$/))),
  },
  DATABASE_URL: {
    say: 'postgres://user:password@host:5432/name, PostgreSQL 16 or newer; leave it out to use the embedded database in data/',
    schema: v.optional(v.pipe(v.string(), v.regex(/^postgres(?:ql)?:\/\/.+/))),
  },
  DATA_DIR: { say: 'folder of the embedded database', schema: v.optional(v.string(), 'data') },
  SECRET: {
    say: 'at least 32 random characters, e.g. from `openssl rand -base64 32`',
    schema: v.optional(v.pipe(v.string(), v.minLength(32))),
  },
  SMTP_URL: { say: 'smtp://user:password@host:587', schema: v.optional(v.pipe(v.string(), v.regex(/^smtps?:\/\/.+/))) },
  MAIL_FROM: {
    say: 'the sender of e-mail, e.g. Warszawa Wspiera <no-reply@example.org>',
    schema: v.optional(v.string(), 'Warszawa Wspiera <no-reply@example.org>'),
  },
  DEMO: { say: '1 to fill an empty database with invented people and requests, 0 not to', schema: v.optional(flag) },
  DEMO_TRAFFIC: { say: '1 to start made-up traffic at once (demo only)', schema: v.optional(flag, '0') },
  TRUSTED_PROXIES: {
    say: 'how many proxies stand before the server, 0 to 9; their X-Forwarded-For is believed',
    schema: v.optional(v.pipe(v.string(), v.regex(/^\d$/), v.transform(Number)), '0'),
  },
  LOG_LEVEL: {
    say: 'trace, debug, info, warn, error or silent (by itself info in production, warn elsewhere)',
    schema: v.optional(v.picklist(['trace', 'debug', 'info', 'warn', 'error', 'silent'])),
  },
} as const;

type Raw = { [K in keyof typeof SETTINGS]: v.InferOutput<(typeof SETTINGS)[K]['schema']> };

export interface Config extends Omit<Raw, 'ORIGIN' | 'SECRET' | 'DEMO' | 'LOG_LEVEL'> {
  LOG_LEVEL: string;
  ORIGIN: string;
  SECRET: string;
  DEMO: boolean;
}

/** All mistakes in the settings at once, each with what to write instead. */
export class ConfigError extends Error {
  readonly mistakes: string[];

  constructor(mistakes: string[]) {
    super(['The settings have mistakes:', ...mistakes.map((mistake) => `  - ${mistake}`)].join('\n'));
    this.mistakes = mistakes;
  }
}

/** A secret for trying things out on one machine; production refuses to start without a real one. */
const DEMO_SECRET = 'demo-only-not-a-secret-demo-only-not-a-secret';

/** Reads the settings. @throws ConfigError naming every mistake. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const mistakes: string[] = [];
  const raw: Record<string, unknown> = {};
  for (const [name, { say, schema }] of Object.entries(SETTINGS)) {
    const result = v.safeParse(schema, env[name] === '' ? undefined : env[name]);
    if (result.success) raw[name] = result.output;
    else mistakes.push(`${name}: write ${say}`);
  }
  const config = raw as Raw;
  const demo = config.DEMO ?? !env.DATABASE_URL;
  if (config.NODE_ENV === 'production') mistakes.push(...mistakesInProduction(config, demo));
  else if (!config.SECRET && !demo && isReachable(config))
    mistakes.push(`SECRET: others can reach this server and the one for trying out is public; write ${SETTINGS.SECRET.say}`);
  if (mistakes.length > 0) throw new ConfigError(mistakes);
  // On a developer's terminal the address and the demo people should not drown in request lines.
  const level = config.LOG_LEVEL ?? (config.NODE_ENV === 'production' ? 'info' : 'warn');
  return {
    ...config,
    LOG_LEVEL: level,
    DEMO: demo,
    ORIGIN: config.ORIGIN ?? `http://localhost:${config.PORT}`,
    SECRET: config.SECRET ?? DEMO_SECRET,
  };
}

const OWN_MACHINE = /^(?:localhost|127\.0\.0\.1|\[?::1\]?)$/;

/** Whether anyone but the person at this machine can open it. */
function isReachable({ HOST, ORIGIN }: Raw): boolean {
  return !OWN_MACHINE.test(HOST) || (ORIGIN !== undefined && !OWN_MACHINE.test(new URL(ORIGIN).hostname));
}

function mistakesInProduction(config: Raw, demo: boolean): string[] {
  const mistakes: string[] = [];
  if (demo) mistakes.push('DEMO: production refuses demo accounts; write 0, and give DATABASE_URL');
  if (!config.DATABASE_URL) mistakes.push(`DATABASE_URL: production needs PostgreSQL; write ${SETTINGS.DATABASE_URL.say}`);
  if (!config.SECRET) mistakes.push(`SECRET: production needs one; write ${SETTINGS.SECRET.say}`);
  if (!config.ORIGIN?.startsWith('https://')) mistakes.push(`ORIGIN: production needs https; write ${SETTINGS.ORIGIN.say}`);
  if (!config.SMTP_URL) mistakes.push(`SMTP_URL: production sends e-mail; write ${SETTINGS.SMTP_URL.say}`);
  return mistakes;
}
