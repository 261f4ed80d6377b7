/** Where the visitor most likely looks. */
export const VISITORS_DISTRICT = 'wlochy';
