import { describe, expect, it } from 'vitest';
import { decodeLock, judgeLock, lockFormat, minutesOfSilence, type LockRecord, type Witness } from '#core/workspace/lock-record.ts';

const record: LockRecord = {
  format: lockFormat,
  id: 'a',
  host: 'PC-01',
  adapters: ['m1', 'm2'],
  pid: 4711,
  user: '王芳',
  startedAt: '2026-01-12T08:00:00.000Z',
  beatAt: '2026-01-12T09:00:00.000Z',
};

const here: Witness = {
  host: 'PC-01',
  adapters: ['m2', 'm3'],
  bootedAt: new Date('2026-01-12T07:00:00Z'),
  isRunning: (pid) => pid === 4711,
  silence: 60_000,
};
const elsewhere: Witness = { ...here, host: 'PC-02', adapters: ['m9'], isRunning: () => false };
const tooLong = minutesOfSilence * 60_000 + 1;

describe('a lock of this computer', () => {
  it('is held while its process runs', () => {
    expect(judgeLock(record, here)).toBe('held');
  });

  it('is abandoned when its process has ended, however short ago', () => {
    expect(judgeLock(record, { ...here, isRunning: () => false })).toBe('abandoned');
  });

  it('is abandoned when the computer was started since, even if another process has the number now', () => {
    expect(judgeLock(record, { ...here, bootedAt: new Date('2026-01-12T09:00:30Z') })).toBe('abandoned');
  });

  it('is asked about when its process runs and says nothing', () => {
    expect(judgeLock(record, { ...here, silence: tooLong })).toBe('silent');
  });
});

describe('a lock of another computer', () => {
  it('is held while it is fresh: no process of ours tells anything about it', () => {
    expect(judgeLock(record, elsewhere)).toBe('held');
  });

  it('is never taken over of itself, only asked about after ten minutes of silence', () => {
    expect(judgeLock(record, { ...elsewhere, silence: tooLong - 1 })).toBe('held');
    expect(judgeLock(record, { ...elsewhere, silence: tooLong })).toBe('silent');
    expect(judgeLock(record, { ...elsewhere, bootedAt: new Date('2027-01-01T00:00:00Z'), silence: tooLong })).toBe('silent');
  });

  it('is another computer also with our name, as computers set up from one image have', () => {
    expect(judgeLock(record, { ...elsewhere, host: 'PC-01' })).toBe('held');
  });

  it('of the future is asked about: a clock was set', () => {
    expect(judgeLock(record, { ...elsewhere, silence: -tooLong })).toBe('silent');
  });
});

it('takes two computers of one name without network adapters for one', () => {
  expect(judgeLock({ ...record, adapters: [] }, { ...here, adapters: [], isRunning: () => false })).toBe('abandoned');
  expect(judgeLock({ ...record, adapters: [] }, { ...here, isRunning: () => false })).toBe('held');
});

describe('a lock file', () => {
  it('is read as it was written, with what a later app adds', () => {
    expect(decodeLock(JSON.stringify(record))).toEqual(record);
    expect(decodeLock(JSON.stringify({ ...record, more: 1 }))).toEqual(record);
  });

  it.each([
    ['empty', ''],
    ['cut off', JSON.stringify(record).slice(0, 40)],
    ['NUL bytes', '\0'.repeat(200)],
    ['of another format', JSON.stringify({ ...record, format: 'nianbao.lock/2' })],
    ['without a time', JSON.stringify({ ...record, beatAt: 'yesterday' })],
    ['with an impossible time', JSON.stringify({ ...record, beatAt: '2026-13-45T99:00:00Z' })],
  ])('that is %s tells nothing', (_name, text) => {
    expect(decodeLock(text)).toBeNull();
  });
});
