import { dataOf, gql } from './client.ts';
import { DEMO, freshAddress } from './demo-server.ts';
import { call, demoStaff } from './demo-staff.ts';
import { SUBMIT, type Row } from './requests.ts';

/** What the pages' states need to exist. */
export interface Stock {
  /** Of a resident's request. */
  code: string;
  /** A request of Włochy that nobody has. */
  number: number;
}

/** Makes it: a request from the page, one from the phone, and somebody in Ochota who has nothing to do. */
export async function makeStock(url: string): Promise<Stock> {
  const sent = await gql<{ submitRequest: { code: string } }>(url, SUBMIT, { input: call() }, { 'x-forwarded-for': freshAddress() });
  const { number } = await (await demoStaff(url, DEMO.coordinator.email)).take();
  const idle = await demoStaff(url, DEMO.memberElsewhere.email);
  const { queue } = dataOf(
    await idle.send<{ queue: { rows: Row[] } }>('{ queue(district: "ochota", first: 200) { rows { id assigneeId } } }'),
  );
  for (const row of queue.rows.filter(({ assigneeId }) => assigneeId === idle.personId)) await idle.give('release', row);
  return { code: dataOf(sent).submitRequest.code, number };
}

/** The request of Włochy that has waited longest: the one that a coordinator would open. */
export async function longestWaiting(url: string): Promise<number> {
  const staff = await demoStaff(url, DEMO.coordinator.email);
  const { queue } = dataOf(
    await staff.send<{ queue: { rows: Row[] } }>('{ queue(district: "wlochy", first: 200) { rows { number assigneeId } } }'),
  );
  const waiting = queue.rows.find(({ assigneeId }) => assigneeId === null);
  if (!waiting) throw new Error('nobody waits in Włochy');
  return waiting.number;
}
