/** A narrative section with its editor, as its user sees it. */
import { expect, type Locator, type Page } from '@playwright/test';

export class ProsePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get editor(): Locator {
    return this.page.locator('.prose');
  }
  get figures(): Locator {
    return this.editor.getByRole('link');
  }
  tool(name: string): Locator {
    return this.page.getByRole('toolbar').getByRole('button', { name, exact: true });
  }

  /** The lines with their kind, as a reader tells them apart: `h3 （一）…`, `p …`, `ol …`. */
  async lines(): Promise<readonly string[]> {
    return this.editor.evaluate((editor) =>
      Array.from(editor.querySelectorAll('p, h3, h4, li'), (line) => {
        const name = line.localName === 'li' ? (line.parentElement?.localName ?? '') : line.localName;
        return `${name} ${line.textContent}`;
      }).filter((line) => !/^\S+ $/u.test(line)),
    );
  }
  async expectLines(expected: readonly string[]): Promise<void> {
    await expect(async () => expect(await this.lines()).toEqual(expected)).toPass({ timeout: 5_000 });
  }
  /** The text as one string, one line a line. */
  async text(): Promise<string> {
    return (await this.lines()).map((line) => line.slice(line.indexOf(' ') + 1)).join('\n');
  }

  async write(text: string): Promise<void> {
    await this.editor.click();
    await this.page.keyboard.press('ControlOrMeta+End');
    await this.page.keyboard.type(text);
  }
  async replaceAll(text: string): Promise<void> {
    await this.editor.click();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.press('Delete');
    await this.page.keyboard.type(text);
  }

  /** Pastes what another program put on the clipboard. */
  async paste(data: { readonly html?: string; readonly text?: string; readonly hasPicture?: boolean }): Promise<void> {
    await this.editor.evaluate((editor, { html, text, hasPicture }) => {
      const clipboardData = new DataTransfer();
      if (html !== undefined) clipboardData.setData('text/html', html);
      if (text !== undefined) clipboardData.setData('text/plain', text);
      if (hasPicture === true) clipboardData.items.add(new File([new Uint8Array([137, 80, 78, 71])], 'image.png', { type: 'image/png' }));
      editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, data);
  }
}
