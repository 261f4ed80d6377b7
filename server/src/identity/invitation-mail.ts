import { districtName } from '@ww/shared/district';
import type { AfterCommit, AfterCommitDeps } from '../platform/after-commit.ts';
import { placeNameOf } from './identity.queries.ts';
import { Invitation } from './invitation.entity.ts';
import { invitationMail, staffMail } from './mails.ts';

const QUEUE = 'invitation-mail';

/** Sends each invitation's letter after its commit: the log names it, a job sends it and tries again until it is sent. */
export async function invitationLetters({ services: { orm, secrets }, jobs, mail, origin }: AfterCommitDeps): Promise<AfterCommit> {
  await jobs.work(QUEUE, async (data) => {
    const { invitationId } = data as { invitationId: string };
    const em = orm.em.fork();
    const invitation = await em.findOne(Invitation, { id: invitationId });
    if (!invitation || invitation.acceptedAt) return;
    const link = `${origin}/zaproszenie#token=${secrets.invitationToken(invitation.id)}`;
    const { id, email, district } = invitation;
    const place = await placeNameOf(em, invitation);
    await mail.send({ ...(place === null ? invitationMail(email, districtName(district), link) : staffMail(email, place, link)), id });
  });
  return async ({ topic, subjectId }) => {
    if (topic === 'invitation') await jobs.send(QUEUE, { invitationId: subjectId }, subjectId);
  };
}
