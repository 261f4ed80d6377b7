interface Span {
  from: string;
  to: string;
}

/** Until when a place is open, or from when it will be; by its `upcoming` hours and the reader's own clock, so nobody asks again. */
export function openState(upcoming: readonly Span[], now: number): { until: string } | { next: Span | null } {
  const ahead = upcoming.filter(({ to }) => Date.parse(to) > now);
  const [first] = ahead;
  return first && Date.parse(first.from) <= now ? { until: first.to } : { next: first ?? null };
}
