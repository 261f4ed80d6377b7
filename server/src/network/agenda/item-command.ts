import type { StandardSchemaV1 } from '@standard-schema/spec';
import { can, type Action } from '@ww/shared/policy';
import type { Loaded, Tx } from '../../platform/command.ts';
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
      const item = await tx.em.findOneOrFail(AgendaItem, { id: given.id });
      return { ...aboutItem(item), ...(await change(tx, meeting, item, given)) };
    },
    (tx, { id }) => find(tx, id),
  );
}

/** For whoever orders the agenda, or for a proposal by whoever made it, as long as it is one. */
export async function loadOwnItem(tx: Tx, id: string): Promise<Loaded<Meeting> | null> {
  const loaded = await loadMeetingOf(tx, 'agenda_item', id);
  if (!loaded) return null;
  const actor = loaded.actor ?? tx.actor;
  if (can(actor, 'agenda.order', loaded.subject)) return loaded;
  const item = await tx.em.findOne(AgendaItem, { id, state: 'PROPOSED', proposedById: tx.actor.personId });
  return item && loaded;
}
