import { RevokeSession } from '@ww/shared/identity/input';
import { command } from '../../platform/command.ts';

/** Ends one of one's own sessions, in the same transaction as its event, so that its sockets close everywhere. */
export const revokeSession = command<typeof RevokeSession, { id: string; userId: string }, { id: string }>({
  action: 'session.revoke',
  input: RevokeSession,
  async load(tx, { id }) {
    const [it] = await tx.em.execute<{ id: string; userId: string }[]>('select id, "userId" from auth.session where id::text = ?', [id]);
    return it ? { it, subject: { person: it.userId }, about: { subjectType: 'session', subjectId: it.id } } : null;
  },
  async run(tx, session) {
    await tx.em.execute('delete from auth.session where id = ?', [session.id]);
    tx.event({ topic: 'access', subjectId: session.userId, scope: null, version: 1 });
    tx.audit({ subjectType: 'session', subjectId: session.id });
    return { id: session.id };
  },
});
