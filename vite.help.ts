/**
 * Turns the help's Markdown (resources/help) into data at build time: the screens show a closed set of blocks and never
 * markup, so that nothing written there can become more than text.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { marked, type Token, type Tokens } from 'marked';
import type { Plugin } from 'vite';
import type { HelpBlock, HelpSpan, HelpTopic } from './src-core/help/help.ts';

const folder = path.join(import.meta.dirname, 'resources/help');
const pictures = path.join(folder, 'pictures');
/** They are for orientation, not for reading pixels: all together stay small. */
const pictureLimitBytes = 120 * 1024;

/** Writes `help.json`: the topics of each language in the order of their files' numbers. */
export function helpBooks(): Plugin {
  return {
    name: 'help-books',
    generateBundle() {
      const book = { zh: readTopics('zh'), en: readTopics('en') };
      this.emitFile({ type: 'asset', fileName: 'help.json', source: JSON.stringify(book) });
    },
  };
}

/** Puts the pictures of the help beside the screens, under `help/`. @throws Error on one that is too large */
export function helpPictures(): Plugin {
  return {
    name: 'help-pictures',
    generateBundle() {
      for (const file of readdirSync(pictures)) {
        const source = readFileSync(path.join(pictures, file));
        if (source.length > pictureLimitBytes)
          throw new Error(`${file}: ${String(source.length)} bytes are too many for a picture of the help`);
        this.emitFile({ type: 'asset', fileName: `help/${file}`, source });
      }
    },
  };
}

/** `NN-id.md`: the first heading is the topic's title. @throws Error on Markdown that the screens cannot show */
export function readTopics(language: string): readonly HelpTopic[] {
  const files = readdirSync(path.join(folder, language)).sort();
  return files.map((file) => {
    const id = /^\d\d-([a-z-]+)\.md$/u.exec(file)?.[1];
    const [title, ...rest] = marked.lexer(readFileSync(path.join(folder, language, file), 'utf8')).filter(({ type }) => type !== 'space');
    if (id === undefined || title?.type !== 'heading') throw new Error(`${language}/${file}: a topic has a number, a name and a title`);
    return { id, title: (title as Tokens.Heading).text, blocks: rest.map((token) => blockOf(token, file)) };
  });
}

function blockOf(token: Token, file: string): HelpBlock {
  switch (token.type) {
    case 'heading':
      return { kind: 'heading', text: (token as Tokens.Heading).text };
    case 'paragraph':
      return pictureIn(token as Tokens.Paragraph, file) ?? { kind: 'paragraph', spans: spansOf((token as Tokens.Paragraph).tokens, file) };
    case 'list': {
      const { ordered, items } = token as Tokens.List;
      const lines = items.map((item) => item.tokens.flatMap((each) => ('tokens' in each ? spansOf(each.tokens ?? [], file) : [])));
      return { kind: 'list', ordered, items: lines };
    }
    case 'code':
      return { kind: 'code', text: (token as Tokens.Code).text };
    default:
      throw new Error(`${file}: the help cannot show ${token.type}`);
  }
}

/** A paragraph that is one picture: `![what it shows](name)`, a WebP of that name in the folder of pictures. */
function pictureIn({ tokens }: Tokens.Paragraph, file: string): HelpBlock | null {
  const [token] = tokens;
  if (token?.type !== 'image' || tokens.length > 1) return null;
  const { href, text } = token as Tokens.Image;
  const name = `${href}.webp`;
  if (!existsSync(path.join(pictures, name))) throw new Error(`${file}: there is no picture ${name}; npm run screenshots makes them`);
  return { kind: 'picture', file: name, about: text };
}

function spansOf(tokens: readonly Token[], file: string): HelpSpan[] {
  return tokens.map((token) => {
    switch (token.type) {
      case 'text':
      case 'escape':
        return { kind: 'text', text: (token as Tokens.Text).text.replaceAll('\n', ' ') };
      case 'strong':
        return { kind: 'strong', text: (token as Tokens.Strong).text };
      case 'codespan':
        return { kind: 'code', text: (token as Tokens.Codespan).text };
      default:
        throw new Error(`${file}: the help cannot show ${token.type}`);
    }
  });
}
