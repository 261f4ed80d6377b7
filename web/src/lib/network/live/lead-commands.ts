import type { Command } from '#lib/palette/palette.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Lead } from './lead.svelte.ts';

/** Opens what the page keeps closed. */
interface Doors {
  addAction: () => void;
  end: () => void;
}

/** Everything that the leader's buttons do, for the palette. */
export function leadCommands(lead: Lead, { addAction, end }: Doors): Command[] {
  if (!lead.isRunning) return [];
  const action = { id: 'live-action', label: m.live_keys_action(), hint: 'Z', run: addAction };
  if (!lead.leads) return [{ id: 'live-take', label: m.live_take_over(), run: () => void lead.takeOver() }, action];
  return [
    { id: 'live-next', label: m.live_next(), hint: '→', run: () => void lead.next() },
    { id: 'live-back', label: m.live_prev(), hint: '←', run: () => void lead.back() },
    { id: 'live-extend', label: m.live_extend(), run: () => void lead.extend() },
    { id: 'live-park', label: m.live_park(), hint: 'P', run: () => void lead.park() },
    action,
    { id: 'live-end', label: m.live_finish(), run: end },
  ];
}
