/** The expected sub-topics of a section (国办公开办函〔2021〕30号): which are missing, and where they belong. */
import { describe, expect, it } from 'vitest';
import { narrativeFromText } from '#core/narrative/narrative-text.ts';
import { missingTopics, placeOfTopic, topicHeading } from '#core/narrative/topics.ts';

const topics = ['主动公开', '依申请公开', '政府信息管理', '政府信息公开平台建设', '监督保障'];
const show = () => '0';
const missing = (text: string) => missingTopics(narrativeFromText(text), topics, show).map((index) => topics[index]);

describe('expected sub-topics', () => {
  it('are all missing in an empty section', () => {
    expect(missing('')).toEqual(topics);
  });

  it('are there as headings, also by their shorter names and with other words around', () => {
    expect(missing('（一）深化主动公开\n文字。\n（四）平台建设\n文字。\n（三）信息管理情况')).toEqual(['依申请公开', '监督保障']);
  });

  it('are there when a paragraph begins with them', () => {
    expect(missing('（二）依法做好依申请公开。各市县认真落实。\n大力推进主动公开。')).toEqual([
      '政府信息管理',
      '政府信息公开平台建设',
      '监督保障',
    ]);
  });

  it('are not there when a sentence further on speaks of them', () => {
    expect(missing('全年工作平稳。监督保障有力，主动公开信息若干条。')).toEqual(topics);
  });

  it('belong before the first later topic that is there, or at the end', () => {
    const blocks = narrativeFromText('前言文字\n（二）依申请公开\n文字\n（五）监督保障\n文字');
    expect(placeOfTopic(blocks, topics, 0, show)).toBe(1);
    expect(placeOfTopic(blocks, topics, 3, show)).toBe(3);
    expect(placeOfTopic(blocks, topics, 4, show)).toBe(5);
  });

  it('have headings that are read as headings again', () => {
    for (const index of topics.keys()) {
      const heading = topicHeading(topics, index);
      expect(narrativeFromText(`（${'一二三四五'.charAt(index)}）${topics[index] ?? ''}`)).toEqual([heading]);
    }
  });
});
