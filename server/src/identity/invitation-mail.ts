import { districtName } from '@ww/shared/district';
import type { AfterCommit, AfterCommitDeps } from '../platform/after-commit.ts';
import { Invitation } from './invitation.entity.ts';
import { invitationMail } from './mails.ts';

const QUEUE = 'invitation-mail';

/** Sends each invitation's letter after its commit: the log names it, a job sends it and tries again until it is sent. */
export async function invitationLetters({ services: { orm, secrets }, jobs, mail, origin }: AfterCommitDeps): Promise<AfterCommit> {
  await jobs.work(QUEUE, async (data) => {
    const { invitationId } = data as { invitationId: string };
    const invitation = await orm.em.fork().findOne(Invitation, { id: invitationId });
    if (!invitation || invitation.acceptedAt) return;
    const link = `${origin}/zaproszenie#token=${secrets.invitationToken(invitation.id)}`;
    await mail.send({
      ...invitationMail(invitation.email, districtName(invitation.district), link),
      id: invitation.id,
    });
  });
  return async ({ topic, subjectId }) => {
    if (topic === 'invitation') await jobs.send(QUEUE, { invitationId: subjectId }, subjectId);
  };
}
