import { m } from '#lib/paraglide/messages.js';
import type { GlyphName } from '#lib/ui/GlyphSprite.svelte';

interface MinePage {
  path: string;
  label: () => string;
  glyph: GlyphName;
}

/** A volunteer's own pages, in the order of the tabs. */
export const MINE_PAGES: readonly MinePage[] = [
  { path: '/moje', label: () => m.mine_tab_today(), glyph: 'dlon' },
  { path: '/moje/dostepnosc', label: () => m.mine_tab_availability(), glyph: 'zegar' },
  { path: '/moje/godziny', label: () => m.mine_tab_hours(), glyph: 'ptaszek' },
];
