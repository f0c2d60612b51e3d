/** The report screen as its user sees it. */
import { expect, type Locator, type Page } from '@playwright/test';

export class ReportPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  cell(key: string): Locator {
    return this.page.locator(`[data-cell="${key}"]`);
  }
  get findings(): Locator {
    return this.page.getByRole('region', { name: '校验' });
  }
  async showSection(name: string): Promise<void> {
    await this.page.getByRole('navigation').getByRole('button', { name }).click();
  }
  /** Types a value as a user does and leaves the cell with Enter. */
  async enter(key: string, text: string): Promise<void> {
    await this.cell(key).click();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }
  async expectSaved(): Promise<void> {
    await expect(this.page.getByRole('status').first()).toHaveText(/^已保存/u);
  }
  async expectNoFindings(): Promise<void> {
    await expect(this.findings).toHaveText(/校验通过/u);
  }
}
