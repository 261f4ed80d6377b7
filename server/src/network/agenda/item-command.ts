import type { StandardSchemaV1 } from '@standard-schema/spec';
import { can, type Action } from '@ww/shared/policy';
import type { Loaded, Tx } from '../../platform/command.ts';
import { conflict, notFound } from '../../platform/errors.ts';
import type { AuditOf } from '../../platform/outbox.ts';
import { meetingCommand } from '../meeting/meeting-command.ts';
import { loadMeetingOf, subjectOf } from '../meeting/meeting-record.ts';
import type { Meeting } from '../meeting/meeting.entity.ts';
import { AgendaItem } from './agenda-item.entity.ts';

type OnItem = StandardSchemaV1<unknown, { key: string; id: string }>;
type More = Partial<AuditOf>;

export function aboutItem(item: AgendaItem): More {
  return { subjectType: 'agenda', subjectId: item.id };
}

/** Whether the actor may order this meeting's agenda, and so change any of its items. */
export const ordersAgenda = (tx: Tx, meeting: Meeting): boolean => can(tx.actor, 'agenda.order', subjectOf(meeting));

/** A command on one item, with its meeting locked. */
export function itemCommand<S extends OnItem>(
  action: Action,
  input: S,
  change: (tx: Tx, meeting: Meeting, item: AgendaItem, input: StandardSchemaV1.InferOutput<S>) => More | Promise<More>,
  find: (tx: Tx, id: string) => Promise<Loaded<Meeting> | null> = (tx, id) => loadMeetingOf(tx, 'agenda_item', id),
) {
  return meetingCommand(
    action,
    input,
    async (tx, meeting, given) => {
      const item = await tx.em.findOne(AgendaItem, { id: given.id });
      // another took it off the agenda while this one waited for the meeting
      if (!item) throw notFound();
      return { ...aboutItem(item), ...(await change(tx, meeting, item, given)) };
    },
    (tx, { id }) => find(tx, id),
  );
}

/** For whoever orders the agenda, or whoever proposed the item. */
export async function loadOwnItem(tx: Tx, id: string): Promise<Loaded<Meeting> | null> {
  const loaded = await loadMeetingOf(tx, 'agenda_item', id);
  if (!loaded || can(loaded.actor ?? tx.actor, 'agenda.order', loaded.subject)) return loaded;
  const { personId } = tx.actor;
  const isOwn = personId !== null && (await tx.em.count(AgendaItem, { id, proposedById: personId })) > 0;
  // of no district, so that whoever tries it is refused and written down
  return isOwn ? loaded : { ...loaded, subject: {} };
}

/** Once it is answered, a proposal is no longer its proposer's to change. @throws AppError `CONFLICT` with the item's state. */
export function expectOwn(tx: Tx, meeting: Meeting, item: AgendaItem): void {
  if (item.state !== 'PROPOSED' && !ordersAgenda(tx, meeting)) throw conflict({ by: null, at: null, state: item.state });
}
