import { districtName } from '@ww/shared/district';
import type { MembershipState } from '@ww/shared/network/terms';
import type { AfterCommit, AfterCommitDeps } from '../../platform/after-commit.ts';
import { jobIdOf } from '../../platform/jobs.ts';
import { fillLetter } from '../../platform/letter.ts';
import texts from './mails.json' with { type: 'json' };
import { NetworkMember } from './network.entity.ts';

const QUEUE = 'member-mail';

interface Told {
  memberId: string;
  since: string;
  version: number;
}

/** What a coordinator is told by letter; who left knows. */
const TEXTS: Partial<Record<MembershipState, (typeof texts)[keyof typeof texts]>> = {
  INVITED: texts.invited,
  MEMBER: texts.admitted,
  REFUSED: texts.refused,
};

/** Tells an organisation's coordinators by e-mail that it was invited, or let in, or not. */
export async function memberLetters({ services, jobs, mail, origin }: AfterCommitDeps): Promise<AfterCommit> {
  await jobs.work(QUEUE, async (data) => {
    const { memberId, since, version } = data as Told;
    const em = services.orm.em.fork();
    const member = await em.findOne(NetworkMember, { id: memberId });
    const text = member && TEXTS[member.state];
    // what changed meanwhile is told by the letter of that change
    if (!text || member.since.toISOString() !== since) return;
    const coordinators = await em.execute<{ email: string }[]>(
      `select p.email from role_grant g join person p on p.id = g.person_id where g.role = 'ORGANISATION_COORDINATOR' and g.scope = ? order by p.id`,
      [member.organisationId],
    );
    const values = { district: districtName(member.district), link: `${origin}/siec` };
    for (const { email } of coordinators)
      await mail.send({ ...fillLetter(text, email, values), id: jobIdOf(`${QUEUE}:${email}`, `${memberId}:${String(version)}`) });
  });
  return async ({ topic, subjectId, version }) => {
    if (topic !== 'membership') return;
    const member = await services.orm.em.fork().findOne(NetworkMember, { id: subjectId });
    if (!member || !TEXTS[member.state]) return;
    const told: Told = { memberId: subjectId, since: member.since.toISOString(), version };
    await jobs.send(QUEUE, told, jobIdOf(QUEUE, `${subjectId}:${String(version)}`));
  };
}
