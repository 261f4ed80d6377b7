import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildServer } from './build.ts';
import { ROOT } from './stamp.ts';

await buildServer('[1/1]');
const schema = (await import(new URL('../dist/schema.js', import.meta.url).href)) as { printedSchema(): Promise<string> };
writeFileSync(join(ROOT, 'server/schema.graphql'), await schema.printedSchema());
