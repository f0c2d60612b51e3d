/** Changes of a filing: they lead from one state to the other and back exactly, and never halfway. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#core/lib/canonical-json.ts';
import type { WorkingFiling } from '#core/filing/edit-filing.ts';
import { applyChanges, revertChanges } from '#core/history/apply-changes.ts';
import { invert, type FilingChange } from '#core/history/change.ts';
import { changesBetween } from '#core/history/compare-filings.ts';
import { decodeChanges } from '#core/history/decode-changes.ts';
import { blank, edits, form, workingFilings } from './arbitrary-filings.ts';

const written = (changes: readonly FilingChange[]): unknown => JSON.parse(canonicalJson(changes));

function withProse(...lines: string[]): WorkingFiling {
  const blocks = lines.map((text) => ({ kind: 'paragraph' as const, content: [{ kind: 'text' as const, text }] }));
  return { ...blank, filing: { ...blank.filing, narrative: { overview: blocks } } };
}

describe('changes', () => {
  it('lead from any filing to any other, and back', () => {
    fc.assert(
      fc.property(workingFilings, workingFilings, (before, after) => {
        const changes = changesBetween(before, after);
        expect(applyChanges(before, changes)).toEqual({ ok: true, value: after });
        expect(revertChanges(after, changes)).toEqual({ ok: true, value: before });
      }),
      { numRuns: 400 },
    );
  });

  it('are none between a filing and itself, and some between two that differ', () => {
    fc.assert(
      fc.property(workingFilings, workingFilings, (left, right) => {
        expect(changesBetween(left, structuredClone(left))).toEqual([]);
        expect(changesBetween(left, right).length === 0).toBe(canonicalJson(left) === canonicalJson(right));
      }),
    );
  });

  it('come back from the journal as they went in', () => {
    fc.assert(
      fc.property(workingFilings, workingFilings, (before, after) => {
        const changes = changesBetween(before, after);
        expect(decodeChanges(written(changes), 1)).toEqual({ ok: true, value: changes });
      }),
      { numRuns: 300 },
    );
  });

  it('take back any sequence of edits, one after the other', () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 12 }), (sequence) => {
        const states = [blank];
        for (const { work } of sequence) states.push(work(states.at(-1) ?? blank));
        const steps = states.slice(1).map((state, index) => changesBetween(states[index] ?? blank, state));
        let state = states.at(-1) ?? blank;
        for (const [index, changes] of [...steps.entries()].toReversed()) {
          const reverted = revertChanges(state, changes);
          expect(reverted).toEqual({ ok: true, value: states[index] });
          if (reverted.ok) state = reverted.value;
        }
        expect(state).toEqual(blank);
      }),
      { numRuns: 200 },
    );
  });

  it('are a conflict where something else stands, and then nothing at all is changed', () => {
    fc.assert(
      fc.property(workingFilings, workingFilings, fc.nat(), (before, after, pick) => {
        const changes = changesBetween(before, after);
        fc.pre(changes.length > 0);
        const spoilt = changes[pick % changes.length]!;
        // Somebody has made this one change already, so it finds what it makes instead of what it expects.
        const other = applyChanges(before, [spoilt]);
        fc.pre(!isRepeatable(spoilt));
        if (!other.ok) throw new Error(other.problem.code);
        const text = canonicalJson(other.value);
        const refused = applyChanges(other.value, changes);
        expect(refused.ok ? null : refused.problem.code).toBe('history/conflict');
        expect(canonicalJson(other.value)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  it('turned round twice are themselves', () => {
    fc.assert(
      fc.property(workingFilings, workingFilings, (before, after) => {
        const changes = changesBetween(before, after);
        expect(invert(invert(changes))).toEqual(changes);
      }),
    );
  });
});

/** An insertion can find its place again beside what it inserted: that is no conflict. */
function isRepeatable(change: FilingChange): boolean {
  if (change.kind === 'blocks') return change.from.length === 0;
  if (change.kind === 'justification') return change.from === null || change.to === null;
  return change.kind === 'wording' && change.from === '';
}

describe('a change of prose', () => {
  it('of one word is that word, not the section', () => {
    const changes = changesBetween(withProse('主动公开信息若干条。', '未发生诉讼。'), withProse('主动公开信息十二条。', '未发生诉讼。'));
    expect(changes).toEqual([
      { kind: 'wording', section: 'overview', block: 0, run: 0, at: 6, before: '主动公开信息', after: '条。', from: '若干', to: '十二' },
    ]);
  });

  it('beside a bound figure is the words, and the figure stays as it is', () => {
    const figure = { kind: 'figure' as const, cell: form.cells[0]!.key };
    const withFigure = (text: string): WorkingFiling => {
      const content = [{ kind: 'text' as const, text: '新收' }, figure, { kind: 'text' as const, text }];
      return { ...blank, filing: { ...blank.filing, narrative: { overview: [{ kind: 'paragraph', content }] } } };
    };
    const changes = changesBetween(withFigure('件。'), withFigure('件次。'));
    expect(changes).toMatchObject([{ kind: 'wording', block: 0, run: 2, at: 1, from: '', to: '次' }]);
    expect(applyChanges(withFigure('件。'), changes)).toEqual({ ok: true, value: withFigure('件次。') });
  });

  it('never parts the two halves of a character', () => {
    const [change] = changesBetween(withProse('𠮷'), withProse('𠮸'));
    expect(change).toMatchObject({ kind: 'wording', from: '𠮷', to: '𠮸', before: '', after: '' });
    expect(changesBetween(withProse('甲𠀀乙'), withProse('甲𤠀乙'))[0]).toMatchObject({ from: '𠀀', to: '𤠀', before: '甲', after: '乙' });
    const around = (text: string) => withProse(`𠮷一二三四五六七八九十一${text}一二三四五六七八九十一𠮷`);
    expect(changesBetween(around('若干'), around('十二'))).toMatchObject([
      { before: expect.stringMatching(/^𠮷一/u), after: expect.stringMatching(/一𠮷$/u) },
    ]);
  });

  it('grows with what is written, not with what stands there', () => {
    const long = '政府信息公开。'.repeat(2_000);
    const changes = changesBetween(withProse(long), withProse(`${long}好`));
    expect(canonicalJson(changes).length).toBeLessThan(250);
  });

  it('finds its place by the words around it', () => {
    const changes = changesBetween(withProse('公开信息12条。'), withProse('公开信息21条。'));
    expect(applyChanges(withProse('公开信息12条。', '又一段。'), changes).ok).toBe(true);
    const refused = applyChanges(withProse('公布信息12条。'), changes);
    expect(refused.ok ? null : refused.problem).toEqual({ code: 'history/conflict', details: { place: 'overview' } });
  });
});

describe('changes from a journal', () => {
  it.each([
    ['of an unknown kind', [{ kind: 'colour', from: 1, to: 2 }]],
    ['with a member too many', [{ kind: 'title', from: 'a', to: 'b', by: 'c' }]],
    ['without the old value', [{ kind: 'title', to: 'b' }]],
    ['of a cell that is none', [{ kind: 'cell', cell: 'title', from: 1, to: 2 }]],
    ['that are no list', { kind: 'title', from: 'a', to: 'b' }],
  ])('are refused when they are %s', (_name, input) => {
    const decoded = decodeChanges(input, 7);
    expect(decoded.ok ? null : decoded.problem).toMatchObject({ code: 'history/malformed', details: { seq: 7 } });
  });
});
