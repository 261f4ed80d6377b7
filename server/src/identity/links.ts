import { newId } from '@ww/shared/id';
import type { Tx } from '../platform/command.ts';
import type { Em } from '../platform/orm.ts';
import { Person } from './person.entity.ts';
import { SignInLink, type LinkPurpose } from './sign-in-link.entity.ts';

/** A link for a person with an account; its letter is sent after the commit, by a follower of the log. Returns the link's id. */
export function addLink(tx: Tx, personId: string, purpose: LinkPurpose): string {
  const person = tx.em.getReference(Person, personId, { wrapped: true });
  const link = SignInLink.create({ id: newId(tx.now.getTime()), person, purpose }, tx.now);
  tx.em.persist(link);
  tx.event({ topic: 'link', subjectId: link.id, scope: null, version: 1 });
  return link.id;
}

/**
 * Whether the link still lets its person in: not used, not expired, and not followed by another. Of the links that
 * somebody asked for only the newest works; told when it is used, so that two asked for at once leave one.
 */
export async function worksStill(em: Em, link: SignInLink, now: Date): Promise<boolean> {
  if (!link.isOpen(now)) return false;
  if (link.purpose === 'INVITATION') return true;
  const newest = await em.findOne(SignInLink, { person: link.person, purpose: 'SIGN_IN' }, { orderBy: { createdAt: 'desc', id: 'desc' } });
  return newest?.id === link.id;
}
