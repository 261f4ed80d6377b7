import type { Logger } from 'pino';
import type { ChangeFeed } from '../platform/change-feed.ts';
import type { Clock } from '../platform/clock.ts';
import type { Jobs } from '../platform/jobs.ts';
import { followLog } from '../platform/log-follower.ts';
import type { Mail } from '../platform/mail.ts';
import type { Orm } from '../platform/orm.ts';
import type { Secrets } from '../platform/secrets.ts';
import { worksStill } from './links.ts';
import { linkMail } from './mails.ts';
import { SignInLink } from './sign-in-link.entity.ts';

interface Deps {
  orm: Orm;
  clock: Clock;
  feed: ChangeFeed;
  log: Logger;
  jobs: Jobs;
  secrets: Secrets;
  mail: Mail;
  origin: string;
}

const QUEUE = 'link-mail';

/** Sends each link's letter after its commit, unless the link works no more by then. */
export async function followLinks({ orm, clock, feed, log, jobs, secrets, mail, origin }: Deps): Promise<{ stop(): Promise<void> }> {
  await jobs.work(QUEUE, async (data) => {
    const { linkId } = data as { linkId: string };
    const em = orm.em.fork();
    const link = await em.findOne(SignInLink, { id: linkId }, { populate: ['person'] });
    if (!link || !(await worksStill(em, link, clock.now()))) return;
    const { email } = link.person.unwrap();
    const page = (prefix: string) => `${origin}${prefix}/wejscie#token=${secrets.linkToken(link.id)}`;
    await mail.send({ ...linkMail(email, link.purpose, { pl: page(''), en: page('/en'), uk: page('/uk') }), id: link.id });
  });
  return followLog(QUEUE, orm, feed, log, async ({ topic, subjectId }) => {
    if (topic === 'link') await jobs.send(QUEUE, { linkId: subjectId }, subjectId);
  });
}
