import type { Context, Services } from '../platform/context.ts';
import { appendAudit, type AuditBy } from '../platform/outbox.ts';

/**
 * Writes down that somebody signed in, or that somebody failed to, as them. Attempts on addresses without an account leave
 * no entry: there is nobody whom they concern, and the trail is kept for years.
 * @param email in small letters
 */
export async function auditSignIn({ orm, clock }: Services, requestId: string, email: string, isIn: boolean): Promise<void> {
  const em = orm.em.fork();
  const [person] = await em.execute<{ id: string; name: string }[]>('select id, display_name as name from person where email = ?', [email]);
  if (!person) return;
  const by: AuditBy = { signedIn: isIn ? { personId: person.id, displayName: person.name } : null, requestId };
  const about = { subjectType: 'person' as const, subjectId: person.id, ...(isIn ? {} : { toName: person.name }) };
  appendAudit(em, by, 'session.start', about, isIn ? 'DONE' : 'REFUSED', clock.now());
  await em.flush();
}

/** Writes down that whoever is signed in signed out. */
export async function auditSignOut(ctx: Context): Promise<void> {
  const { signedIn, services } = ctx;
  if (!signedIn) return;
  const em = services.orm.em.fork();
  appendAudit(em, ctx, 'session.revoke', { subjectType: 'session', subjectId: signedIn.sessionId }, 'DONE', services.clock.now());
  await em.flush();
}
