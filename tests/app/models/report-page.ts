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
  /** As the unit's one person, and stays on the review. */
  async approve(name = '王芳'): Promise<void> {
    await this.page.getByRole('button', { name: '审核', exact: true }).click();
    await this.page.getByLabel('审核人姓名').fill(name);
    await this.page.getByLabel('负责人姓名').fill(name);
    await this.page.getByLabel('本单位只有一人办理').check();
    await this.page.getByRole('button', { name: '审核通过并锁定' }).click();
    await expect(this.page.getByRole('region', { name: '已审核' })).toContainText(name);
  }
  /** On the review. */
  async unlock(reason: string): Promise<void> {
    await this.page.getByLabel('解锁原因').fill(reason);
    await this.page.getByRole('button', { name: '解锁修改' }).click();
    await expect(this.page.getByText(`解锁修改中，原因：${reason}`)).toBeVisible();
  }
  async expectSaved(): Promise<void> {
    await expect(this.page.getByRole('status').first()).toHaveText(/^已保存/u);
  }
  async expectNoFindings(): Promise<void> {
    await expect(this.findings).toHaveText(/校验通过/u);
  }
}
