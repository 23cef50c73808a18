import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What is looked at: a part of the page instead of all of it, and of a second theme the colors alone. */
export interface Look {
  part?: string;
  colorsOnly?: boolean;
}

/** Everything in the way of assistive technology that axe finds, of whatever weight. */
export async function barriers(page: Page, { part, colorsOnly = false }: Look = {}): Promise<string[]> {
  // The other mode opens a page more each time, for frames of other origins: there are none, and it takes twice as long.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  // A library's guards of the focus: hidden, and they hand it on as soon as they have it.
  axe.exclude('[data-base-ui-focus-guard]');
  if (part) axe.include(part);
  if (colorsOnly) axe.withRules('color-contrast');
  // Of a part of the page, rules about all of it know nothing.
  else if (part) axe.disableRules('region');
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}
