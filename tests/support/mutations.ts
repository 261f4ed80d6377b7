import { newId } from '@ww/shared/id';
import type { Actor } from './actors.ts';
import { amendment, documentOf, leastOf, STAFF_COMMANDS } from './commands.ts';
import { dispatchMutations } from './dispatch-mutations.ts';
import { ASK_FOR_LINK } from './links.ts';
import { ownOperation } from './own.ts';
import { memberMutations } from './members.ts';
import { ACCEPT, acceptance, invitation, INVITE, REMOVE, REVOKE, tokenOf } from './people.ts';
import type { Operation } from './raw.ts';
import { CREATE, intake, REVEAL, SUBMIT } from './requests.ts';
import { newcomer, newOrganisation, newPool, profile, rosterDocument, type RosterMutation } from './volunteers.ts';
import type { World } from './world.ts';

/** What the inputs are about: a request with its code, and who sends them. */
export interface About {
  by: Actor;
  id: string;
  code: string;
  /** Whom the sender hosts. */
  volunteerId?: string;
}

/** Every mutation with an input: a document and an input that is valid, but for what a test changes. */
export function everyMutation(
  world: World,
  { by, id, code, volunteerId }: About,
): Record<string, { document: string; input: Record<string, unknown> }> {
  const target = () => ({ key: newId(), id });
  const staff = STAFF_COMMANDS.map(
    (command) => [command, { document: documentOf(command), input: { ...target(), ...leastOf(world, command, by) } }] as const,
  );
  const own = (['amend', 'withdraw'] as const).map((command) => [`${command}Own`, inputOf(ownOperation(world, command, code))] as const);
  return {
    create: {
      document: CREATE,
      input: intake(world, {
        priority: 'LOW',
        assignTo: by.personId,
        reporter: { name: 'Zenon', phone: null },
        contact: { name: 'Ola', phone: '601 000 123' },
      }),
    },
    submit: { document: SUBMIT, input: intake(world) },
    ...Object.fromEntries([...staff, ...own]),
    amend: { document: documentOf('amend'), input: { ...target(), ...amendment(world) } },
    reveal: { document: REVEAL, input: { ...target(), reason: 'CHECK' } },
    invite: { document: INVITE, input: invitation() },
    accept: { document: ACCEPT, input: acceptance(tokenOf(world, newId())) },
    askForLink: { document: ASK_FOR_LINK, input: { key: newId(), email: 'kinga@example.org' } },
    remove: { document: REMOVE, input: { key: newId(), grantId: newId() } },
    ...Object.fromEntries(
      Object.entries(rosterInputs(world, volunteerId)).map(([mutation, input]) => [
        mutation,
        { document: rosterDocument(mutation as RosterMutation), input: { key: newId(), ...input } },
      ]),
    ),
    ...dispatchMutations(world, { id, ...(volunteerId ? { volunteerId } : {}) }),
    ...memberMutations(),
    revoke: { document: REVOKE, input: { key: newId(), id: newId() } },
  };
}

/** Of volunteers and their hosts; about some that don't exist, where they are about any. */
function rosterInputs(world: World, id: string = newId()): Record<RosterMutation, object> {
  const day = '2026-11-27';
  const hours = [{ from: 540, to: 600 }];
  return {
    addVolunteer: newcomer({
      email: 'kinga@example.org',
      weeklyMinutes: 60,
      adultOn: '2027-01-01',
      languages: ['PL'],
      limits: ['NO_DOGS'],
    }),
    amendVolunteer: { id, version: 1, ...profile() },
    inviteVolunteer: { id },
    revealVolunteer: { id, reason: 'CHECK' },
    setAvailability: { id, version: 1, weekly: [{ weekday: 1, from: 540, to: 600 }], exceptions: [{ day, hours }] },
    addAbsence: { id: newId(), volunteerId: id, from: day, to: day },
    removeAbsence: { id: newId(), volunteerId: id },
    setDuty: { id, until: world.clock.in(3600) },
    registerOrganisation: newOrganisation(),
    offerPool: newPool(newId()),
    withdrawPool: { id: newId() },
    endVolunteer: { id },
  };
}

const inputOf = ({ document, variables }: Operation) => ({ document, input: (variables as { input: Record<string, unknown> }).input });
