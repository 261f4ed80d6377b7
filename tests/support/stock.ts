import { dataOf, gql } from './client.ts';
import { DEMO, freshAddress } from './demo-server.ts';
import { call, demoStaff, type Staff } from './demo-staff.ts';
import { type DemoVolunteer, demoVolunteer, offerTo, soon, takeOn } from './demo-volunteer.ts';
import { SUBMIT, type Row } from './requests.ts';

/** What the pages' states need to exist. */
export interface Stock {
  /** Of a resident's request. */
  code: string;
  /** A request of Włochy that nobody has. */
  number: number;
  id: string;
  /** Has done one task, has one to do, and is asked about one more. */
  volunteer: DemoVolunteer;
  /** The number of the request that the volunteer is asked about. */
  asked: number;
}

const QUEUE = 'query ($district: ID!, $first: Int!) { queue(district: $district, first: $first) { rows { id number assigneeId } } }';

/** The open requests of a district, the longest waiting first. */
async function openIn(district: string, staff: Staff): Promise<Row[]> {
  return dataOf(await staff.send<{ queue: { rows: Row[] } }>(QUEUE, { district, first: 200 })).queue.rows;
}

/** Makes it: a request from the page, one from the phone, a volunteer, and somebody in Ochota who has nothing to do. */
export async function makeStock(url: string): Promise<Stock> {
  const sent = await gql<{ submitRequest: { code: string } }>(url, SUBMIT, { input: call() }, { 'x-forwarded-for': freshAddress() });
  const { number, id } = await (await demoStaff(url, DEMO.coordinator.email)).take();
  const idle = await demoStaff(url, DEMO.memberElsewhere.email);
  const own = (await openIn('ochota', idle)).filter(({ assigneeId }) => assigneeId === idle.personId);
  for (const row of own) await idle.give('release', row);
  return { code: dataOf(sent).submitRequest.code, number, id, ...(await busyVolunteer(url)) };
}

const HALF_DAY_MINUTES = 720;

async function busyVolunteer(url: string): Promise<Pick<Stock, 'volunteer' | 'asked'>> {
  const staff = await demoStaff(url, DEMO.coordinator.email);
  const volunteer = await demoVolunteer(url, 'Celina Sikora', { kinds: ['SHOPPING', 'PET'], weeklyMinutes: 360 });
  await offerTo(staff, await staff.take(), volunteer);
  await takeOn(volunteer, { isDone: true });
  await offerTo(staff, await staff.take({ kind: 'PET', errand: 'WALK' }), volunteer);
  await takeOn(volunteer);
  const asked = await staff.take();
  await offerTo(staff, asked, volunteer, { ...soon(), minutes: HALF_DAY_MINUTES });
  return { volunteer, asked: asked.number };
}

/** The request of Włochy that has waited longest: the one that a coordinator would open. */
export async function longestWaiting(url: string): Promise<Pick<Stock, 'id' | 'number'>> {
  const rows = await openIn('wlochy', await demoStaff(url, DEMO.coordinator.email));
  const waiting = rows.find(({ assigneeId }) => assigneeId === null);
  if (!waiting) throw new Error('nobody waits in Włochy');
  return waiting;
}
