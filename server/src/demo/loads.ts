/** How much a district has to do when the demo opens. */
export interface Load {
  /** Number of the first request that is still kept. */
  firstNumber: number;
  /** Untaken: urgent, waiting for over an hour, fresh. Then taken: accepted, under way. */
  open: readonly [urgent: number, waiting: number, fresh: number, accepted: number, inProgress: number];
  /** Age of the oldest untaken request, in minutes. */
  oldest: number;
  /** Taken requests whose due time has passed. */
  overdue: number;
  closedToday: number;
  /** Closed in the two weeks before today. */
  closedBefore: number;
}

const load = (
  firstNumber: number,
  oldest: number,
  open: Load['open'],
  overdue: number,
  closedToday: number,
  closedBefore: number,
): Load => ({ firstNumber, oldest, open, overdue, closedToday, closedBefore });

/** Heavy, quiet and empty districts, so that the map of the city has all its shades. */
export const LOADS: Readonly<Record<string, Load>> = {
  bemowo: load(187, 41, [0, 0, 5, 3, 3], 0, 3, 7),
  bialoleka: load(264, 112, [0, 3, 5, 4, 3], 0, 4, 8),
  bielany: load(231, 21, [0, 0, 4, 3, 2], 0, 3, 8),
  mokotow: load(522, 93, [0, 5, 8, 6, 5], 0, 5, 12),
  ochota: load(203, 124, [1, 2, 3, 3, 2], 0, 3, 9),
  'praga-poludnie': load(611, 245, [4, 5, 8, 6, 5], 2, 6, 13),
  'praga-polnoc': load(298, 151, [2, 2, 3, 3, 2], 1, 3, 8),
  rembertow: load(58, 8, [0, 0, 1, 1, 1], 0, 1, 3),
  srodmiescie: load(447, 78, [0, 4, 6, 5, 4], 0, 5, 10),
  targowek: load(276, 34, [0, 0, 5, 4, 3], 0, 3, 8),
  ursus: load(143, 19, [0, 0, 3, 2, 1], 0, 2, 5),
  ursynow: load(255, 37, [0, 0, 5, 4, 3], 0, 4, 8),
  wawer: load(166, 25, [0, 0, 3, 2, 2], 0, 2, 6),
  wesola: load(41, 0, [0, 0, 0, 0, 0], 0, 1, 3),
  wilanow: load(77, 15, [0, 0, 2, 1, 1], 0, 1, 4),
  wlochy: load(371, 190, [3, 3, 6, 5, 4], 1, 9, 20),
  wola: load(389, 67, [0, 2, 6, 5, 4], 0, 4, 10),
  zoliborz: load(124, 12, [0, 0, 2, 2, 1], 0, 2, 5),
};
