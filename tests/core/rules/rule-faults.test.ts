/** Rules that have the right shape and cannot be right: numbers that overflow, messages that stay open, rules that repeat. */
import { describe, expect, test } from 'vitest';
import type { Rule } from '#core/rules/rule.ts';
import { decodeRules } from '#core/rules/decode-rules.ts';
import { broken, edition2019, editionJson } from '../../fixtures/editions.ts';

const files = editionJson();
const { form, book } = edition2019();

function refuse(rules: unknown) {
  const decoded = decodeRules(rules, form.edition, 'rules.json');
  if (decoded.ok) throw new Error('the broken rules were accepted');
  return decoded.problem;
}

/** Where the first such rule stands. */
function placeOf(isWanted: (rule: Rule) => boolean): { readonly path: string; readonly place: string } {
  const index = book.rules.findIndex(isWanted);
  const path = `rules.${String(index)}`;
  return { path, place: `${path} (${book.rules[index]?.code ?? 'no such rule'})` };
}

function refuseAt(isWanted: (rule: Rule) => boolean, path: string, value: unknown) {
  const found = placeOf(isWanted);
  const { code, details } = refuse(broken(files.rules, `${found.path}.${path}`, value));
  return { code, reason: details['reason'], isThere: details['place'] === found.place && details['file'] === 'rules.json' };
}

const isLinear = (rule: Rule) => rule.kind === 'linear';
const hasConstant = (rule: Rule) => rule.kind === 'linear' && JSON.stringify(rule.right).includes('constant');
const isGuarded = (rule: Rule) => rule.kind === 'linear' && rule.when !== undefined;
const hasFamilies = (rule: Rule) => rule.kind === 'narrativeFigure' && 'families' in rule;
const isChange = (rule: Rule) => rule.kind === 'change';
const ofShape = (shape: string) => (rule: Rule) => rule.kind === 'pattern' && rule.pattern.shape === shape;

describe('numbers beyond what stays exact are refused with place and reason', () => {
  const coefficients = 'the coefficients are too large: together 1000000 at most';
  const large = (value: number) => `a number is too large: ${String(value)}, 15 digits at most`;
  const zero = 'a term with the coefficient 0 says nothing';

  test.each([
    ['a coefficient', isLinear, 'left.0.coefficient', 1_000_000, coefficients],
    ['a negative coefficient', isLinear, 'left.0.coefficient', -9_007_199_254_740_991, coefficients],
    [
      'coefficients that are too large together',
      isLinear,
      'right',
      [{ row: 'disclosed', coefficient: 999_999 }, { row: 'duplicate' }],
      coefficients,
    ],
    ['a coefficient of a guard', isGuarded, 'when.0.left.0.coefficient', 1_000_001, coefficients],
    ['a coefficient in prose', hasFamilies, 'families.0.accepts.0.0.coefficient', 1_000_001, coefficients],
    ['a factor', isChange, 'factor', 1_000_001, coefficients],
    ['a constant', hasConstant, 'right.0.constant', 1_000_000_000_000_000, large(1_000_000_000_000_000)],
    ['a negative constant', hasConstant, 'right.0.constant', -1_000_000_000_000_000, large(-1_000_000_000_000_000)],
    ['a constant of a guard', isGuarded, 'when.0.right.0.constant', 9_007_199_254_740_991, large(9_007_199_254_740_991)],
    ['a minimum of a change', isChange, 'minimum', 1_000_000_000_000_000, large(1_000_000_000_000_000)],
    ['a minimum of a pattern', ofShape('singlePart'), 'pattern.minimum', 1_000_000_000_000_000, large(1_000_000_000_000_000)],
    ['a coefficient of nothing', isLinear, 'left.0.coefficient', 0, zero],
    ['a coefficient of −0', isLinear, 'left.0.coefficient', -0, zero],
    ['a coefficient of nothing in prose', hasFamilies, 'families.0.accepts.0.0.coefficient', 0, zero],
  ] as const)('%s', (_name, isWanted, path, value, reason) => {
    expect(refuseAt(isWanted, path, value)).toEqual({ code: 'edition/inconsistent', reason, isThere: true });
  });

  test.each([
    ['a coefficient', isLinear, 'left.0.coefficient'],
    ['a constant', hasConstant, 'right.0.constant'],
    ['a factor', isChange, 'factor'],
    ['a coefficient in prose', hasFamilies, 'families.0.accepts.0.0.coefficient'],
  ] as const)('%s that is no safe integer is refused before', (_name, isWanted, path) => {
    const found = placeOf(isWanted);
    for (const value of [JSON.parse('9007199254740993'), JSON.parse('1e400'), 0.5, '1']) {
      const { code, details } = refuse(broken(files.rules, `${found.path}.${path}`, value));
      expect(code).toBe('edition/malformed');
      expect(String(details['place'])).toContain(found.path);
    }
  });

  test('the largest that stay exact are accepted, and compared exactly', () => {
    const { path } = placeOf(isLinear);
    const largest = [{ row: 'disclosed', coefficient: 999_998 }, { row: 'duplicate' }, { row: 'reissue' }];
    const rules = broken(broken(files.rules, `${path}.left`, largest.slice(0, 1)), `${path}.right`, largest.slice(1));
    expect(decodeRules(rules, form.edition, 'rules.json').ok).toBe(true);
  });
});

describe('a message with a place that its kind does not fill is refused with place and reason', () => {
  const kinds = [...new Set(book.rules.map((rule) => rule.kind))];
  const variants = [...new Set(book.rules.map(variantOf))];

  /** The kind with what decides about its places. */
  function variantOf(rule: Rule): string {
    const variant = 'asks' in rule ? rule.asks : 'reads' in rule ? rule.reads : 'against' in rule ? rule.against : null;
    return rule.kind === 'pattern' ? `pattern ${rule.pattern.shape}` : variant === null ? rule.kind : `${rule.kind} ${variant}`;
  }

  test('every kind of rule is among them', () => {
    const all = [
      'linear',
      'integer',
      'nonNegative',
      'required',
      'applies',
      'change',
      'pattern',
      'narrativeFigure',
      'completeness',
      'similarity',
    ];
    expect(kinds.toSorted()).toEqual(all.toSorted());
  });

  describe.each(variants)('%s', (variant) => {
    const isWanted = (rule: Rule) => variantOf(rule) === variant;
    test.each(['foo', ' row ', '', 'constructor', 'Value'])('{%s}', (name) => {
      for (const language of ['zh', 'en']) {
        expect(refuseAt(isWanted, `message.${language}`, `请核实 {${name}}`)).toEqual({
          code: 'edition/inconsistent',
          reason: `a place that nothing fills: message.${language}: {${name}}`,
          isThere: true,
        });
      }
    });

    test.each(['请核实 {', '请核实 }', '{{x}'])('a brace too many: %s', (text) => {
      expect(refuseAt(isWanted, 'message.zh', text)).toMatchObject({ code: 'edition/inconsistent', isThere: true });
    });
  });

  test('what is said when last year is missing has no places at all', () => {
    for (const isWanted of [isChange, (rule: Rule) => rule.kind === 'linear' && rule.unchecked !== undefined]) {
      expect(refuseAt(isWanted, 'unchecked.en', '{value} could not be checked').reason).toBe(
        'a place that nothing fills: unchecked.en: {value}',
      );
    }
  });

  test('what is said of a narrower scope is filled as the message is', () => {
    const hasScope = (rule: Rule) => rule.kind === 'narrativeFigure' && 'scope' in rule;
    expect(refuseAt(hasScope, 'scope.message.zh', '{row}').reason).toBe('a place that nothing fills: scope.message.zh: {row}');
  });
});

describe('a rule that asks what another one asks is refused with place and reason', () => {
  const at = (index: number) => `rules.${String(index)} (${book.rules[index]?.code ?? ''})`;
  const withRule = (rule: unknown) => ({ ...files.rules, rules: [...files.rules.rules, rule] });
  const last = (code: string) => `rules.${String(book.rules.length)} (${code})`;

  test.each(files.rules.rules.map((rule, index) => [`${rule.code} (${String(index)})`, rule, index] as const))(
    '%s',
    (_name, rule, index) => {
      const renamed = { ...rule, code: 'X9-9', severity: 'hint', clause: '另一条', message: { zh: '别的话', en: 'other words' } };
      for (const twin of [rule, renamed]) {
        expect(refuse(withRule(twin))).toEqual({
          code: 'edition/inconsistent',
          details: { file: 'rules.json', place: last(twin.code), reason: `it asks the same as ${at(index)}` },
        });
      }
    },
  );

  test('for other levels it may ask the same again', () => {
    const applies = files.rules.rules.find((rule) => rule.kind === 'applies');
    const forLevels = (levels: readonly string[]) => decodeRules(withRule({ ...applies, levels }), form.edition, 'rules.json').ok;
    expect(forLevels(['province'])).toBe(true);
    expect(forLevels(['province', 'township'])).toBe(false);
  });
});

describe('a cell that is named twice is refused with place and reason', () => {
  const twiceRow = [{ row: 'receivedThisYear' }, { row: 'receivedThisYear' }];
  test.each([
    ['on one side', isLinear, 'left', twiceRow, 'named twice: applications.receivedThisYear.naturalPerson'],
    ['on both sides', isLinear, 'right.0.row', 'receivedThisYear', 'named twice: applications.receivedThisYear.naturalPerson'],
    ['among what a rule goes over', isLinear, 'of.1', 'naturalPerson', 'named twice: naturalPerson'],
    [
      'among what has changed',
      isChange,
      'cells.1.row',
      'administrativeLicense',
      'named twice: proactiveDisclosure.administrativeLicense.decisions',
    ],
    [
      'among the rows for other levels',
      (rule: Rule) => rule.kind === 'applies',
      'rows',
      ['administrativeRule', 'administrativeRule'],
      'named twice: administrativeRule',
    ],
    ['among columns that are compared', ofShape('repeatedColumn'), 'pattern.columns.1', 'naturalPerson', 'named twice: naturalPerson'],
    ['among the parts of a whole', ofShape('singlePart'), 'pattern.parts.0', 'receivedThisYear', 'named twice: receivedThisYear'],
  ] as const)('%s', (_name, isWanted, path, value, reason) => {
    expect(refuseAt(isWanted, path, value)).toEqual({ code: 'edition/inconsistent', reason, isThere: true });
  });
});
