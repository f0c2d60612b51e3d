/** The fonts that PDFs fall back on: static slices (variable fonts and CFF collections would end as Type 3 fonts in a PDF). */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Families by the names that the report's style sheet has for them. */
const families = [
  { name: 'Nianbao Song', css: '@fontsource/noto-serif-sc/400.css' },
  { name: 'Nianbao Title', css: '@fontsource/noto-serif-sc/700.css' },
  { name: 'Nianbao Hei', css: '@fontsource/noto-sans-sc/500.css' },
];

/** Copies the font files into the folder, which is made, and writes `fonts.css`, whose rules name them as `/fonts/…`. */
export function copyPrintFonts(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const rules = families.map(({ name, css }) => {
    const source = path.join('node_modules', css);
    return readFileSync(source, 'utf8')
      .replace(/font-family:[^;]+;/gu, `font-family: '${name}';`)
      .replace(/font-weight:[^;]+;/gu, 'font-weight: 400;')
      .replace(/\/\*[^*]*\*\//gu, '')
      .replace(/src: url\(\.\/files\/([^)]+\.woff2)\)[^;]*;/gu, (_rule, file: string) => {
        copyFileSync(path.join(path.dirname(source), 'files', file), path.join(folder, file));
        return `src: url(/fonts/${file}) format('woff2');`;
      });
  });
  writeFileSync(path.join(folder, 'fonts.css'), rules.join('\n').replace(/\s*\n\s*/gu, ' '));
}
