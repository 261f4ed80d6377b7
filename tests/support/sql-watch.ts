import type { Orm } from '@ww/server/platform/orm';
import { onTestFinished } from 'vitest';

/** Every statement that the server sends from now to the end of the test; `fail` makes the next one that matches go wrong. */
export function watchSql(orm: Orm) {
  const statements: string[] = [];
  const failing: RegExp[] = [];
  const before = orm.config.get('onQuery');
  orm.config.set('onQuery', (sql: string) => {
    statements.push(sql);
    const index = failing.findIndex((pattern) => pattern.test(sql));
    if (index >= 0) {
      failing.splice(index, 1);
      throw new Error('this statement was made to fail');
    }
    return sql;
  });
  onTestFinished(() => void orm.config.set('onQuery', before));
  return {
    count: (pattern: RegExp) => statements.filter((sql) => pattern.test(sql)).length,
    fail: (pattern: RegExp) => void failing.push(pattern),
  };
}
