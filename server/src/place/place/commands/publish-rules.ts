import { PublishRules } from '@ww/shared/place/input';
import { demandSignedIn } from '../../../platform/demand.ts';
import { placeCommand } from '../place-command.ts';
import { HouseRules } from '../place.entity.ts';

/**
 * A new version of the house rules: from now on this is what a borrower accepts. What was accepted before stays as it was written then.
 * @throws AppError `STALE`: of two who write at once the second reads first what the other published.
 */
export const publishRules = placeCommand('place.write', PublishRules, (tx, place, { version, text }) => {
  place.expect(version);
  const { personId } = demandSignedIn(tx.ctx);
  place.rulesVersion++;
  place.version++;
  const rules = { placeId: place.id, number: place.rulesVersion, words: text, publishedAt: tx.now, publishedById: personId };
  tx.em.persist(Object.assign(new HouseRules(), rules));
});
