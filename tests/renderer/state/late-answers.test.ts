/** Answers that come in another order than they were asked for, and news that outlive the screen that asked for them. */
import { expect, test, vi } from 'vitest';

type Answer = (value: unknown) => void;

const bridge = vi.hoisted(() => {
  const calls: Record<string, () => Promise<unknown>> = {};
  const noticed: (() => void)[] = [];
  const listeners = { 'reception/progress': (listener: () => void) => noticed.push(listener) };
  vi.stubGlobal('window', { nianbao: { calls, listeners } });
  return { calls, noticed };
});

const { SubmissionsState } = await import('#renderer/state/submissions.svelte.ts');
const { SubordinatesState } = await import('#renderer/state/subordinates.svelte.ts');

/** A channel whose answers wait until the test gives them. */
function waiting(channel: string): Answer[] {
  const answers: Answer[] = [];
  bridge.calls[channel] = () => new Promise((resolve) => answers.push(resolve));
  return answers;
}
const answering = (channel: string, value: () => unknown) =>
  void (bridge.calls[channel] = () => Promise.resolve({ ok: true, value: value() }));

test('a list of receipts that was read before one was taken in never replaces the one that was read after it', async () => {
  const answers = waiting('receipt/submissions');
  answering('receipt/take', () => []);
  const state = new SubmissionsState('a');
  const taken = state.take('files');
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  answers[1]?.({ ok: true, value: ['after'] });
  await taken;
  answers[0]?.({ ok: true, value: ['before'] });
  await new Promise((resolve) => setTimeout(resolve));
  expect(state.submissions).toEqual(['after']);
});

test('where a batch stands is told, and what came of it is told to the screen that is opened after it was left', async () => {
  let progress: unknown = null;
  answering('reception/overlook', () => ({ year: 2020 }));
  answering('reception/progress', () => progress);
  const ends = waiting('reception/receive');
  const left = new SubordinatesState(2020);
  const received = left.receive('folder');
  progress = { year: 2020, done: 3, total: 29 };
  for (const tell of bridge.noticed) tell();
  await vi.waitFor(() => expect(left.progress).toEqual(progress));
  const back = new SubordinatesState(2020);
  await vi.waitFor(() => expect(back.progress).toEqual(progress));
  expect(back.summary).toBeNull();
  ends[0]?.({ ok: true, value: { taken: 29 } });
  progress = null;
  await received;
  for (const tell of bridge.noticed) tell();
  await vi.waitFor(() => expect(back.summary).toEqual({ taken: 29 }));
  expect(new SubordinatesState(2020).summary).toEqual({ taken: 29 });
  expect(new SubordinatesState(2021).summary).toBeNull();
  back.dismiss();
  expect(new SubordinatesState(2020).summary).toBeNull();
});
