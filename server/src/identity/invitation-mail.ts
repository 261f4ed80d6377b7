import type { Logger } from 'pino';
import { districtBySlug } from '@ww/shared/district';
import type { ChangeFeed } from '../platform/change-feed.ts';
import type { Jobs } from '../platform/jobs.ts';
import { followLog } from '../platform/log-follower.ts';
import type { Mail } from '../platform/mail.ts';
import type { Orm } from '../platform/orm.ts';
import type { Secrets } from '../platform/secrets.ts';
import { Invitation } from './invitation.entity.ts';
import { invitationMail } from './mails.ts';

interface Deps {
  orm: Orm;
  feed: ChangeFeed;
  log: Logger;
  jobs: Jobs;
  secrets: Secrets;
  mail: Mail;
  origin: string;
}

const QUEUE = 'invitation-mail';

/** Sends each invitation's letter after its commit: the log names it, a job sends it and tries again until it is sent. */
export async function followInvitations({ orm, feed, log, jobs, secrets, mail, origin }: Deps): Promise<{ stop(): Promise<void> }> {
  await jobs.work(QUEUE, async (data) => {
    const { invitationId } = data as { invitationId: string };
    const invitation = await orm.em.fork().findOne(Invitation, { id: invitationId });
    if (!invitation || invitation.acceptedAt) return;
    const link = `${origin}/zaproszenie#token=${secrets.invitationToken(invitation.id)}`;
    await mail.send({
      ...invitationMail(invitation.email, districtBySlug(invitation.district)?.name ?? invitation.district, link),
      id: invitation.id,
    });
  });
  return followLog(QUEUE, orm, feed, log, async ({ topic, subjectId }) => {
    if (topic === 'invitation') await jobs.send(QUEUE, { invitationId: subjectId }, subjectId);
  });
}
