// The arrows: shared ← entity ← command, query ← resolver ← app.
const FEATURE = '^server/src/(?!platform/|migrations/|demo/)([^/]+)/';
const ANY_FEATURE = '^server/src/(?!platform/)[^/]+/';
const TEST_CODE = '^tests/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or miss a third.',
      severity: 'error',
      from: {},
      // a type may name its peer: nothing is loaded
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere, or to a package that the workspace does not declare.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^\\$app/', '^\\$env/', '\\./\\$types', '^#lib/paraglide', '/paraglide/'] },
    },
    {
      name: 'shared-is-pure',
      comment: 'shared/ is plain TypeScript: valibot, the phone library and the Standard Schema types, nothing else.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { pathNot: ['^shared/', 'node_modules/(valibot|libphonenumber-js|@standard-schema)/'] },
    },
    {
      name: 'web-stays-in-the-browser',
      comment: 'web/ takes @ww/shared and its own code; the server is reached by GraphQL only.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(server|tests)/' },
    },
    {
      name: 'server-does-not-draw',
      comment: 'server/ knows the pages only as the built handler.',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^web/(?!build/)' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: TEST_CODE },
      to: { path: TEST_CODE },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^server/src/platform/' },
      to: { path: ANY_FEATURE },
    },
    {
      name: 'features-meet-by-query-or-entity',
      comment: 'A feature refers to another by id, by an exported query or by an entity relation, never by its commands or resolvers.',
      severity: 'error',
      from: { path: FEATURE },
      to: { path: '^server/src/(.+/commands/|.+\\.resolver\\.ts$)', pathNot: '^server/src/$1/' },
    },
    {
      name: 'entity-stands-on-shared',
      comment: 'An entity holds its invariants: it knows no command, query or resolver.',
      severity: 'error',
      from: { path: '\\.entity\\.ts$' },
      to: { path: '^server/src/.*(/commands/|\\.(queries|resolver)\\.ts$)' },
    },
    {
      name: 'commands-and-queries-know-no-resolver',
      severity: 'error',
      from: { path: '^server/src/.*(/commands/[^/]+|\\.queries)\\.ts$' },
      to: { path: '\\.resolver\\.ts$' },
    },
    {
      name: 'queries-do-not-write',
      severity: 'error',
      from: { path: '\\.queries\\.ts$' },
      to: { path: '/commands/' },
    },
    {
      name: 'app-is-the-top',
      comment: 'Only the entry points, scripts and tests start an app.',
      severity: 'error',
      from: { path: '^server/src/', pathNot: '^server/src/[^/]+\\.ts$' },
      to: { path: '^server/src/(main|app|cli|schema)\\.ts$' },
    },
    {
      name: 'sources-need-no-development-package',
      severity: 'error',
      from: { path: '^(server|shared)/src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^web/build', '^server/dist'] },
    exclude: { path: ['^web/\\.svelte-kit', '^web/build', '^server/dist', '^web/src/lib/paraglide', '\\.generated\\.d\\.ts$'] },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.svelte', '.svelte.ts', '.js', '.json', '.d.ts'],
      mainFields: ['module', 'main', 'types'],
    },
    cache: { folder: 'node_modules/.cache/dependency-cruiser', strategy: 'content' },
  },
};
