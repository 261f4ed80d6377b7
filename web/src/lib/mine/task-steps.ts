import type { RiverStep } from '#lib/ui/River.svelte';
import { m } from '#lib/paraglide/messages.js';
import type { Task } from './documents.ts';

/** The three stages of an open task; the latest reached is now. */
export const taskSteps = ({ state }: Task): RiverStep[] => {
  const isOnTheWay = state === 'ON_THE_WAY';
  return [
    { label: m.mine_step_accepted(), state: isOnTheWay ? 'done' : 'now' },
    { label: m.mine_step_on_the_way(), state: isOnTheWay ? 'now' : 'ahead' },
    { label: m.mine_step_done(), state: 'ahead' },
  ];
};
