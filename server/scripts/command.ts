import { buildServer } from './build.ts';
import { loadEnvFile } from './env.ts';

// `pnpm migrate`, `pnpm user:create …`: the server's command line, compiled first when its sources have changed
process.setSourceMapsEnabled(true);
loadEnvFile();
await buildServer('[1/1]');
await import(new URL('../dist/cli.js', import.meta.url).href);
