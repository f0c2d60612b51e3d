/** The help: topics of blocks, as the screens show them. */

export type HelpSpan = { readonly kind: 'text' | 'strong' | 'code'; readonly text: string };

export type HelpBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly spans: readonly HelpSpan[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly HelpSpan[])[] }
  | { readonly kind: 'code'; readonly text: string }
  /** A picture of the app: the file's name in the folder of pictures, and what it shows. */
  | { readonly kind: 'picture'; readonly file: string; readonly about: string };

export type HelpTopic = { readonly id: string; readonly title: string; readonly blocks: readonly HelpBlock[] };
