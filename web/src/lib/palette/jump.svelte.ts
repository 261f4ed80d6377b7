import { goto } from '$app/navigation';
import { districtBySlug } from '@ww/shared/district';
import { read } from '#lib/graphql/client.ts';
import { href } from '#lib/i18n/links.ts';
import { m } from '#lib/paraglide/messages.js';
import { districtsOf, type Me } from '#lib/request/actor.ts';
import { FindRequest } from '#lib/request/documents.ts';
import type { Command } from './palette.svelte.ts';

const PAUSE_MS = 250;

/** A number typed finds the request of that number in one's own districts. */
export function jumpCommands(me: () => Me, typed: () => string): { readonly commands: readonly Command[] } {
  let commands = $state.raw<readonly Command[]>([]);

  $effect(() => {
    const number = /^\s*(?:(?:nr|no|№|#)\.?\s*)?(\d{1,7})\s*$/i.exec(typed())?.[1];
    commands = [];
    if (!number) return;
    let cancelled = false;
    const timer = setTimeout(async () => {
      const found = await Promise.all(districtsOf(me()).map((district) => find(district, Number(number))));
      if (!cancelled) commands = found.flat();
    }, PAUSE_MS);
    return () => {
      cancelled = true;
      clearTimeout(timer);
    };
  });

  return {
    get commands() {
      return commands;
    },
  };
}

async function find(district: string, number: number): Promise<Command[]> {
  const answer = await read(FindRequest, { district, number });
  const found = answer.ok ? answer.data.findRequest : null;
  if (!found) return [];
  return [
    {
      id: found.id,
      label: m.staff_palette_jump({ number: found.number }),
      hint: districtBySlug(district)?.name,
      run: () => void goto(`${href('/zgloszenia')}?dzielnica=${district}&nr=${found.id}`),
    },
  ];
}
