import { CREATE, ROW } from '../support/requests.ts';
import { intakeNow, signInAt } from '../support/remote.ts';

const AT_ONCE = 16;
const SECONDS = 4;
const QUEUE = `query { queue(district: "wlochy", first: 20) { cursor total next rows { ${ROW.replaceAll(/\s+/g, ' ')} } } }`;

/** Answers a second with so many asked at once, after a second to warm up. @throws Error when one is refused. */
async function perSecond(ask: () => Promise<{ errors?: unknown[] }>): Promise<number> {
  const from = performance.now() + 1_000;
  const until = from + SECONDS * 1_000;
  let answers = 0;
  const client = async () => {
    while (performance.now() < until) {
      const { errors } = await ask();
      if (errors) throw new Error(JSON.stringify(errors));
      if (performance.now() > from) answers++;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, client));
  return answers / SECONDS;
}

/** Reading a page of the queue and writing down a request, as the web does it. */
export async function benchThroughput(name: string, url: string, say: (line: string) => void): Promise<void> {
  const anna = await signInAt(url);
  const lists = await perSecond(() => anna.send(QUEUE));
  const commands = await perSecond(() => anna.send(CREATE, { input: intakeNow() }));
  say(`${name}: ${Math.round(lists)} lists of 20 requests/s, ${Math.round(commands)} commands/s (${AT_ONCE} at once)`);
}
