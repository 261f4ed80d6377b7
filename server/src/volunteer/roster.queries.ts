import { isUuid } from '@ww/shared/id';
import { can, type Action } from '@ww/shared/policy';
import { comparePolish } from '@ww/shared/polish';
import { inWarsaw } from '@ww/shared/time';
import { minutesWithin, subtract } from '@ww/shared/spans';
import { availableSpans } from '@ww/shared/volunteer/availability';
import { LEAST_FREE_MINUTES } from '@ww/shared/volunteer/coverage';
import type { Context } from '../platform/context.ts';
import { demand, demandSignedIn } from '../platform/demand.ts';
import { invalid, notFound } from '../platform/errors.ts';
import type { Em } from '../platform/orm.ts';
import { expectRetry } from '../platform/reveal.ts';
import { availabilityOf } from './availability.queries.ts';
import { IN_DISTRICT, readFacts, type VolunteerFacts } from './facts.queries.ts';
import { poolsOf } from './organisation.queries.ts';
import type { RevealedVolunteer, RosterPage, RosterRow, VolunteerDetail } from './roster.types.ts';
import { VolunteerPrivate } from './volunteer-private.entity.ts';
import { subjectFor } from './volunteer-record.ts';
import { Volunteer } from './volunteer.entity.ts';

/** Volunteers who help still, by name. Two statements. */
async function rosterRows(em: Em, where: string, values: readonly unknown[], now: Date): Promise<RosterRow[]> {
  const facts = await readFacts(em, where, values, now);
  const volunteers = await em.find(Volunteer, { id: { $in: facts.map(({ id }) => id) } }, { disableIdentityMap: true });
  const byId = new Map(volunteers.map((volunteer) => [volunteer.id, volunteer]));
  const rows = facts.flatMap((known) => {
    const volunteer = byId.get(known.id);
    return volunteer ? [toRow(volunteer, known, now)] : [];
  });
  return rows.toSorted((a, b) => comparePolish(a.volunteer.displayName, b.volunteer.displayName) || (a.id < b.id ? -1 : 1));
}

function toRow(volunteer: Volunteer, { availability, busy, openTasks, maxOpen, weekMinutes }: VolunteerFacts, now: Date): RosterRow {
  const midnight = new Date(inWarsaw(now).startOfDay().add({ days: 1 }).epochMilliseconds);
  const free = minutesWithin(subtract(availableSpans(availability, now, midnight, now), busy), now, midnight);
  const freeToday = openTasks < maxOpen && free >= LEAST_FREE_MINUTES;
  return { id: volunteer.id, version: volunteer.version, volunteer, weekMinutes, freeToday };
}

/** The row as the Team of a district may see it; null when the volunteer has stopped or serves others. */
export async function findRosterRow(em: Em, id: string, district: string, now: Date): Promise<RosterRow | null> {
  const [row] = await rosterRows(em, `v.id = ? and ${IN_DISTRICT}`, [id, district, district], now);
  return row ?? null;
}

export async function readRoster(ctx: Context, district: string): Promise<RosterPage> {
  demand(ctx, 'volunteer.read', { district });
  const cursor = ctx.services.feed.cursor;
  return { cursor, rows: await rosterRows(ctx.em, IN_DISTRICT, [district, district], ctx.services.clock.now()) };
}

/** An organisation's own volunteers. @throws AppError `NOT_FOUND`, `UNAUTHENTICATED`, `INVALID`. */
export async function readRosterOfOrganisation(ctx: Context, organisation: string): Promise<RosterPage> {
  demand(ctx, 'volunteer.read', { organisation });
  if (!isUuid(organisation)) throw invalid([{ path: 'organisation', rule: 'uuid' }]);
  const cursor = ctx.services.feed.cursor;
  return { cursor, rows: await rosterRows(ctx.em, 'v.organisation_id = ?', [organisation], ctx.services.clock.now()) };
}

/** One volunteer who helps still, with what may be seen without a reveal. @throws AppError `NOT_FOUND`, `UNAUTHENTICATED`, `INVALID`. */
export async function readVolunteer(ctx: Context, id: string): Promise<VolunteerDetail> {
  demandSignedIn(ctx);
  if (!isUuid(id)) throw invalid([{ path: 'id', rule: 'uuid' }]);
  const now = ctx.services.clock.now();
  const row = await readRosterRow(ctx, id, 'volunteer.read');
  const { volunteer } = row;
  const reached = await ctx.em.findOne(VolunteerPrivate, { volunteerId: id });
  return {
    row,
    availability: await availabilityOf(ctx.em, volunteer, now),
    pools: volunteer.organisationId ? await poolsOf(ctx.em, [volunteer.organisationId], now) : [],
    hasEmail: reached?.email != null,
    hasPhone: reached?.phone != null,
  };
}

/** A volunteer that was just changed by this action; a repeated key comes here too, so who asks is looked at again. */
export async function readRosterRow(ctx: Context, id: string, action: Action = 'volunteer.write'): Promise<RosterRow> {
  const [row] = await rosterRows(ctx.em, 'v.id = ?', [id], ctx.services.clock.now());
  if (!row || !can(ctx.actor, action, subjectFor(ctx.actor, action, row.volunteer))) throw notFound();
  return row;
}

/**
 * How a volunteer is reached, after the `reveal` command has written its audit entry. A repeated key comes here
 * without a new entry, so who asks and when is looked at again.
 * @throws AppError `NOT_FOUND`; `INVALID` on `key` when it is too old to be a retry.
 */
export async function readRevealed(ctx: Context, { id, revealedAt }: { id: string; revealedAt: string }): Promise<RevealedVolunteer> {
  const volunteer = await ctx.em.findOne(Volunteer, { id });
  if (!volunteer || !can(ctx.actor, 'volunteer.reveal', subjectFor(ctx.actor, 'volunteer.reveal', volunteer))) throw notFound();
  expectRetry(ctx, revealedAt);
  const reached = await ctx.em.findOne(VolunteerPrivate, { volunteerId: id });
  return { id, revealedAt: new Date(revealedAt), email: reached?.email ?? null, phone: reached?.phone ?? null };
}
