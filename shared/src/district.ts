import data from './districts.json' with { type: 'json' };

/** One of Warsaw's 18 districts; `slug` is its id everywhere in the API. */
export interface District {
  teryt: string;
  name: string;
  slug: string;
  teamPhones: string[];
  localVolunteering: boolean;
  tile: { row: number; column: number };
}

export const DISTRICTS: readonly District[] = data;
const BY_SLUG = new Map(DISTRICTS.map((d) => [d.slug, d]));
export const DISTRICT_SLUGS: readonly string[] = DISTRICTS.map((d) => d.slug);

export function districtBySlug(slug: string): District | undefined {
  return BY_SLUG.get(slug);
}

/** The name of a district; what is none stays as it is. */
export const districtName = (slug: string): string => districtBySlug(slug)?.name ?? slug;
