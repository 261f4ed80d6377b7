import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => ({
  loadedAt: new Date().toISOString(),
  theme: locals.theme,
  letterKeys: locals.letterKeys,
});
