/** Writes a Word plan as a file (.docx); the same plan gives the same bytes on every computer. */
import { AlignmentType, Document, Footer, ImageRun, Packer, PageNumber, Paragraph, TextRun, type FileChild } from 'docx';
import { assertNever } from '#core/lib/assert-never.ts';
import type { WordPart, WordPlan } from '#core/documents/word-plan.ts';
import { repackZip } from '../files/repack-zip.ts';
import { signOffTable } from './word-sign-off.ts';
import { closingIndent, fontOf, linePitch, otherFaces, pageProperties, paragraphStyles, styleId } from './word-styles.ts';
import { wordTable } from './word-table.ts';

/** Documents have no clock: a date of their own would make every copy another file. */
const fixedDate = '2000-01-01T00:00:00Z';
const pixelsPerMillimetre = 96 / 25.4;

export async function writeWord(plan: WordPlan): Promise<Uint8Array> {
  const document = new Document({
    title: plan.title,
    creator: plan.unitName,
    lastModifiedBy: plan.unitName,
    styles: {
      // Latin letters and figures are not said to be Chinese: LibreOffice breaks a line between any two signs of a
      // language that is written without spaces, the digits of a year too.
      default: { document: { run: { font: fontOf('text'), size: 32, language: { value: 'en-US', eastAsia: 'zh-CN' } } } },
      paragraphStyles,
    },
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: pageProperties,
        footers: { default: pageNumber('odd'), even: pageNumber('even') },
        children: plan.parts.map(fileChild),
      },
    ],
  });
  const bytes = new Uint8Array(await Packer.toArrayBuffer(document));
  return repackZip(bytes, {
    'docProps/core.xml': withoutClock,
    'word/fontTable.xml': namingOtherFaces,
    'word/styles.xml': withinTheLine,
  });
}

function fileChild(part: WordPart): FileChild {
  switch (part.kind) {
    case 'paragraph': {
      const lines = part.text.split('\n');
      return new Paragraph({
        style: styleId(part.role),
        ...(part.startsPage ? { pageBreakBefore: true } : {}),
        children: lines.map((text, at) => new TextRun(at === 0 ? { text } : { text, break: 1 })),
      });
    }
    case 'closing':
      return closingParagraph(part);
    case 'table':
      return wordTable(part.printed, part.hasNote);
    case 'sign-off':
      return signOffTable(part.lines);
    case 'picture': {
      const side = Math.round(part.millimetres * pixelsPerMillimetre);
      const altText = { title: part.description, description: part.description, name: part.description };
      return new Paragraph({
        children: [new ImageRun({ type: 'gif', data: part.gif, transformation: { width: side, height: side }, altText })],
      });
    }
    default:
      return assertNever(part);
  }
}

/** Below a blank line; both lines stay on one page. */
function closingParagraph({ lines, width }: Extract<WordPart, { kind: 'closing' }>): Paragraph {
  return new Paragraph({
    style: styleId('body'),
    alignment: AlignmentType.CENTER,
    spacing: { before: linePitch },
    indent: closingIndent(width),
    keepLines: true,
    children: lines.map((text, at) => new TextRun(at === 0 ? { text } : { text, break: 1 })),
  });
}

/** `— 1 —` in 四号 宋体. */
function pageNumber(side: 'odd' | 'even'): Footer {
  const look = { font: fontOf('table'), size: 28 };
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === 'odd' ? { right: 280 } : { left: 280 },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], ...look })],
      }),
    ],
  });
}

function withoutClock(xml: string): string {
  return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${fixedDate}`);
}

/**
 * A mark at the end of a full line stays within it and does not hang into the margin, where printers may lose it. The
 * library cannot say no to what programs do by themselves. LibreOffice (7.4) does not know the setting and lets it hang.
 */
function withinTheLine(xml: string): string {
  return xml.replace(/w:styleId="Report\w+">.*?<w:pPr>(?:<w:keepNext\/>)?/gu, '$&<w:overflowPunct w:val="0"/>');
}

function namingOtherFaces(): string {
  const fonts = Object.entries(otherFaces).map(([name, other]) => `<w:font w:name="${name}"><w:altName w:val="${other}"/></w:font>`);
  const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${namespace}">${fonts.join('')}</w:fonts>`;
}
