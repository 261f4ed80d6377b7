import { buildServer } from './build.ts';

// `pnpm migrate`, `pnpm user:create …`: the server's command line, compiled first when its sources have changed
process.setSourceMapsEnabled(true);
await buildServer('[1/1]');
await import(new URL('../dist/cli.js', import.meta.url).href);
