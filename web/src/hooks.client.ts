import type { ClientInit } from '@sveltejs/kit/hooks';

/** Browsers without Temporal get it before the first component runs. */
export const init: ClientInit = async () => {
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');
};
