/** The one place that parses HTML: into a document of its own, which runs nothing and loads nothing. */
import { lookAttribute } from './schema.ts';

type HtmlPolicy = { readonly createHTML: (html: string) => string };
type PolicyFactory = { readonly createPolicy: (name: string, rules: HtmlPolicy) => HtmlPolicy };

declare global {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- adds to the window's own declaration
  interface Window {
    readonly trustedTypes?: PolicyFactory;
  }
}

/** The policy is named in `contentSecurityPolicy`; nothing that it lets through gets into the page. */
const policy = window.trustedTypes?.createPolicy('pasted-html', { createHTML: (html) => html });

/** Only text and structure may be read from the result; it must never be put into the page. */
export function parsePasted(html: string): HTMLElement {
  const quiet = withoutStyles(html);
  const trusted = policy?.createHTML(quiet) ?? quiet;
  return new DOMParser().parseFromString(trusted, 'text/html').body;
}

/** Style sheets go, and `style` attributes get another name: both would be refused by the page's policy, noisily. */
export function withoutStyles(html: string): string {
  return html
    .replaceAll(/<style\b[\s\S]*?<\/style\s*>/giu, '')
    .replaceAll(/<[a-z][^>]*>/giu, (tag) => tag.replaceAll(/(\s)style(\s*=)/giu, `$1${lookAttribute}$2`));
}
