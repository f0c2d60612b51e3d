/** Whatever is done in whatever order: a new start finds what a plain list of filings in memory holds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellKey } from '#core/form/cell-key.ts';
import { canonicalJson } from '#core/lib/canonical-json.ts';
import type { Filing } from '#core/filing/filing.ts';
import { createFailingFileSystem } from '../files/failing-file-system.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import { edition, entry, expectOk, open, sampleFiling, withValue } from './workspace-fixture.ts';

type Step =
  | { readonly kind: 'add'; readonly unit: string; readonly year: number }
  | { readonly kind: 'enter'; readonly which: number; readonly cell: number; readonly value: number | null }
  | { readonly kind: 'write'; readonly which: number; readonly text: string; readonly pending: string }
  | { readonly kind: 'submit'; readonly which: number }
  | { readonly kind: 'reopen' }
  | { readonly kind: 'fail'; readonly at: number };

const which = fc.nat(3);
const anyText = fc.string({ unit: 'binary', maxLength: 40 });
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('add' as const),
      unit: fc.constantFrom('000123', '0123', '123', '469001'),
      year: fc.constantFrom(2019, 2020),
    }),
    fc.record({
      kind: fc.constant('enter' as const),
      which,
      cell: fc.nat(500),
      value: fc.option(fc.integer({ min: -5, max: 999_999_999_999_999 })),
    }),
    fc.record({ kind: fc.constant('write' as const), which, text: anyText, pending: anyText }),
    fc.record({ kind: fc.constant('submit' as const), which }),
    fc.record({ kind: fc.constant('reopen' as const) }),
    fc.record({ kind: fc.constant('fail' as const), at: fc.nat(8) }),
  ),
  { maxLength: 25 },
);

type Expected = { filing: Filing; pending: Readonly<Record<CellKey, string>>; submissions: number };

describe('any sequence of changes', () => {
  it('is found again after a new start, saves that fail in between included', async () => {
    const disk = createFailingFileSystem();
    const [section] = edition.form.edition.sections;
    const [cell] = edition.form.cells;
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        disk.arm(null);
        const folder = makeTemporaryFolder();
        let workspace = open(folder, { fs: disk.fs });
        const expected = new Map<string, Expected>();
        const check = () => {
          expect(workspace.listFilings()).toHaveLength(expected.size);
          for (const [id, { filing, pending, submissions }] of expected) {
            const stored = expectOk(workspace.readFiling(id));
            expect({ filing: stored.filing, pending: stored.pending, submissions: stored.submissions.length }).toEqual({
              filing,
              pending,
              submissions,
            });
          }
        };
        const reopen = async () => {
          disk.arm(null);
          expect((await workspace.close()).state).toBe('saved');
          workspace = open(folder, { fs: disk.fs });
          check();
        };
        for (const step of sequence) {
          if (step.kind === 'reopen') await reopen();
          else if (step.kind === 'fail') disk.arm({ errno: 'EIO', at: step.at });
          else if (step.kind === 'add') {
            const filing = sampleFiling(step.unit, step.year);
            const taken = [...expected.values()].some((each) => each.filing.title === filing.title);
            const added = await workspace.addFiling(filing, entry);
            expect(added.ok).toBe(!taken);
            if (added.ok) expected.set(added.value, { filing, pending: {}, submissions: 0 });
          } else {
            const found = [...expected][step.which];
            if (found === undefined) continue;
            const [id, before] = found;
            if (step.kind === 'submit') {
              const submission = { revision: 1, bundleDigest: '', fileName: '', folder: '', exportedAt: '' };
              expectOk(await workspace.recordSubmission(id, submission, before.filing, entry));
              before.submissions += 1;
              expect(canonicalJson(expectOk(workspace.lastExported(id)))).toBe(canonicalJson(before.filing));
            } else {
              const after = { ...before };
              if (step.kind === 'enter') after.filing = withValue(before.filing, step.value, step.cell);
              else {
                const content = [{ kind: 'text' as const, text: step.text }];
                after.filing = { ...before.filing, narrative: { [section!.id]: [{ kind: 'paragraph', content }] } };
                after.pending = { [cell!.key]: step.pending };
              }
              const updated = await workspace.updateFiling(id, { filing: after.filing, pending: after.pending }, entry);
              // The sum of large numbers may have more digits than any cell can hold.
              if (updated.ok) expected.set(id, after);
              else expect(updated.problem).toMatchObject({ code: 'filing/bad-value', details: { reason: 'too-large' } });
            }
          }
        }
        await reopen();
        expect(workspace.verifyJournal().kind).toBe('intact');
        await workspace.close();
      }),
      { numRuns: 60 },
    );
  });
});
