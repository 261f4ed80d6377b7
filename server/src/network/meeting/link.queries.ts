import { can } from '@ww/shared/policy';
import type { Actor } from '@ww/shared/roles';
import type { Context } from '../../platform/context.ts';
import { notFound } from '../../platform/errors.ts';
import type { Em } from '../../platform/orm.ts';
import { expectRetry } from '../../platform/reveal.ts';
import type { RevealedNeeds } from './guests.types.ts';
import type { RevealedLink } from './mine.types.ts';
import { asDeputy, subjectOf } from './meeting-record.ts';
import { Meeting, MeetingPrivate } from './meeting.entity.ts';
import { Rsvp, RsvpPrivate } from './rsvp.entity.ts';

/** Who called the meeting has the link, and who was accepted; nobody else, and nobody once it was called off. */
export async function mayHaveLink(em: Em, actor: Actor, meeting: Meeting): Promise<boolean> {
  if (meeting.state === 'CANCELLED') return false;
  if (can(actor, 'meeting.call', subjectOf(meeting))) return true;
  if (actor.personId === null) return false;
  return (await em.count(Rsvp, { meetingId: meeting.id, personId: actor.personId, state: 'ACCEPTED' })) > 0;
}

/** The link, after the `reveal` command has written its audit entry. @throws AppError `NOT_FOUND`; `INVALID` on `key` when it is too old to be a retry. */
export async function readRevealedLink(ctx: Context, { id, revealedAt }: { id: string; revealedAt: string }): Promise<RevealedLink> {
  const meeting = await ctx.em.findOne(Meeting, { id });
  if (!meeting || !can(ctx.actor, 'meeting.join', subjectOf(meeting)) || !(await mayHaveLink(ctx.em, ctx.actor, meeting))) throw notFound();
  expectRetry(ctx, revealedAt);
  const kept = await ctx.em.findOne(MeetingPrivate, { meetingId: id });
  if (!kept) throw notFound();
  return { id, link: kept.link, revealedAt: new Date(revealedAt) };
}

/** What somebody needs to take part, likewise. */
export async function readRevealedNeeds(ctx: Context, { id, revealedAt }: { id: string; revealedAt: string }): Promise<RevealedNeeds> {
  const rsvp = await ctx.em.findOne(Rsvp, { id });
  const meeting = rsvp && (await ctx.em.findOne(Meeting, { id: rsvp.meetingId }));
  if (!meeting || !can(asDeputy(ctx.actor, meeting), 'meeting.people', subjectOf(meeting))) throw notFound();
  expectRetry(ctx, revealedAt);
  const kept = await ctx.em.findOne(RsvpPrivate, { rsvpId: id });
  return { id, needs: kept?.needs ?? null, revealedAt: new Date(revealedAt) };
}
