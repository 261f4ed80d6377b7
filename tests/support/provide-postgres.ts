import type { TestProject } from 'vitest/node';
import { startPostgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Superuser's URL of the run's PostgreSQL: `inject('postgresUrl')`. */
    postgresUrl: string;
  }
}

/** A Vitest global set-up: one PostgreSQL for the whole run of a project. */
export function providePostgres(options: Parameters<typeof startPostgres>[0]) {
  return async (project: TestProject): Promise<() => Promise<void>> => {
    const postgres = await startPostgres(options);
    project.provide('postgresUrl', postgres.url);
    return () => postgres.stop();
  };
}
