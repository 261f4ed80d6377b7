import { demoPeople, DEMO_PASSWORD } from './demo/people.ts';
import type { Config } from './platform/config.ts';

/** What the server says on the terminal while it starts; its logs are separate and structured. */
export function phase(what: string): void {
  process.stdout.write(`[3/3] ${what}\n`);
}

/** The address, and in demo mode who one can be. */
export function announce(config: Config): void {
  const lines = ['', `  Warszawa Wspiera: ${config.ORIGIN}`, ''];
  if (config.DEMO) {
    lines.push(`  Demo people (password: ${DEMO_PASSWORD}):`);
    for (const { name, role, scope, email } of demoPeople().filter((person) => person.offered)) {
      lines.push(`    ${name.padEnd(18)} ${role.padEnd(26)} ${(scope ?? '').padEnd(16)} ${email}`);
    }
    lines.push('');
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}
