import { createRequire } from 'node:module';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// graphql has two builds and refuses to meet the other one: the path that Node itself takes, for everybody
const alias = { graphql: createRequire(import.meta.url).resolve('graphql') };

/** Folders whose tests don't speak GraphQL to a database of their own. */
const APART = ['shared/**', 'web/**', 'house/**', 'faults/**', 'e2e/**', 'bench/**', 'support/**', 'node_modules/**'];

const project = (name: string, test: TestProjectInlineConfiguration['test']): TestProjectInlineConfiguration => ({
  resolve: { alias },
  test: {
    name,
    root: import.meta.dirname,
    environment: 'node',
    pool: 'forks',
    // one database per worker, emptied between tests: a fresh module graph per file would cost four times the run
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    ...test,
  },
});

/**
 * What takes long and depends on no database runs on one: the demo's city where the demo lives; who may do what, letters, timers,
 * odd input and counted statements on the quicker one.
 */
const ONCE = {
  pglite: ['demo/traffic.test.ts', 'demo/volunteers.test.ts', 'demo/network.test.ts', 'demo/place.test.ts'],
  postgres: [
    ...['policy/**/*.test.ts', '**/*.permissions.test.ts', '**/statements.test.ts', '**/fuzz.test.ts', 'request/bad-input.test.ts'],
    ...['mail/**/*.test.ts', 'network/letters/**/*.test.ts'],
    ...['volunteer/waves.test.ts', 'volunteer/end-duty.test.ts', 'volunteer/fairness.test.ts'],
    // of a Network, what locks, counts and orders stays on both: meetings and agendas
    'network/{board,live,member,minutes}/**/*.test.ts',
    // of a place, its hours and bookings stay on both
    ...['place/**/letters/**/*.test.ts', 'place/{fridge,place}/**/*.test.ts'],
  ],
};
const graphql = (elsewhere: readonly string[]) => ({ include: ['**/*.test.ts'], exclude: [...APART, ...elsewhere] });

/** What takes longest begins first, so that no worker is left with it at the end. */
const LONG = [
  'place/booking/same-slot-race',
  'network/meeting/seats-race',
  'policy/walk-',
  'policy/reversal',
  'mail/',
  '/letters/',
  'volunteer/statements',
  'e2e/axe-',
  'e2e/server-killed',
  'e2e/meeting-live',
  '-race.',
];

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => LONG.findIndex((part) => moduleId.includes(part)) >>> 0;
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

/** Which database a project's tests run on; read by tests/support. */
export type TestDatabase = 'pglite' | 'postgres';
const on = (database: TestDatabase) => ({ WW_TEST_DATABASE: database });

export default defineConfig({
  test: {
    // a worker waits for sockets and timers a third of its time: three keep two cores busy
    maxWorkers: 3,
    sequence: { sequencer: LongFirst },
    projects: [
      project('unit', { include: ['shared/**/*.test.ts', 'web/**/*.test.ts', 'house/**/*.test.ts'] }),
      project('pglite', { ...graphql(ONCE.postgres), env: on('pglite') }),
      project('postgres', { ...graphql(ONCE.pglite), env: on('postgres'), globalSetup: './support/postgres.setup.ts' }),
      // the floor that we promise: the platform's own tests, migrations among them, on the oldest PostgreSQL
      project('postgres-16', { include: ['platform/**/*.test.ts'], env: on('postgres'), globalSetup: './support/postgres-16.setup.ts' }),
      project('faults', {
        include: ['faults/**/*.test.ts'],
        env: on('postgres'),
        globalSetup: './support/postgres-durable.setup.ts',
        fileParallelism: false,
        testTimeout: 120_000,
      }),
      // each worker has a demo server, and some files one of their own
      project('e2e', {
        include: ['e2e/**/*.test.ts'],
        globalSetup: './support/seeded.setup.ts',
        testTimeout: 90_000,
        hookTimeout: 120_000,
        // a second is not long for two browsers on two cores
        expect: { poll: { timeout: 10_000 } },
      }),
    ],
  },
});
