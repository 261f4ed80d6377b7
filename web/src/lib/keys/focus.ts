import { tick } from 'svelte';

/** Takes the focus once the dialog around it is open: a dialog itself would give it to its close button. */
export function focusWhenShown(node: HTMLElement): void {
  const first = node instanceof HTMLInputElement ? node : (node.querySelector('input') ?? node.querySelector('textarea'));
  const chosen =
    first instanceof HTMLInputElement && first.type === 'radio'
      ? node.querySelector<HTMLElement>(`input[name='${first.name}']:checked`)
      : null;
  void tick().then(() => (chosen ?? first)?.focus());
}

/** When what held the focus is gone, gives it to the first of these that is on the screen; otherwise leaves it alone. */
export async function refocus(...selectors: readonly string[]): Promise<void> {
  await tick();
  for (const selector of selectors) {
    const active = document.activeElement;
    if (active && active !== document.body && !active.matches(':disabled')) return;
    document.querySelector<HTMLElement>(selector)?.focus();
  }
}
