/** The sub-topics that a section is expected to have: which are missing, how their headings read, and where they belong. */
import type { Block } from './narrative.ts';
import { plainText, type ShowFigure } from './narrative-text.ts';

/** What stands at the beginning of a line before its first sentence ends: a heading, or one that runs into its paragraph. */
const beginning = /^[^。！？；：:;!?\n]{0,40}/u;
/** 政府信息公开平台建设 is also called 平台建设, 政府信息管理 also 信息管理. */
const tellingLength = 4;
const numerals = Array.from('一二三四五六七八九十');

/** The places in `topics` of those that no line begins with. */
export function missingTopics(blocks: readonly Block[], topics: readonly string[], show: ShowFigure): readonly number[] {
  const beginnings = blocks.map((block) => beginningOf(block, show));
  return topics.flatMap((topic, index) => (beginnings.some((each) => isAbout(each, topic)) ? [] : [index]));
}

/** `（一）主动公开` for the first topic. */
export function topicHeading(topics: readonly string[], index: number): Block {
  return {
    kind: 'heading',
    level: 2,
    content: [{ kind: 'text', text: `（${numerals[index] ?? String(index + 1)}）${topics[index] ?? ''}` }],
  };
}

/** The block before which the heading of a topic belongs: the first of a later topic, or the end. */
export function placeOfTopic(blocks: readonly Block[], topics: readonly string[], index: number, show: ShowFigure): number {
  const later = topics.slice(index + 1);
  const at = blocks.findIndex((block) => later.some((topic) => isAbout(beginningOf(block, show), topic)));
  return at < 0 ? blocks.length : at;
}

function beginningOf(block: Block, show: ShowFigure): string {
  return beginning.exec(plainText(block, show))?.[0].replaceAll(/\s/gu, '') ?? '';
}

function isAbout(line: string, topic: string): boolean {
  return line.includes(topic.slice(-tellingLength));
}
