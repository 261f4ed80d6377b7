import { error } from '@sveltejs/kit';
import { can, districtsWhere } from '@ww/shared/policy';
import { actorOf, anywhere } from '#lib/account/next.ts';
import { loadCoverage } from '#lib/coverage/coverage-source.ts';
import { loadCounts } from '#lib/desk/counts-source.ts';
import { DeskFigures } from '#lib/desk/documents.ts';
import { read } from '#lib/graphql/client.ts';
import { need } from '#lib/graphql/load.ts';
import { MyActionsDocument } from '#lib/network/actions/documents.ts';
import { districtFrom } from '#lib/request/actor.ts';
import { loadQueue } from '#lib/request/source.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent, url }) => {
  const { me } = await parent();
  const actor = actorOf(me);
  if (districtsWhere(actor, 'counts.read') !== 'all' && !anywhere(actor, 'counts.read-suppressed')) error(404, 'NOT_FOUND');
  const district = districtFrom(url, me);
  const [counts, coverage, actions, seed, figures] = await Promise.all([
    loadCounts(fetch),
    can(actor, 'coverage.read') ? loadCoverage(null, fetch) : null,
    read(MyActionsDocument, {}, fetch),
    district ? loadQueue(district, fetch) : null,
    district ? read(DeskFigures, { district }, fetch) : null,
  ]);
  const own =
    district && seed && figures ? { district, seed: need(seed, url), median: need(figures, url).deskFigures.medianMinutesToClaim } : null;
  return { counts: need(counts, url), coverage: coverage && need(coverage, url), actions: need(actions, url).myActions, own };
};
