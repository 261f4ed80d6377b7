const collator = new Intl.Collator('pl');

/** The order of the Polish alphabet, which the embedded database does not know (it puts Łódź after Zgierz). */
export const comparePolish = (a: string, b: string): number => collator.compare(a, b);
