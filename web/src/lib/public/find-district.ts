/** Letters without their marks, so that `Wlochy` finds Włochy. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll(/[łŁ]/g, 'l')
    .toLowerCase()
    .replaceAll(/[\s-]+/g, ' ')
    .trim();
}

/** The districts whose name, or one of its words, begins with what was typed; an exact name alone. */
export function findDistricts<D extends { name: string }>(districts: readonly D[], typed: string): readonly D[] {
  const wanted = plain(typed);
  if (!wanted) return [];
  const exact = districts.filter(({ name }) => plain(name) === wanted);
  if (exact.length > 0) return exact;
  return districts.filter(({ name }) => ` ${plain(name)}`.includes(` ${wanted}`));
}
