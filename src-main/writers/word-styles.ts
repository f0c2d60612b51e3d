/** The page and the letters of a Word document after GB/T 9704-2012: A4, margins 37/26/35/28 mm, 22 lines of 三号 仿宋. */
import { AlignmentType, LineRuleType, type IParagraphStyleOptions, type IRunOptions, type ISectionPropertiesOptions } from 'docx';
import type { WordRole } from '#core/documents/word-plan.ts';

/** In twentieths of a point: A4, and its margins. */
export const page = { width: 11906, height: 16838, top: 2098, right: 1474, bottom: 1984, left: 1588 } as const;
export const textWidth = page.width - page.left - page.right;

/** 225 mm of text in 22 lines. */
export const linePitch = 579;
/** 三号 is 16 points; sizes are in half points, lengths in twentieths of a point. */
const bodySize = 32;
const letter = 320;

const faces = {
  title: '方正小标宋简体',
  text: '仿宋_GB2312',
  heading: '黑体',
  second: '楷体_GB2312',
  table: '宋体',
  code: 'Courier New',
} as const;

/** Figures and Latin letters are Times New Roman; quotation marks count as Chinese. */
export function fontOf(face: keyof typeof faces): NonNullable<IRunOptions['font']> {
  const latin = face === 'code' ? faces.code : 'Times New Roman';
  return { ascii: latin, hAnsi: latin, cs: latin, eastAsia: faces[face], hint: 'eastAsia' };
}

/** Programs without these fonts are told which others will do. */
export const otherFaces: Readonly<Record<string, string>> = {
  方正小标宋简体: '方正小标宋_GBK',
  仿宋_GB2312: '仿宋',
  楷体_GB2312: '楷体',
  黑体: 'SimHei',
  宋体: 'SimSun',
};

const exact = { line: linePitch, lineRule: LineRuleType.EXACT } as const;
const indent = { firstLine: 2 * letter } as const;

type Look = { readonly name: string; readonly run: IRunOptions; readonly paragraph: IParagraphStyleOptions['paragraph'] };

const looks: Readonly<Record<WordRole, Look>> = {
  title: {
    name: '公文标题',
    run: { font: fontOf('title'), size: 44 },
    paragraph: { alignment: AlignmentType.CENTER, spacing: { line: 700, lineRule: LineRuleType.EXACT, after: linePitch }, keepNext: true },
  },
  section: {
    name: '公文一级标题',
    run: { font: fontOf('heading'), size: bodySize },
    paragraph: { spacing: exact, indent, keepNext: true, outlineLevel: 0 },
  },
  heading2: {
    name: '公文二级标题',
    run: { font: fontOf('second'), size: bodySize },
    paragraph: { spacing: exact, indent, keepNext: true, outlineLevel: 1 },
  },
  heading3: {
    name: '公文三级标题',
    run: { font: fontOf('text'), size: bodySize, bold: true },
    paragraph: { spacing: exact, indent, keepNext: true, outlineLevel: 2 },
  },
  body: {
    name: '公文正文',
    run: { font: fontOf('text'), size: bodySize },
    paragraph: { alignment: AlignmentType.BOTH, spacing: exact, indent },
  },
  note: {
    name: '表注',
    run: { font: fontOf('table'), size: 21 },
    paragraph: { spacing: { before: 60, after: 120, line: 300 } },
  },
  code: { name: '摘要', run: { font: fontOf('code'), size: 21 }, paragraph: { spacing: { line: 320 } } },
};

export function styleId(role: WordRole): string {
  return `Report${role.charAt(0).toUpperCase()}${role.slice(1)}`;
}

/** 日期右空四字, what stands above it centred over it. @param width in letters of the text */
export function closingIndent(width: number) {
  // A letter to spare on both sides: programs set figures apart from Chinese letters by as much as they like.
  const right = 3 * letter;
  return { firstLine: 0, right, left: Math.max(0, Math.round(textWidth - right - (width + 2) * letter)) };
}

export const paragraphStyles: IParagraphStyleOptions[] = Object.entries(looks).map(([role, { name, run, paragraph = {} }]) => ({
  id: `Report${role.charAt(0).toUpperCase()}${role.slice(1)}`,
  name,
  run,
  paragraph,
  quickFormat: true,
}));

/** Page numbers stand 7 mm under the text, one letter from its outer edge: right on odd pages, left on even ones. */
export const pageProperties: ISectionPropertiesOptions = {
  page: {
    size: { width: page.width, height: page.height },
    margin: { top: page.top, right: page.right, bottom: page.bottom, left: page.left, footer: 1300, header: 850, gutter: 0 },
  },
};
