/** What of this window's edits is not on disk; the main process says when that changes. */
import { bridge, onNotice } from '../bridge.ts';
import { Unsaved } from './unsaved.svelte.ts';

export const unsavedEdits = new Unsaved({
  ask: () => bridge['workspace/saving'](undefined),
  again: () => bridge['workspace/save-again'](undefined),
  now: () => Date.now(),
});
onNotice('workspace/saving', () => void unsavedEdits.look());
