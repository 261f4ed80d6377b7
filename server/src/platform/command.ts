import type { StandardSchemaV1 } from '@standard-schema/spec';
import { check } from '@ww/shared/field-errors';
import { can, type Action } from '@ww/shared/policy';
import type { Actor, Subject } from '@ww/shared/roles';
import type { Context } from './context.ts';
import { invalid, notFound, unauthenticated } from './errors.ts';
import { insideCommand } from './guard.ts';
import { RATE_LIMITS } from './limits.ts';
import type { Limit } from './rate-limit.ts';
import type { Em } from './orm.ts';
import { appendAudit, appendEvent, type AuditOf, type EventOf } from './outbox.ts';

/** What a command's own code may use while its transaction is open. */
export interface Tx {
  em: Em;
  ctx: Context;
  actor: Actor;
  now: Date;
  event(event: EventOf): void;
  /** `action` when it is another one than the command's own. */
  audit(about: AuditOf, action?: Action): void;
}

/** What was found to act on, what it is for the policy, and (for a resident's code) the actor it makes of the caller. */
export interface Loaded<T> {
  it: T;
  subject: Subject;
  about: AuditOf;
  actor?: Actor;
  /** Where what was found decides which action it is. */
  action?: Action;
}

interface CommandSpec<S extends StandardSchemaV1, T, A> {
  action: Action;
  input: S;
  /** How often one account may give it. */
  limit?: Limit;
  /** Finds the subject without regard to scope; null answers `NOT_FOUND`, exactly as a refusal does. */
  load(tx: Tx, input: StandardSchemaV1.InferOutput<S>): Promise<Loaded<T> | null>;
  /** Changes it, tells what happened by `tx.event` and `tx.audit`, and returns the answer as plain data. */
  run(tx: Tx, it: T, input: StandardSchemaV1.InferOutput<S>): Promise<A>;
}

class Refused extends Error {
  readonly about: AuditOf;
  readonly action: Action;

  constructor(about: AuditOf, action: Action) {
    super('refused');
    this.about = about;
    this.action = action;
  }
}

/**
 * The one way a write goes: parse, begin, take the key, load, authorise, run, append event and audit, commit.
 * The same key with the same input answers the same, whichever process is asked, also after a crash.
 * @throws AppError as the entity's method says; `INVALID`, `NOT_FOUND` (missing or forbidden), `UNAUTHENTICATED`, `RATE_LIMITED`.
 */
export function command<S extends StandardSchemaV1<unknown, { key: string }>, T, A extends object>(spec: CommandSpec<S, T, A>) {
  return async (ctx: Context, raw: unknown): Promise<A> => {
    const parsed = check(spec.input, raw);
    if (!parsed.ok) throw invalid(parsed.errors);
    const input = parsed.value;
    if (spec.limit && ctx.signedIn) await ctx.services.limiter.take(spec.limit, ctx.signedIn.personId);
    const now = ctx.services.clock.now();
    const em = ctx.services.orm.em.fork();
    try {
      const answer = await insideCommand(spec.action, () => em.transactional((own) => execute(spec, ctx, own as Em, input, now)));
      ctx.services.feed.announce();
      return answer;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (!ctx.signedIn) await ctx.services.limiter.take(RATE_LIMITS.refusal, ctx.address);
      await auditRefusal(ctx, error.action, error.about, now);
      throw ctx.signedIn || spec.action.endsWith('-own') ? notFound() : unauthenticated();
    }
  };
}

async function execute<S extends StandardSchemaV1<unknown, { key: string }>, T, A extends object>(
  spec: CommandSpec<S, T, A>,
  ctx: Context,
  em: Em,
  input: StandardSchemaV1.InferOutput<S>,
  now: Date,
): Promise<A> {
  const known = await takeKey<A>(em, ctx, spec.action, input, now);
  if (known) return known;
  let acting = spec.action;
  const tx: Tx = {
    em,
    ctx,
    actor: ctx.actor,
    now,
    event: (event) => appendEvent(em, event, now),
    audit: (about, action = acting) => appendAudit(em, ctx, action, about, 'DONE', now),
  };
  const loaded = await spec.load(tx, input);
  if (!loaded) throw notFoundFor(ctx, spec.action);
  tx.actor = loaded.actor ?? ctx.actor;
  acting = loaded.action ?? spec.action;
  if (!can(tx.actor, acting, loaded.subject)) throw new Refused(loaded.about, acting);
  const answer = await spec.run(tx, loaded.it, input);
  await em.flush();
  const json = JSON.stringify(answer);
  await em.execute('update command_key set answer = ?::jsonb where key = ?', [json, input.key]);
  // As it will come from the row when asked again: the same, to the byte.
  return JSON.parse(json) as A;
}

/** Someone signed out who asks for what needs an account is told to sign in, whether it exists or not. */
function notFoundFor(ctx: Context, action: Action) {
  const open = action.endsWith('-own') || can(ctx.actor, action);
  return ctx.signedIn || open ? notFound() : unauthenticated();
}

/**
 * Takes the idempotency key, or returns the answer that it already has. A second process with the same key
 * waits here until the first has committed or rolled back.
 */
async function takeKey<A>(em: Em, ctx: Context, action: Action, input: { key: string }, now: Date): Promise<A | null> {
  const { key, ...rest } = input;
  const actorId = ctx.signedIn?.personId ?? null;
  const hash = ctx.services.secrets.fingerprint(rest);
  const taken = await em.execute<{ key: string }[]>(
    'insert into command_key (key, actor_id, action, input_hash, at) values (?, ?, ?, ?, ?) on conflict (key) do nothing returning key',
    [key, actorId, action, hash, now],
  );
  if (taken.length > 0) return null;
  const [row] = await em.execute<{ actor_id: string | null; action: string; input_hash: string; answer: A | null }[]>(
    'select actor_id, action, input_hash, answer from command_key where key = ?',
    [key],
  );
  const same = row?.answer && row.actor_id === actorId && row.action === action && row.input_hash === hash;
  if (!same) throw invalid([{ path: 'key', rule: 'keyReused' }]);
  return row.answer;
}

async function auditRefusal(ctx: Context, action: Action, about: AuditOf, now: Date): Promise<void> {
  const em = ctx.services.orm.em.fork();
  appendAudit(em, ctx, action, about, 'REFUSED', now);
  await em.flush();
}
