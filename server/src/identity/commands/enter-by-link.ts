import { LockMode } from '@mikro-orm/core';
import { EnterByLink } from '@ww/shared/identity/input';
import { command } from '../../platform/command.ts';
import { invalid } from '../../platform/errors.ts';
import { worksStill } from '../links.ts';
import { Person } from '../person.entity.ts';
import { SignInLink } from '../sign-in-link.entity.ts';

/**
 * A one-time link is used; the session is opened afterwards. Another person's that this browser had ends: its
 * cookie is replaced.
 * @throws AppError `INVALID` on `token` when used, expired, followed by a newer one or not ours.
 */
export const enterByLink = command<typeof EnterByLink, SignInLink, { id: string }>({
  action: 'link.enter',
  input: EnterByLink,
  async load(tx, { token }) {
    const id = tx.ctx.services.secrets.linkId(token);
    const it = id ? await tx.em.findOne(SignInLink, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
    if (!it || !(await worksStill(tx.em, it, tx.now))) throw invalid([{ path: 'token', rule: 'token' }]);
    return { it, subject: {}, about: { subjectType: 'link', subjectId: it.id } };
  },
  async run(tx, link) {
    link.usedAt = tx.now;
    const person = await tx.em.findOneOrFail(Person, { id: link.person.id });
    const { signedIn } = tx.ctx;
    if (signedIn && signedIn.personId !== person.id) {
      await tx.em.execute('delete from auth.session where id = ?', [signedIn.sessionId]);
      tx.event({ topic: 'access', subjectId: signedIn.personId, scope: null, version: 1 });
    }
    tx.event({ topic: 'access', subjectId: person.id, scope: null, version: 1 });
    tx.audit({ subjectType: 'link', subjectId: link.id, toName: person.displayName });
    return { id: person.id };
  },
});
