import { LockMode } from '@mikro-orm/core';
import type { Tx } from '../platform/command.ts';
import type { AuditOf } from '../platform/outbox.ts';
import { Organisation } from './organisation.entity.ts';

export function aboutOrganisation({ id, district }: Pick<Organisation, 'id' | 'district'>): AuditOf {
  return { subjectType: 'organisation', subjectId: id, district };
}

/** The organisation, unchanged until the commit. */
export function findOrganisation(tx: Tx, id: string): Promise<Organisation | null> {
  return tx.em.findOne(Organisation, { id }, { lockMode: LockMode.PESSIMISTIC_READ });
}

/** An event for each district where the organisation counts: lists and figures of these are read again. */
export function announceOrganisation(tx: Tx, { id, district, districts, version }: Organisation, also: readonly string[] = []): void {
  for (const scope of new Set([district, ...districts, ...also])) tx.event({ topic: 'organisation', subjectId: id, scope, version });
}
