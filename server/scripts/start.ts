import { buildAll, BuildFailure } from './build.ts';
import { loadEnvFile } from './env.ts';

process.setSourceMapsEnabled(true);
loadEnvFile();

// A signal during the build ends it; afterwards signals belong to the server, which is this same process.
const abandon = (signal: NodeJS.Signals) => process.exit(signal === 'SIGINT' ? 130 : 143);
process.on('SIGINT', abandon).on('SIGTERM', abandon);

try {
  await buildAll({ server: '[1/3]', web: '[2/3]' });
} catch (error) {
  if (!(error instanceof BuildFailure)) throw error;
  console.error(error.message);
  console.error('The server was not started. Put it right and run the same command again.');
  process.exit(1);
}

process.off('SIGINT', abandon).off('SIGTERM', abandon);
console.log('[3/3] Server: starting…');
await import(new URL('../dist/main.js', import.meta.url).href);
