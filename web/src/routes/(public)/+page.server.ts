import { districtPhones } from '#lib/public/districts.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ districts: districtPhones });
