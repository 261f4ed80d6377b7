import type { PageServerLoad } from './$types';

/** The address that the statement is about; behind a proxy the request itself may not know it. */
export const load: PageServerLoad = ({ url }) => ({ site: process.env['ORIGIN'] ?? url.origin });
