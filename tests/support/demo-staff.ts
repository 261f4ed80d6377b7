import { newId } from '@ww/shared/id';
import { dataOf, gql, type Answer } from './client.ts';
import { documentOf, type StaffCommand } from './commands.ts';
import { freshAddress, sharedCookie } from './demo-server.ts';
import { CREATE, type Row } from './requests.ts';

/** A member of the Team of the demo who works through the API, as another server's or a phone's client would. */
export interface Staff {
  personId: string;
  send<T>(document: string, variables?: object): Promise<Answer<T>>;
  /** Takes a request down; the row. */
  take(over?: object): Promise<Row>;
  give(command: StaffCommand, row: { id: string }, over?: object): Promise<Row>;
}

export async function demoStaff(url: string, email: string): Promise<Staff> {
  const { name, value } = await sharedCookie(url, email);
  const headers = { cookie: `${name}=${value}`, 'x-forwarded-for': freshAddress() };
  const send = <T>(document: string, variables: object = {}) => gql<T>(url, document, variables, headers);
  const { me } = dataOf(await send<{ me: { personId: string } }>('{ me { personId } }'));
  return {
    personId: me.personId,
    send,
    take: async (over = {}) => dataOf(await send<{ createRequest: Row }>(CREATE, { input: call(over) })).createRequest,
    give: async (command, { id }, over = {}) =>
      dataOf(await send<{ row: Row }>(documentOf(command), { input: { key: newId(), id, ...over } })).row,
  };
}

/** A valid call from someone who asks for themselves, due in four hours; override what the test is about. */
export function call(over: object = {}) {
  return {
    key: newId(),
    id: newId(),
    district: 'wlochy',
    kind: 'SHOPPING',
    errand: 'GROCERIES',
    words: 'Chleb, mleko i jabłka.',
    due: { to: new Date(Date.now() + 4 * 3_600_000).toISOString() },
    reporterKind: 'SELF',
    person: { name: 'Halina Wilga', phone: '22 000 01 34' },
    address: { street: 'Krakowiaków', house: '18', flat: '4' },
    informed: 'IS_CALLER',
    helpers: ['NOBODY'],
    ...over,
  };
}
