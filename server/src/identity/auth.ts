import { betterAuth } from 'better-auth';
import { newId } from '@ww/shared/id';
import { PASSWORD } from '@ww/shared/identity/input';
import { assertOutsideCommand } from '../platform/guard.ts';
import { ownOrigins } from '../platform/origin.ts';
import { connectionOf, type Orm } from '../platform/orm.ts';
import type { Mail } from '../platform/mail.ts';
import { resetMail } from './mails.ts';
import { sessionPlugin } from './session-plugin.ts';

/** Attempts to sign in, per address and minute; kept in the database, so that every process counts together. */
export const SIGN_IN_LIMIT = { window: 60, max: 10 } as const;
const RESET_LIMIT = { window: 3_600, max: 5 } as const;
const SESSION_DAYS = 7;

interface AuthOptions {
  orm: Orm;
  mail: Mail;
  secret: string;
  /** The address people open, e.g. `https://wspiera.example.org`. */
  origin: string;
  /** Tests sign in hundreds of times from one address. */
  limited: boolean;
}

export type Auth = ReturnType<typeof createAuth>;

/** Accounts, passwords and sessions: better-auth on our own connection, in the schema `auth`. */
export function createAuth({ orm, mail, secret, origin, limited }: AuthOptions) {
  const db = guarded(connectionOf(orm).getClient().withSchema('auth'));
  return betterAuth({
    baseURL: origin,
    basePath: '/api/auth',
    trustedOrigins: ownOrigins(origin),
    secret,
    database: { db, type: 'postgres' },
    telemetry: { enabled: false },
    plugins: [sessionPlugin()],
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      // Accounts come by invitation only.
      disableSignUp: true,
      minPasswordLength: PASSWORD.min,
      maxPasswordLength: PASSWORD.max,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) => {
        await mail.send(resetMail(user.email, `${origin}/haslo#token=${token}`));
      },
    },
    session: { expiresIn: SESSION_DAYS * 86_400, updateAge: 3_600 },
    // Who reads the table must not be able to set anybody's password.
    verification: { storeIdentifier: 'hashed' },
    rateLimit: {
      enabled: limited,
      storage: 'database',
      window: 60,
      max: 100,
      customRules: { '/sign-in/email': SIGN_IN_LIMIT, '/request-password-reset': RESET_LIMIT, '/reset-password': RESET_LIMIT },
    },
    advanced: {
      database: { generateId: () => newId() },
      // The answer must not wait for the letter: the time it takes would tell which addresses have an account.
      backgroundTasks: { handler: (task) => void task },
      useSecureCookies: origin.startsWith('https://'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      cookiePrefix: 'ww',
      // The HTTP layer puts the trusted address here and drops what a client sends.
      ipAddress: { ipAddressHeaders: ['x-ww-address'] },
    },
  });
}

const INSTANTS = new Set(['expiresAt', 'createdAt', 'updatedAt', 'accessTokenExpiresAt', 'refreshTokenExpiresAt']);

/**
 * The ORM's connection to PostgreSQL gives instants as text, and a text is never earlier than a Date: to better-auth
 * no session and no reset link would ever expire.
 */
function withDates<R extends Record<string, unknown>>(row: R): R {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, INSTANTS.has(column) && typeof value === 'string' ? new Date(value) : value]),
  ) as R;
}

/** Refuses better-auth's queries while a command's transaction is open (they would wait for it for ever on PGlite). */
function guarded(db: ReturnType<ReturnType<typeof connectionOf>['getClient']>) {
  return db.withPlugin({
    transformQuery({ node }) {
      assertOutsideCommand();
      return node;
    },
    transformResult: ({ result }) => Promise.resolve({ ...result, rows: result.rows.map(withDates) }),
  });
}
