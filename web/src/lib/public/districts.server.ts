import { DISTRICTS } from '@ww/shared/district';
import { formatPhone } from '@ww/shared/phone';

/** A district with its Team's numbers, written as they are read aloud. */
export interface DistrictPhones {
  slug: string;
  name: string;
  phones: { tel: string; text: string }[];
}

export const districtPhones: readonly DistrictPhones[] = DISTRICTS.map(({ slug, name, teamPhones }) => ({
  slug,
  name,
  phones: teamPhones.map((tel) => ({ tel, text: formatPhone(tel) })),
}));
