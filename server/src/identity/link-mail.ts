import type { AfterCommit, AfterCommitDeps } from '../platform/after-commit.ts';
import { worksStill } from './links.ts';
import { linkMail } from './mails.ts';
import { SignInLink } from './sign-in-link.entity.ts';

const QUEUE = 'link-mail';

/** Sends each link's letter after its commit, unless the link works no more by then. */
export async function linkLetters({ services: { orm, clock, secrets }, jobs, mail, origin }: AfterCommitDeps): Promise<AfterCommit> {
  await jobs.work(QUEUE, async (data) => {
    const { linkId } = data as { linkId: string };
    const em = orm.em.fork();
    const link = await em.findOne(SignInLink, { id: linkId }, { populate: ['person'] });
    if (!link || !(await worksStill(em, link, clock.now()))) return;
    const { email } = link.person.unwrap();
    const page = (prefix: string) => `${origin}${prefix}/wejscie#token=${secrets.linkToken(link.id)}`;
    await mail.send({ ...linkMail(email, link.purpose, { pl: page(''), en: page('/en'), uk: page('/uk') }), id: link.id });
  });
  return async ({ topic, subjectId }) => {
    if (topic === 'link') await jobs.send(QUEUE, { linkId: subjectId }, subjectId);
  };
}
