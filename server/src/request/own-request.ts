import { LockMode } from '@mikro-orm/core';
import type { Loaded, Tx } from '../platform/command.ts';
import type { HelpRequest } from './help-request.entity.ts';
import { codeHolder, findByCode } from './own-request.queries.ts';
import { aboutRequest } from './request-command.ts';

/** The request of a code, locked; its holder acts as no person. */
export async function loadOwn(tx: Tx, code: string): Promise<Loaded<HelpRequest> | null> {
  const it = await findByCode(tx.em, tx.ctx, code);
  if (!it) return null;
  await tx.em.lock(it, LockMode.PESSIMISTIC_WRITE);
  await tx.em.refresh(it, { filters: { scope: { districts: 'all' } } });
  return { it, subject: { request: it.id }, about: aboutRequest(it), actor: codeHolder(it.id) };
}
