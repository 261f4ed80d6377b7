import { newId } from '@ww/shared/id';
import type { Action } from '@ww/shared/policy';
import { resident } from '../support/actors.ts';
import { dataOf } from '../support/client.ts';
import { grantIdOf } from '../support/people.ts';
import { inviteStaff, removeStaff, staffInvitation } from '../support/place-staff.ts';
import { closing, didPlace, onPlace, staffOf, type PlaceMutation, type PlantedPlace } from '../support/places.ts';
import { agreed, districtOf, firstFrame, isAllowed, isJournalled, placeIn, someAddress, type Scene, type Where } from './scene.ts';

const DAY = '2026-11-27';
const ROOM = { capacity: 10, equipment: ['WIFI'], stepFree: true, setupMinutes: 0, cleaningMinutes: 15, rank: 2 } as const;
const does = (scene: Scene, action: Action, mutation: PlaceMutation, input: object) =>
  isJournalled(scene, action, () => onPlace(scene.by, mutation, input));

const open = (scene: Scene, where: Where) =>
  does(scene, 'place.open', 'openPlace', {
    ...{ id: newId(), slug: `mal-${newId().slice(-8)}`, name: 'MAL na próbę', district: districtOf(where) },
    ...{ address: 'Próbna 2', phone: '22 000 01 34' },
  });

async function read(scene: Scene, where: Where): Promise<boolean> {
  const { id } = await placeIn(scene, where);
  const live = 'subscription ($id: ID!, $after: String) { staffWeekChanges(placeId: $id, day: "2026-11-27", after: $after) { kind } }';
  return agreed({
    staffWeek: isAllowed(await scene.by.send('query ($id: ID!) { staffWeek(placeId: $id, day: "2026-11-27") { day } }', { id })),
    staffWeekChanges: isAllowed(await firstFrame(scene, live, { id, after: `${newId()}.0` })),
  });
}

/** The version of the place, which the steps before may have moved on. */
async function versionOf({ world }: Scene, { id }: PlantedPlace): Promise<number> {
  const [row] = await world.orm.em.fork().execute<{ version: number }[]>('select version from place where id = ?', [id]);
  return row?.version ?? 0;
}

async function write(scene: Scene, where: Where): Promise<boolean> {
  const place = await placeIn(scene, where);
  const writes = (mutation: PlaceMutation, input: object) => does(scene, 'place.write', mutation, input);
  const limits = { shortestMinutes: 30, longestMinutes: 240, daysAhead: 60, perMonth: 100, approval: 'STAFF', closedOnHolidays: true };
  const about = { name: 'MAL na próbę', address: 'Próbna 1', phone: '22 300 42 20' };
  const extra = newId();
  await didPlace(await staffOf(scene.world, place), 'addRoom', { id: extra, placeId: place.id, name: 'Salka', ...ROOM });
  return agreed({
    amendPlace: await writes('amendPlace', { id: place.id, version: await versionOf(scene, place), ...about, ...limits }),
    publishRules: await writes('publishRules', { id: place.id, version: await versionOf(scene, place), text: 'Sprzątamy po sobie.' }),
    addRoom: await writes('addRoom', { id: newId(), placeId: place.id, name: 'Strych', ...ROOM }),
    amendRoom: await writes('amendRoom', { id: place.large, version: 1, name: 'Duża', ...ROOM }),
    retireRoom: await writes('retireRoom', { id: extra, version: 1 }),
  });
}

async function inviteToStaff(scene: Scene, where: Where): Promise<boolean> {
  const place = await placeIn(scene, where);
  return agreed({
    invitePlaceStaff: await isJournalled(scene, 'staff.invite', () => inviteStaff(scene.by, staffInvitation(place))),
    placeInvitations: isAllowed(await scene.by.send('query ($id: ID!) { placeInvitations(placeId: $id) { id } }', { id: place.id })),
  });
}

/** A colleague: somebody else stays, whoever tries. */
async function removeFromStaff(scene: Scene, where: Where): Promise<boolean> {
  const place = await placeIn(scene, where);
  const [, { personId }] = [await staffOf(scene.world, place), await staffOf(scene.world, place)];
  const grantId = await grantIdOf(scene.world, personId);
  return isJournalled(scene, 'staff.remove', () => removeStaff(scene.by, grantId));
}

async function setClock(scene: Scene, where: Where): Promise<boolean> {
  const place = await placeIn(scene, where);
  const sets = (mutation: PlaceMutation, input: object) => does(scene, 'hours.write', mutation, input);
  const shut = closing(place);
  await didPlace(await staffOf(scene.world, place), 'closePlace', shut);
  const weekly = [{ weekday: 2, from: 720, to: 1200 }];
  const impact =
    'query ($id: ID!, $from: DateTimeISO!, $to: DateTimeISO!) { closureImpact(placeId: $id, from: $from, to: $to) { booking { id } } }';
  return agreed({
    setHours: await sets('setHours', { id: newId(), placeId: place.id, from: '2027-03-01', until: null, weekly }),
    setOpeningDay: await sets('setOpeningDay', { id: place.id, day: DAY, hours: [{ from: 720, to: 1200 }] }),
    closePlace: await sets('closePlace', closing(place)),
    reopenPlace: await sets('reopenPlace', { id: shut.id }),
    closureImpact: isAllowed(await scene.by.send(impact, { id: place.id, from: shut.from, to: shut.to })),
  });
}

const FRIDGE = {
  putFood: 'PutFoodInput',
  takeFood: 'TakeFoodInput',
  putFoodBack: 'PutFoodBackInput',
  discardFood: 'OnPlaceInput',
  logTemperature: 'LogTemperatureInput',
  amendFridge: 'AmendFridgeInput',
  addShelf: 'AddShelfInput',
  amendShelf: 'AmendShelfInput',
  removeShelf: 'OnVersionInput',
} as const;
const toFridge = (by: Scene['by'], mutation: keyof typeof FRIDGE, input: object) =>
  by.send(`mutation ($input: ${FRIDGE[mutation]}!) { ${mutation}(input: $input) { version } }`, { input: { key: newId(), ...input } });

const food = ({ dry }: PlantedPlace) => ({
  ...{ id: newId(), shelfId: dry, kind: 'BREAD', what: 'Chleb', amount: 2, unit: 'LOAVES', bestBefore: '2026-12-01', madeOn: null },
});

/** Food that somebody else left. */
async function foodIn({ world }: Scene, place: PlantedPlace): Promise<string> {
  const left = food(place);
  dataOf(await toFridge(resident(world, someAddress()), 'putFood', left));
  return left.id;
}

async function take(scene: Scene, where: Where): Promise<boolean> {
  const place = await placeIn(scene, where);
  const [taken, back] = [await foodIn(scene, place), await foodIn(scene, place)];
  dataOf(await toFridge(resident(scene.world, someAddress()), 'takeFood', { id: back }));
  return agreed({
    takeFood: isAllowed(await toFridge(scene.by, 'takeFood', { id: taken })),
    putFoodBack: isAllowed(await toFridge(scene.by, 'putFoodBack', { id: back })),
  });
}

async function tend(scene: Scene, where: Where): Promise<boolean> {
  const { world, by } = scene;
  const place = await placeIn(scene, where);
  const extra = { id: newId(), placeId: place.id, name: 'Chłodziarka', kind: 'COLD', rank: 3 };
  dataOf(await toFridge(await staffOf(world, place), 'addShelf', extra));
  const [bad, version] = [await foodIn(scene, place), await versionOf(scene, place)];
  const tends = (mutation: keyof typeof FRIDGE, input: object) => isJournalled(scene, 'fridge.tend', () => toFridge(by, mutation, input));
  const rules = { hasFridge: true, refused: ['ALCOHOL'], homeMadeDays: 3, coldMax: 5 };
  return agreed({
    fridgeTemperatures: isAllowed(await by.send('query ($id: ID!) { fridgeTemperatures(placeId: $id) { degrees } }', { id: place.id })),
    discardFood: await tends('discardFood', { id: bad }),
    logTemperature: await tends('logTemperature', { id: newId(), shelfId: place.cold, degrees: 4 }),
    amendFridge: await tends('amendFridge', { id: place.id, version, ...rules }),
    addShelf: await tends('addShelf', { ...extra, id: newId() }),
    amendShelf: await tends('amendShelf', { id: extra.id, version: 1, name: 'Dół', kind: 'COLD', rank: 4 }),
    removeShelf: await tends('removeShelf', { id: await emptyShelf(scene, place), version: 1 }),
  });
}

async function emptyShelf({ world }: Scene, place: PlantedPlace): Promise<string> {
  const shelf = { id: newId(), placeId: place.id, name: 'Koszyk', kind: 'DRY', rank: 5 };
  dataOf(await toFridge(await staffOf(world, place), 'addShelf', shelf));
  return shelf.id;
}

/** Of places, their hours and their fridges. */
export const PLACE_PROBES: Partial<Record<Action, (scene: Scene, where: Where) => Promise<boolean>>> = {
  'place.open': open,
  'place.read': read,
  'place.write': write,
  'staff.read': async (scene, where) =>
    isAllowed(await scene.by.send('query ($id: ID!) { placeStaff(placeId: $id) { email } }', { id: (await placeIn(scene, where)).id })),
  'staff.invite': inviteToStaff,
  'staff.remove': removeFromStaff,
  'hours.write': setClock,
  'food.put': async (scene, where) => isAllowed(await toFridge(scene.by, 'putFood', food(await placeIn(scene, where)))),
  'food.take': take,
  'fridge.tend': tend,
};
