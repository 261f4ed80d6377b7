import { defineEntity, p } from '@mikro-orm/core';
import { Person } from './person.entity.ts';

const LINK_PURPOSES = ['SIGN_IN', 'INVITATION'] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

const SIGN_IN_MINUTES = 15;
const INVITATION_DAYS = 7;

/** How long a link lets somebody in, in milliseconds. */
const VALID_MS: Record<LinkPurpose, number> = { SIGN_IN: SIGN_IN_MINUTES * 60_000, INVITATION: INVITATION_DAYS * 86_400_000 };

const schema = defineEntity({
  name: 'SignInLink',
  tableName: 'sign_in_link',
  properties: {
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).ref(),
    purpose: p.enum(LINK_PURPOSES),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    usedAt: p.datetime().nullable(),
  },
});

/** A link that signs one person in once. What its letter carries is made from the id and the server's secret; no token is stored. */
export class SignInLink extends schema.class {
  static create(data: { id: string; person: SignInLink['person']; purpose: LinkPurpose }, now: Date): SignInLink {
    const expiresAt = new Date(now.getTime() + VALID_MS[data.purpose]);
    return Object.assign(new SignInLink(), { ...data, createdAt: now, expiresAt, usedAt: null });
  }

  isOpen(now: Date): boolean {
    return this.usedAt === null && this.expiresAt > now;
  }
}
schema.setClass(SignInLink);
