import { AuditTrail } from '#lib/audit/documents.ts';
import { auditFilter, filterFrom } from '#lib/audit/filter.ts';
import { read } from '#lib/graphql/client.ts';
import { need } from '#lib/graphql/load.ts';
import type { PageLoad } from './$types';

const ROWS = 50;

export const load: PageLoad = async ({ fetch, parent, url }) => {
  await parent();
  const filter = filterFrom(url);
  const answer = await read(AuditTrail, { filter: auditFilter(filter), first: ROWS, after: url.searchParams.get('po') }, fetch);
  return { filter, ...need(answer, url).auditTrail };
};
