import { buildAll, buildServer } from '../server/scripts/build.ts';
import { runChecks } from './runner/checks.ts';
import { runSuite, SUITES, type Tally } from './runner/suites.ts';

// pnpm test                      everything
// pnpm test checks unit          some phases by name
// pnpm test pglite claim         one phase, only files whose path holds "claim"
const names = ['checks', ...Object.keys(SUITES)];
const given = process.argv.slice(2);
const filters = given.filter((word) => !names.includes(word));
const chosen = names.filter((name) => given.includes(name));
const phases = chosen.length > 0 ? chosen : names;

const started = performance.now();
const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
const summary: string[] = [];

const since = (from: number) => `${((performance.now() - from) / 1000).toFixed(1)} s`;
const close = (note: string) => {
  console.log(`\n${summary.join('\n')}\n${note}in ${since(started)}`);
  console.log(`${tally.passed} passed, ${tally.failed} failed`);
  process.exit(tally.failed > 0 ? 1 : 0);
};

for (const [index, name] of phases.entries()) {
  const from = performance.now();
  const step = `[${index + 1}/${phases.length}]` as const;
  if (name === 'checks') {
    console.log(`${step} Checks: types, lint, formatting, unused code, arrows`);
    const failed = await runChecks((line) => {
      console.log(line);
    });
    tally.failed += failed.length;
    summary.push(`checks: ${failed.length > 0 ? `failed: ${failed.join(', ')}` : 'passed'} (${since(from)})`);
    // a program that doesn't type-check has no test results worth reading
    if (failed.length > 0) close('stopped after the checks, ');
    continue;
  }
  console.log(`\n${step} ${SUITES[name]?.title}`);
  await (name === 'e2e' ? buildAll({ server: step, web: step }) : buildServer(step));
  const { passed, failed, skipped } = await runSuite(name, filters);
  tally.passed += passed;
  tally.failed += failed;
  summary.push(`${name}: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''} (${since(from)})`);
}
close('');
