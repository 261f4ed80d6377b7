import { createBuilder } from 'vite';

await (await createBuilder({})).buildApp();
// the message compiler leaves timers behind that would hold the process for 30 seconds
process.exit(0);
