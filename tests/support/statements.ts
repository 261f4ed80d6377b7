import { connectionOf } from '@ww/server/platform/orm';
import type { Actor } from './actors.ts';
import { dataOf } from './client.ts';
import type { World } from './world.ts';

/** How many statements an operation sends to the named tables, whoever asks (one of them reads the caller's roles). */
export async function statementsOf(world: World, tables: RegExp, by: Actor, query: string, variables: object): Promise<number> {
  const connection = connectionOf(world.orm);
  const execute = connection.execute.bind(connection);
  let sent = 0;
  connection.execute = ((...given: Parameters<typeof execute>) => {
    const [sql] = given;
    if (tables.test(typeof sql === 'string' ? sql : JSON.stringify(sql))) sent++;
    return execute(...given);
  }) as typeof execute;
  try {
    dataOf(await by.send(query, variables));
    return sent;
  } finally {
    connection.execute = execute;
  }
}
