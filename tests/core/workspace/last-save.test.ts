import { describe, expect, it } from 'vitest';
import { decodeLastSave, lastSaveFormat, lostEdits, type LastSave } from '#core/workspace/last-save.ts';

const head = (entries: number) => ({ entries, last: String(entries).padStart(64, '0') });
const edited = (seq: number) => ({
  unitCode: '469001',
  unitName: '五指山市人民政府',
  reportYear: 2020,
  changedAt: '2026-01-12T08:30:00.000Z',
  seq,
});
const lastSave: LastSave = {
  format: lastSaveFormat,
  savedAt: '2026-01-12T09:00:00.000Z',
  journal: head(12),
  edited: [edited(12), { ...edited(9), unitCode: '469002' }, { ...edited(4), unitCode: '469003' }],
  allAfter: 2,
};

describe('what an older copy lacks', () => {
  it('is nothing when it is the state that was last saved', () => {
    expect(lostEdits(lastSave, head(12), null)).toEqual({ kind: 'nothing', lastSaveAt: lastSave.savedAt });
    expect(lostEdits(lastSave, head(12), '2026-01-12T09:00:02Z')).toEqual({ kind: 'nothing', lastSaveAt: lastSave.savedAt });
  });

  it('is said to be unknown when the broken file was written after the last save that is known', () => {
    expect(lostEdits(lastSave, head(12), '2026-01-12T09:00:03Z').kind).toBe('unknown');
    expect(lostEdits(lastSave, head(8), '2026-01-12T09:00:03Z')).toMatchObject({ steps: null, isComplete: false });
    expect(lostEdits(lastSave, head(12), '2026-01-12T09:05:00Z')).toEqual({ kind: 'unknown', lastSaveAt: '2026-01-12T09:05:00Z' });
  });

  it('is unknown without a record of the last save', () => {
    expect(lostEdits(null, head(12), null)).toEqual({ kind: 'unknown', lastSaveAt: null });
  });

  it('is told by the filings that were edited after it', () => {
    expect(lostEdits(lastSave, head(8), null)).toEqual({
      kind: 'some',
      lastSaveAt: lastSave.savedAt,
      steps: 4,
      filings: [edited(12), { ...edited(9), unitCode: '469002' }],
      isComplete: true,
    });
  });

  it('is something as well when the journal is as long and another', () => {
    expect(lostEdits(lastSave, { ...head(12), last: 'f'.repeat(64) }, null)).toMatchObject({ kind: 'some', filings: [] });
  });

  it('may be more than is named', () => {
    expect(lostEdits(lastSave, head(2), null)).toMatchObject({ kind: 'some', isComplete: true });
    expect(lostEdits(lastSave, head(1), null)).toMatchObject({ kind: 'some', isComplete: false });
  });
});

describe('the record of the last save', () => {
  it('is read as it was written', () => {
    expect(decodeLastSave(JSON.stringify(lastSave))).toEqual(lastSave);
  });

  it.each([
    ['empty', ''],
    ['NUL bytes', '\0\0\0'],
    ['cut off', JSON.stringify(lastSave).slice(0, 100)],
    ['of another format', JSON.stringify({ ...lastSave, format: 'nianbao.last-save/2' })],
  ])('tells nothing when it is %s', (_name, text) => {
    expect(decodeLastSave(text)).toBeNull();
  });
});
