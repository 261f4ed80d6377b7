const TABLE_ROLES = '[role="table"], [role="rowgroup"], [role="row"], [role="cell"], [role="columnheader"], aside:not([role])';

/**
 * The calendar calls itself a table, but its bookings lie beside the rows and cells: a screen reader would count columns and hear no
 * booking in them. Here it is a group of named buttons, and the list beside it is what is read in order. Also tells the head's height.
 */
export const plain = (measured: (height: number) => void) => (node: HTMLElement) => {
  const tidy = () => {
    for (const element of node.querySelectorAll(TABLE_ROLES)) {
      element.setAttribute('role', 'presentation');
      for (const name of ['aria-colindex', 'aria-colspan']) element.removeAttribute(name);
    }
    const main = node.querySelector<HTMLElement>('.ec-main');
    const isWider = main !== null && main.scrollWidth > main.clientWidth + 1;
    if (isWider) main.tabIndex = 0;
    else main?.removeAttribute('tabindex');
    measured(node.querySelector<HTMLElement>('.ec-header')?.offsetHeight ?? 0);
  };
  tidy();
  const changes = new MutationObserver(tidy);
  changes.observe(node, { childList: true, subtree: true });
  const sizes = new ResizeObserver(tidy);
  sizes.observe(node);
  return () => {
    changes.disconnect();
    sizes.disconnect();
  };
};
