/** Where the window was: kept beside the workspace, and forgotten when it does not fit the screen any more. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { BrowserWindow, Rectangle } from 'electron';
import { nodeFileSystem } from '../files/file-system.ts';
import { writeAtomically } from '../files/atomic-write.ts';

const stateSchema = v.strictObject({
  x: v.pipe(v.number(), v.integer()),
  y: v.pipe(v.number(), v.integer()),
  width: v.pipe(v.number(), v.integer(), v.minValue(800)),
  height: v.pipe(v.number(), v.integer(), v.minValue(500)),
  maximized: v.boolean(),
});
export type WindowState = v.InferOutput<typeof stateSchema>;

/** The remembered state when it lies within one of the `screens`; otherwise null, and the window opens at its default. */
export function readWindowState(folder: string, screens: readonly Rectangle[]): WindowState | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(join(folder, 'window-state.json'), 'utf8'));
  } catch {
    // No file yet, or a broken one: the position of a window is not worth a message.
    return null;
  }
  const decoded = v.safeParse(stateSchema, parsed);
  if (!decoded.success) return null;
  const state = decoded.output;
  const isVisible = screens.some(
    (screen) =>
      state.x >= screen.x - 8 &&
      state.y >= screen.y - 8 &&
      state.x + state.width <= screen.x + screen.width + 8 &&
      state.y + state.height <= screen.y + screen.height + 8,
  );
  return isVisible ? state : null;
}

/** Remembers where the window is; a failure is not worth keeping the window open for. */
export function writeWindowState(folder: string, window: BrowserWindow): void {
  const state: WindowState = { ...window.getNormalBounds(), maximized: window.isMaximized() };
  writeAtomically(nodeFileSystem, join(folder, 'window-state.json'), new TextEncoder().encode(JSON.stringify(state)));
}
