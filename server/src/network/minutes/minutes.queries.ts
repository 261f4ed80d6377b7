import { can } from '@ww/shared/policy';
import { isUuid } from '@ww/shared/id';
import type { Context } from '../../platform/context.ts';
import { demandSignedIn } from '../../platform/demand.ts';
import { invalid, notFound } from '../../platform/errors.ts';
import { Meeting } from '../meeting/meeting.entity.ts';
import { Minutes } from './minutes.entity.ts';
import type { MinutesView } from './minutes.types.ts';

/** The minutes of a meeting: everybody's in the Network once approved, until then of whoever writes them. @throws AppError `NOT_FOUND`, `UNAUTHENTICATED`, `INVALID` */
export async function readMinutes(ctx: Context, meetingId: string): Promise<MinutesView> {
  demandSignedIn(ctx);
  if (!isUuid(meetingId)) throw invalid([{ path: 'meetingId', rule: 'uuid' }]);
  const meeting = await ctx.em.findOne(Meeting, { id: meetingId });
  const minutes = meeting && (await ctx.em.findOne(Minutes, { meetingId }));
  if (!minutes) throw notFound();
  const { district } = meeting;
  if (!can(ctx.actor, minutes.state === 'APPROVED' ? 'network.read' : 'minutes.write', { district })) throw notFound();
  const { content, state, version } = minutes;
  return {
    ...content,
    ...{ arrangements: content.arrangements ?? [], actions: content.actions ?? [] },
    ...{ meetingId, district, state, version },
    approvedAt: minutes.approvedAt ?? null,
    approvedBy: minutes.approvedBy ?? null,
    startedAt: new Date(content.startedAt),
    endedAt: new Date(content.endedAt),
  };
}
