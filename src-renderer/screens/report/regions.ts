/** F6 and Shift+F6: from one area of the report screen to the next, to where something can be done there. */

const places = ['main', '[data-region="findings"]', '[data-region="inspector"]', 'header', 'nav'] as const;
const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), select, [tabindex="0"], [contenteditable="true"]';

export function goToRegion(step: 1 | -1): void {
  const regions = places.flatMap((place) => document.querySelector<HTMLElement>(place) ?? []);
  const here = regions.findIndex((region) => region.contains(document.activeElement));
  for (let count = 1; count <= regions.length; count += 1) {
    const region = regions[((((here < 0 ? 0 : here) + step * count) % regions.length) + regions.length) % regions.length];
    const target = region === undefined ? null : (region.querySelector<HTMLElement>('nav > [aria-current]') ?? targetIn(region));
    if (target === null) continue;
    target.focus();
    return;
  }
}

/** In a table its one cell for Tab, otherwise the first that takes the focus and is to be seen. */
function targetIn(region: HTMLElement): HTMLElement | null {
  const cell = region.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]') ?? null;
  if (cell !== null) return cell;
  const all = Array.from(region.querySelectorAll<HTMLElement>(focusable));
  return all.find((each) => each.tabIndex >= 0 && each.getClientRects().length > 0) ?? null;
}
