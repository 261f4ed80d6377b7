import { BOARD_KINDS, type BoardKind } from '@ww/shared/network/terms';
import { m } from '#lib/paraglide/messages.js';

/** Kinds by their names in the address. */
const NAMES: Record<BoardKind, string> = {
  ...{ PEOPLE: 'ludzie', SPACE: 'miejsce', TRANSPORT: 'transport', EQUIPMENT: 'sprzet' },
  ...{ FOOD: 'zywnosc', KNOWLEDGE: 'wiedza', PROMOTION: 'promocja', OTHER: 'inne' },
};

export const kindName = (kind: BoardKind): string => m[`board_kind_${kind}`]();

/** The kind that the address asks for; null for all. */
export const kindFrom = ({ searchParams }: { searchParams: Pick<URLSearchParams, 'get'> }): BoardKind | null =>
  BOARD_KINDS.find((kind) => NAMES[kind] === searchParams.get('rodzaj')) ?? null;

/** The page's address with another kind; what else it holds stays. */
export function kindAddress({ pathname, search }: { pathname: string; search: string }, kind: BoardKind | null): string {
  const params = new URLSearchParams(search);
  if (kind) params.set('rodzaj', NAMES[kind]);
  else params.delete('rodzaj');
  const text = params.toString();
  return text ? `${pathname}?${text}` : pathname;
}
