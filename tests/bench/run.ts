import { buildServer } from '../../server/scripts/build.ts';
import { startServer } from '../support/server-process.ts';
import { benchFanOut } from './fan-out.ts';
import { openHouse } from './house.ts';
import { benchThroughput } from './throughput.ts';

// pnpm bench: numbers to compare on one machine, in one run. Nothing here is a test.
const say = (line: string) => console.log(line);

await buildServer('[1/2]');
say('[2/2] measuring; nothing else should run on this machine');
const house = await openHouse();
await benchThroughput('PostgreSQL', house.server.url, say);
const embedded = await startServer();
await benchThroughput('PGlite', embedded.url, say);
await embedded.stop();
await benchFanOut(house, say);
await house.close();
process.exit(0);
