import { compile } from '@inlang/paraglide-js';
import { paraglide } from '../paraglide.config.ts';

await compile(paraglide);
// the compiler leaves timers behind that would hold the process for 30 seconds
process.exit(0);
