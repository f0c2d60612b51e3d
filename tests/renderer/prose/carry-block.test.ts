/** A paragraph of last year becomes one of this year. */
import { expect, it } from 'vitest';
import { carryBlock } from '#renderer/prose/carry-block.ts';
import { edition2019 } from '../../fixtures/editions.ts';
import { figure, list, paragraph } from './blocks.ts';

it('figures stay bound where the form has their cell; of others the value of last year stays', () => {
  const { form } = edition2019();
  const gone = figure('proactiveDisclosure.noLonger.there');
  const carried = carryBlock(paragraph('收到 ', figure(), ' 件，采购 ', gone, ' 项'), form, () => '12');
  expect(carried).toEqual(paragraph('收到 ', figure(), ' 件，采购 ', '12', ' 项'));
  expect(carryBlock({ kind: 'list', ordered: true, items: [[gone], [figure()]] }, form, () => '3')).toEqual({
    ...list(true, '3'),
    items: [[{ kind: 'text', text: '3' }], [figure()]],
  });
});
