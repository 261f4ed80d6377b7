import { newId } from '@ww/shared/id';
import { dataOf } from './client.ts';
import type { Staff } from './demo-staff.ts';
import { type DemoVolunteer, demoVolunteer } from './demo-volunteer.ts';
import { rosterDocument } from './volunteers.ts';

const WEEK = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 0, to: 1440 }));
const VERSION = 'query ($id: ID!) { volunteerDetail(id: $id) { availability { version } } }';

/** A volunteer of the demo who has time at whatever hour the tests run, so that waves find them. */
export async function freeVolunteer(url: string, staff: Staff, name: string): Promise<DemoVolunteer> {
  const volunteer = await demoVolunteer(url, name);
  const { id } = volunteer;
  const read = await staff.send<{ volunteerDetail: { availability: { version: number } } }>(VERSION, { id });
  const { version } = dataOf(read).volunteerDetail.availability;
  const input = { key: newId(), id, version, weekly: WEEK, exceptions: [] };
  dataOf(await staff.send(rosterDocument('setAvailability'), { input }));
  return volunteer;
}
