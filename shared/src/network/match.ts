import type { BoardKind, BoardSide } from './terms.ts';

/** Why an offer may answer a need, in the order in which it is told. `KIND` alone says nothing where the kind is `OTHER`. */
export const MATCH_REASONS = ['KIND', 'DAYS', 'AMOUNT', 'WORDS', 'PLACE'] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

/** What counts of an entry. Days are days of Warsaw's calendar, `2026-11-26`; the amount is in the unit of its words. */
export interface Matchable {
  id: string;
  /** Null for the district's coordinator. */
  organisationId: string | null;
  side: BoardSide;
  kind: BoardKind;
  title: string;
  words: string | null;
  amount: number | null;
  place: string | null;
  fromDay: string | null;
  toDay: string | null;
}

export interface Match {
  id: string;
  reasons: MatchReason[];
  /** The other entry's words that this one has as well, as they are written there; for `WORDS` only. */
  words: string[];
  score: number;
}

const WEIGHT: Record<MatchReason, number> = { KIND: 1, DAYS: 2, AMOUNT: 1, WORDS: 2, PLACE: 1 };
/** Words beyond these make a pair no better: a long text is not a better offer. */
const MOST_WORDS = 3;
const SHORTEST = 4;
const SHORTEST_STEM = 3;

/** Endings of Polish nouns, adjectives and verbs without diacritics, the longest first. */
const ENDINGS = ['iego', 'iemu', 'iami', 'ymi', 'imi', 'ego', 'emu', 'ach', 'ami', 'owi', 'iej', 'iow', 'ych', 'ich']
  .concat(['ow', 'om', 'em', 'ej', 'ym', 'im', 'ie', 'ia', 'io', 'iu', 'a', 'e', 'i', 'o', 'u', 'y'])
  .toSorted((one, other) => other.length - one.length);

/** Said of anything, so that having them in common says nothing. */
const COMMON = new Set([
  'albo',
  'bardzo',
  'bedzie',
  'chetnie',
  'godzin',
  'jako',
  'jest',
  'kazdy',
  'lecz',
  'mamy',
  'mozemy',
  'mozna',
  'nasz',
])
  .union(new Set(['oraz', 'osoba', 'osoby', 'osob', 'podczas', 'ponad', 'przez', 'przy', 'sztuk', 'sztuki', 'tylko', 'warszawa', 'wiele']))
  .union(new Set(['warszawie', 'ktore', 'ktory', 'ktora', 'dzien', 'dnia', 'ulica', 'nasze', 'naszym', 'nasza', 'roku', 'takze', 'tego']));

const plain = (word: string) => word.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ł', 'l');

function stemOf(word: string): string {
  const ending = ENDINGS.find((each) => word.endsWith(each) && word.length - each.length >= SHORTEST_STEM);
  return ending ? word.slice(0, -ending.length) : word;
}

/** The stems of a text's words longer than three letters, each with the first word that has it. */
function stems(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const word of text.match(/\p{L}+/gu) ?? []) {
    const bare = plain(word);
    if (bare.length < SHORTEST || COMMON.has(bare)) continue;
    const stem = stemOf(bare);
    if (!found.has(stem)) found.set(stem, word.toLowerCase());
  }
  return found;
}

const shared = (one: string, other: string): string[] => {
  const own = stems(one);
  return [...stems(other)].filter(([stem]) => own.has(stem)).map(([, word]) => word);
};

const told = ({ title, words }: Matchable) => `${title} ${words ?? ''}`;
const hasDays = ({ fromDay, toDay }: Matchable) => fromDay !== null || toDay !== null;
const overlap = (one: Matchable, other: Matchable) =>
  (one.fromDay ?? '') <= (other.toDay ?? '9999') && (other.fromDay ?? '') <= (one.toDay ?? '9999');

/**
 * How an offer and a need go together, told from the first one's side; null where they don't: the same side or organisation,
 * another kind, days that exclude each other, or `OTHER` without a word in common. The score is the same from either side.
 */
export function match(one: Matchable, other: Matchable): Match | null {
  if (one.side === other.side || one.kind !== other.kind || one.organisationId === other.organisationId) return null;
  if (!overlap(one, other)) return null;
  const words = shared(told(one), told(other));
  if (one.kind === 'OTHER' && words.length === 0) return null;
  const [offer, need] = one.side === 'OFFER' ? [one, other] : [other, one];
  const holds: Record<MatchReason, boolean> = {
    KIND: one.kind !== 'OTHER',
    DAYS: hasDays(one) && hasDays(other),
    AMOUNT: offer.amount !== null && need.amount !== null && offer.amount >= need.amount,
    WORDS: words.length > 0,
    PLACE: one.place !== null && other.place !== null && shared(one.place, other.place).length > 0,
  };
  const reasons = MATCH_REASONS.filter((reason) => holds[reason]);
  const times = (reason: MatchReason) => (reason === 'WORDS' ? Math.min(words.length, MOST_WORDS) : 1);
  const score = reasons.reduce((sum, reason) => sum + WEIGHT[reason] * times(reason), 0);
  return { id: other.id, reasons, words: words.slice(0, MOST_WORDS), score };
}

/** The best matches of an entry among others, the best first; equal ones in the order of their ids. */
export function bestMatches(entry: Matchable, others: readonly Matchable[], most: number): Match[] {
  return others
    .flatMap((other) => match(entry, other) ?? [])
    .toSorted((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1))
    .slice(0, most);
}
