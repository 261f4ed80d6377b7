import { error } from '@sveltejs/kit';
import { can } from '@ww/shared/policy';
import { actorOf } from '#lib/account/next.ts';
import { read } from '#lib/graphql/client.ts';
import { need } from '#lib/graphql/load.ts';
import { scopeName } from '#lib/i18n/domain.ts';
import { districtFrom, districtsOf } from '#lib/request/actor.ts';
import { MyOrganisations } from '#lib/roster/organisation-documents.ts';
import { organisationsOf } from '#lib/roster/permits.ts';
import { loadRoster, type Whose } from '#lib/roster/source.ts';
import type { PageLoad } from './$types';

/** A district's volunteers for its Team, an organisation's for its coordinator; somebody who is both chooses. */
export const load: PageLoad = async ({ fetch, parent, url }) => {
  const { me } = await parent();
  const own = organisationsOf(me);
  const organisations = own.length > 0 ? need(await read(MyOrganisations, {}, fetch), url).myOrganisations : [];
  const asked = organisations.find(({ row }) => row.id === url.searchParams.get('organizacja'));
  const district = asked ? null : districtFrom(url, me);
  const chosen = asked ?? (district ? undefined : organisations[0]);
  const whose: Whose | null = chosen ? { organisation: chosen.row.id } : district ? { district } : null;
  if (!whose) error(404, 'NOT_FOUND');
  const host = chosen
    ? { organisationId: chosen.row.id, district: chosen.row.district }
    : district && can(actorOf(me), 'volunteer.write', { district })
      ? { organisationId: null, district }
      : null;
  const choices = [
    ...districtsOf(me).map((slug) => ({ value: `dzielnica=${slug}`, name: scopeName(slug) })),
    ...organisations.map(({ row }) => ({ value: `organizacja=${row.id}`, name: row.name })),
  ];
  return { whose, host, choices, seed: need(await loadRoster(whose, fetch), url) };
};
