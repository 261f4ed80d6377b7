import { bestMatches } from '@ww/shared/network/match';
import type { Context } from '../../platform/context.ts';
import { demand } from '../../platform/demand.ts';
import { notFound } from '../../platform/errors.ts';
import type { Em } from '../../platform/orm.ts';
import { Network } from '../member/network.entity.ts';
import type { Owner } from './board.entity.ts';
import type { ActivityPart, Board, BoardEntryView, BoardOrganisation, JointActivityView } from './board.types.ts';

/** How long what ended is still shown. */
const SHOWN_MS = 90 * 86_400_000;
const SHOWN = 300;
const SUGGESTIONS = 3;

interface RawEntry extends Omit<BoardEntryView, 'organisation' | 'createdAt' | 'proposeAt' | 'endedAt' | 'suggestions'> {
  organisationId: string | null;
  organisationName: string | null;
  createdAt: Date | string;
  proposeAt: Date | string | null;
  endedAt: Date | string | null;
}

const at = (value: Date | string | null): Date | null => (value === null ? null : new Date(value));
const organisationOf = (id: string | null, name: string | null): BoardOrganisation | null =>
  id !== null && name !== null ? { id, name } : null;

/** Of those who are in the Network still. A draft of a meeting is its coordinator's affair, so it is not named. */
async function readEntries(em: Em, district: string, since: Date): Promise<BoardEntryView[]> {
  const rows = await em.execute<RawEntry[]>(
    `select e.id, e.version, e.side, e.kind, e.title, e.words, e.amount, e.place, e.from_day::text as "fromDay", e.to_day::text as "toDay",
       e.state, e.organisation_id as "organisationId", o.name as "organisationName", e.posted_by as "postedBy", e.created_at as "createdAt",
       e.propose_at as "proposeAt", e.ended_at as "endedAt", m.id as "proposedOn"
     from board_entry e left join organisation o on o.id = e.organisation_id
       left join agenda_item i on i.entry_id = e.id and i.state <> 'REFUSED'
       left join meeting m on m.id = i.meeting_id and m.state in ('PUBLISHED', 'RUNNING', 'ENDED')
     where e.district = ? and (e.state = 'OPEN' or e.ended_at > ?)
       and (e.state <> 'OPEN' or e.organisation_id is null or exists (select 1 from network_member k
         where k.district = e.district and k.organisation_id = e.organisation_id and k.state = 'MEMBER'))
     order by e.state <> 'OPEN', coalesce(e.ended_at, e.created_at) desc, e.id limit ${SHOWN}`,
    [district, since],
  );
  const open = rows.filter(({ state }) => state === 'OPEN');
  return rows.map(({ organisationId, organisationName, ...row }) => ({
    ...row,
    organisation: organisationOf(organisationId, organisationName),
    createdAt: new Date(row.createdAt),
    proposeAt: at(row.proposeAt),
    endedAt: at(row.endedAt),
    suggestions:
      row.state === 'OPEN'
        ? bestMatches({ ...row, organisationId }, open, SUGGESTIONS).map(({ id, reasons, words }) => ({ entryId: id, reasons, words }))
        : [],
  }));
}

type RawPart<Side extends string> = Record<`${Side}Id` | `${Side}Title`, string> &
  Record<`${Side}Organisation` | `${Side}Name`, string | null>;

interface RawActivity extends Omit<JointActivityView, 'offer' | 'need' | 'createdAt' | 'endedAt'>, RawPart<'offer'>, RawPart<'need'> {
  owners: Owner[];
  createdAt: Date | string;
  endedAt: Date | string | null;
}

const partOf = (entryId: string, title: string, organisation: BoardOrganisation | null): ActivityPart => ({ entryId, title, organisation });

async function readActivities(em: Em, district: string, since: Date): Promise<JointActivityView[]> {
  const rows = await em.execute<RawActivity[]>(
    `select a.id, a.version, a.title, a.day::text as day, a.state, a.owners, a.created_at as "createdAt", a.ended_at as "endedAt",
       f.id as "offerId", f.title as "offerTitle", f.organisation_id as "offerOrganisation", g.name as "offerName",
       n.id as "needId", n.title as "needTitle", n.organisation_id as "needOrganisation", h.name as "needName"
     from joint_activity a join board_entry f on f.id = a.offer_id join board_entry n on n.id = a.need_id
       left join organisation g on g.id = f.organisation_id left join organisation h on h.id = n.organisation_id
     where a.district = ? and (a.state = 'PLANNED' or a.ended_at > ?)
     order by a.state <> 'PLANNED', case when a.state = 'PLANNED' then a.day end nulls last, a.ended_at desc, a.created_at, a.id limit ${SHOWN}`,
    [district, since],
  );
  return rows.map(({ id, version, title, day, state, owners, ...row }) => ({
    ...{ id, version, title, day, state, owners, createdAt: new Date(row.createdAt), endedAt: at(row.endedAt) },
    offer: partOf(row.offerId, row.offerTitle, organisationOf(row.offerOrganisation, row.offerName)),
    need: partOf(row.needId, row.needTitle, organisationOf(row.needOrganisation, row.needName)),
  }));
}

/** A district's board as everybody in the Network sees it; null where there is no such district. Three statements. */
export async function boardOf(em: Em, district: string, now: Date, cursor: string): Promise<Board | null> {
  const network = await em.findOne(Network, { district }, { disableIdentityMap: true });
  if (!network) return null;
  const since = new Date(now.getTime() - SHOWN_MS);
  const entries = await readEntries(em, district, since);
  const { enabled, unansweredDays } = network;
  return { cursor, district, enabled, unansweredDays, entries, activities: await readActivities(em, district, since) };
}

/** @throws AppError `UNAUTHENTICATED`, `NOT_FOUND`. */
export async function readBoard(ctx: Context, district: string): Promise<Board> {
  demand(ctx, 'network.read', { district });
  const { cursor } = ctx.services.feed;
  const board = await boardOf(ctx.em, district, ctx.services.clock.now(), cursor);
  if (!board) throw notFound();
  return board;
}
