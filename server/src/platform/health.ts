import type { ServerResponse } from 'node:http';
import type { Orm } from './orm.ts';

/** `/health/live`: the process runs. `/health/ready`: it can serve (database answers, not stopping). */
export async function answerHealth(path: string, response: ServerResponse, orm: Orm, isStopping: boolean): Promise<void> {
  const ok = path === '/health/live' || (!isStopping && (await databaseAnswers(orm)));
  response.writeHead(ok ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify({ status: ok ? 'ok' : 'unavailable' }));
}

async function databaseAnswers(orm: Orm): Promise<boolean> {
  const asked = orm.em
    .fork()
    .execute('select 1')
    .then(
      () => true,
      () => false,
    );
  const tooLate = new Promise<boolean>((resolve) => setTimeout(resolve, 2_000, false).unref());
  return Promise.race([asked, tooLate]);
}
