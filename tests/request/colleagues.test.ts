import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { dataOf } from '../support/client.ts';
import { plant } from '../support/plant.ts';
import { useWorld } from '../support/world.ts';

const COLLEAGUES = `query { colleagues(district: "wlochy") { personId displayName role openTasks } }`;
interface Listed {
  colleagues: { personId: string; displayName: string; role: string; openTasks: number }[];
}

describe('colleagues', () => {
  const world = useWorld();

  it('are the Team with what each holds now, the least loaded first, then in the order of the Polish alphabet', async () => {
    const named = async (displayName: string, role: 'TEAM_MEMBER' | 'DISTRICT_COORDINATOR', tasks: number) => {
      const person = await signIn(world, role, 'wlochy');
      await world.orm.em.fork().execute('update person set display_name = ? where id = ?', [displayName, person.personId]);
      await plant(
        world,
        Array.from({ length: tasks }, (_, at) => ({
          assigneeId: person.personId ?? '',
          state: at % 2 ? ('ACCEPTED' as const) : ('IN_PROGRESS' as const),
        })),
      );
      return person;
    };
    const zofia = await named('Zofia Lis', 'TEAM_MEMBER', 1);
    await named('Łucja Bóbr', 'TEAM_MEMBER', 0);
    await named('Ludwik Bąk', 'DISTRICT_COORDINATOR', 0);
    await named('Maria Ćma', 'TEAM_MEMBER', 0);
    await named('Adam Ryś', 'TEAM_MEMBER', 3);
    await named('Żaneta Jeż', 'TEAM_MEMBER', 0);
    await named('Zenon Lis', 'TEAM_MEMBER', 1);
    await plant(
      world,
      (['DONE', 'CANCELLED', 'NEW'] as const).map((state) => ({ assigneeId: zofia.personId ?? '', state })),
    );
    await plant(world, [{ assigneeId: zofia.personId ?? '', state: 'ACCEPTED', district: 'ochota' }]);
    await signIn(world, 'TEAM_MEMBER', 'ochota');
    await signIn(world, 'ORGANISATION_COORDINATOR', 'wlochy');

    const { colleagues } = dataOf(await zofia.send<Listed>(COLLEAGUES));

    expect(colleagues.map(({ displayName, openTasks, role }) => `${openTasks} ${displayName} ${role}`)).toEqual([
      '0 Ludwik Bąk DISTRICT_COORDINATOR',
      '0 Łucja Bóbr TEAM_MEMBER',
      '0 Maria Ćma TEAM_MEMBER',
      '0 Żaneta Jeż TEAM_MEMBER',
      '1 Zenon Lis TEAM_MEMBER',
      // what someone holds elsewhere is load too
      '2 Zofia Lis TEAM_MEMBER',
      '3 Adam Ryś TEAM_MEMBER',
    ]);
  });

  it('name someone with two roles once', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    await world.orm.em
      .fork()
      .execute(
        `insert into role_grant (id, person_id, role, scope, created_at) values (gen_random_uuid(), ?, 'DISTRICT_COORDINATOR', 'wlochy', now())`,
        [anna.personId],
      );
    expect(dataOf(await anna.send<Listed>(COLLEAGUES)).colleagues).toEqual([
      { personId: anna.personId, displayName: anna.name, role: 'DISTRICT_COORDINATOR', openTasks: 0 },
    ]);
  });
});
