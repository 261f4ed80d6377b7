import { tick } from 'svelte';

/** Takes the focus once the dialog around it is open: a dialog itself would give it to its close button. */
export function focusWhenShown(node: HTMLElement): void {
  const target = node.matches('input') ? node : node.querySelector<HTMLElement>('input:checked, input');
  void tick().then(() => target?.focus());
}
