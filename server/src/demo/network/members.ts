import { newId } from '@ww/shared/id';
import type { MembershipState } from '@ww/shared/network/terms';
import type { DemoOrganisation } from '../organisations.ts';

const DAY = 86_400_000;

/** What the organisations of Włochy say of themselves, by name. Others are members where they live, and say nothing yet. */
const DOES: Readonly<Record<string, string>> = {
  'Fundacja Kładka': 'Zakupy i towarzystwo dla osób, które nie wychodzą z domu. Szkolimy nowych wolontariuszy w każdy pierwszy wtorek.',
  'Klub Seniora': 'Telefon zaufania dla starszych sąsiadów, warsztaty i wspólne śniadania.',
  'Szkoła Pod Klonem': 'Klub ośmiu klas starszych: paczki, plakaty, pomoc przy festynach. W środy możemy użyczyć busa.',
  'Biblioteka Za Rogiem': 'Książka na telefon i sala na 20 osób, wolna w poniedziałki.',
};

/** Who only asks, or was only asked. */
const STATES: Readonly<Record<string, Readonly<Record<string, MembershipState>>>> = {
  wlochy: { 'Parafia pod Brzozami': 'ASKED', 'Świetlica Zaułek': 'INVITED' },
};

export interface DemoMembership {
  id: string;
  district: string;
  organisation: DemoOrganisation;
  state: MembershipState;
  since: Date;
}

/** Where the organisations stand with the Networks that run. */
export function inventMemberships(organisations: readonly DemoOrganisation[], networks: readonly string[], now: Date): DemoMembership[] {
  return networks.flatMap((district) =>
    organisations
      .filter(({ name, districts }) => districts.includes(district) || STATES[district]?.[name] !== undefined)
      .map((organisation, index): DemoMembership => {
        const state = STATES[district]?.[organisation.name] ?? 'MEMBER';
        const since = new Date(now.getTime() - (state === 'MEMBER' ? 40 + index * 29 : 2 + index) * DAY);
        return { id: newId(since.getTime()), district, organisation, state, since };
      }),
  );
}

export const memberRow = ({ id, district, organisation, state, since }: DemoMembership): Record<string, unknown> => ({
  ...{ id, district, organisation_id: organisation.id, state, since, version: 1 },
  does: DOES[organisation.name] ?? null,
});

/** How the members are reached: an invented number, and the address of whoever answers. */
export function reachRow({ id }: DemoMembership, name: string | null, email: string | null, index: number): Record<string, unknown> {
  return { member_id: id, contact_name: name, contact_email: email, contact_phone: `+482200002${String(10 + index)}` };
}
