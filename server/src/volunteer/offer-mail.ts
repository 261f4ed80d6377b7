import { UNDO_WINDOW_MS } from '@ww/shared/request/transitions';
import type { AfterCommit, AfterCommitDeps } from '../platform/after-commit.ts';
import { jobIdOf } from '../platform/jobs.ts';
import type { Em } from '../platform/orm.ts';
import { offerMail, poolOfferMail, releaseMail } from './mails.ts';

const QUEUE = 'offer-mail';

interface Told {
  offerId: string;
  state: 'OPEN' | 'RELEASED';
  email: string;
  isPool: boolean;
  version: number;
}

/**
 * Tells by e-mail who is asked, and who was asked and is no longer needed, once each: those who chose e-mail, and the
 * coordinators of a pool. The second letter waits until the yes can't be taken back.
 */
export async function offerLetters({ services, jobs, mail, origin }: AfterCommitDeps): Promise<AfterCommit> {
  await jobs.work(QUEUE, async (data) => {
    const { offerId, state: meant, version } = data as Pick<Told, 'offerId' | 'state' | 'version'>;
    const told = await whomToTell(services.orm.em.fork(), 'f.id = ?', [offerId]);
    for (const { state, email, isPool, version: current } of told) {
      // what was taken back meanwhile is not told
      if (state !== meant || (state === 'RELEASED' && version !== current)) continue;
      const letter =
        state === 'RELEASED'
          ? releaseMail(email)
          : isPool
            ? poolOfferMail(email, `${origin}/wolontariusze/organizacje`)
            : offerMail(email, `${origin}/moje`);
      await mail.send({ ...letter, id: jobIdOf(`${state}:${email}`, `${offerId}:${version}`) });
    }
  });
  return async ({ topic, subjectId }) => {
    if (topic !== 'dispatch') return;
    for (const { offerId, state, version } of await whomToTell(services.orm.em.fork(), 'f.dispatch_id = ?', [subjectId])) {
      const startAfter = state === 'RELEASED' ? new Date(services.clock.now().getTime() + UNDO_WINDOW_MS) : undefined;
      const once = state === 'OPEN' ? offerId : `${offerId}:${version}`;
      await jobs.send(QUEUE, { offerId, state, version }, jobIdOf(`${QUEUE}:${state}`, once), startAfter);
    }
  };
}

/** Offers that are open or were withdrawn, with the addresses that are told of them. Nobody is told that a pool was let go. */
function whomToTell(em: Em, where: string, values: unknown[]): Promise<Told[]> {
  return em.execute<Told[]>(
    `select f.id as "offerId", f.state, f.version, p.email, false as "isPool" from offer f
       join volunteer v on v.id = f.volunteer_id and v.contact = 'EMAIL' and v.person_id is not null and v.ended_at is null
       join volunteer_private p on p.volunteer_id = v.id and p.email is not null
     where ${where} and f.state in ('OPEN', 'RELEASED')
     union all
     select f.id, f.state, f.version, c.email, true from offer f join volunteer_pool q on q.id = f.pool_id
       join role_grant g on g.role = 'ORGANISATION_COORDINATOR' and g.scope = q.organisation_id::text join person c on c.id = g.person_id
     where ${where} and f.state = 'OPEN'`,
    [...values, ...values],
  );
}
