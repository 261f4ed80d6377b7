import type { Dice } from './random.ts';
import type { Story } from './story.ts';

/** Of so many open requests of a district one comes from somebody whom a volunteer has helped before. */
const EVERY = 4;
const isWoman = (name: string) => /^\S+a /.test(name);

/** Some ask again: the person, phone and address of a request that a volunteer has done. */
export function askAgain(dice: Dice, stories: readonly Story[]): void {
  const helped = stories.filter(({ request }) => request.state === 'DONE' && request.volunteerId !== null);
  const open = stories.filter(
    ({ request, texts }) => request.reporterKind === 'SELF' && request.closedAt === null && texts.contactName === null,
  );
  for (const [index, { request, texts }] of open.entries()) {
    if (index % EVERY > 0) continue;
    const same = helped.filter(
      (before) => isWoman(before.texts.personName) === isWoman(texts.personName) && before.request.language === request.language,
    );
    if (same.length === 0) continue;
    const { personName, personPhone, street, house, flat, access } = dice.pick(same).texts;
    Object.assign(texts, { personName, personPhone, street, house, flat, access });
  }
}
