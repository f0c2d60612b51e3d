/** Handlers of `intake/…`: a preview is shown and held until the user has chosen from it, or looks at another. */
import { fail, ok } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { Handlers } from '#core/ipc/contract.ts';
import { viewFiling } from '../filings/view-filing.ts';
import { applyHeld, previewFile, previewLastYear, type HeldIntake } from '../use-cases/intake-preview.ts';
import { deskOf, type HandlerContext } from './context.ts';

type IntakeChannel = Extract<keyof Handlers, `intake/${string}`>;

export function intakeHandlers(context: HandlerContext): Pick<Handlers, IntakeChannel> {
  let held: HeldIntake | null = null;
  return {
    'intake/preview': async ({ id, from }) => {
      held = null;
      const path = from === 'file' ? await context.dialogs.chooseReport() : '';
      if (path === null) return ok(null);
      const desk = deskOf(context);
      if (!desk.ok) return desk;
      const found = from === 'file' ? await previewFile(desk.value, id, path) : await previewLastYear(desk.value, id);
      if (!found.ok) return found;
      held = found.value;
      return ok(found.value.previewed);
    },
    'intake/apply': async ({ id, tables, sections }) => {
      const desk = deskOf(context);
      if (!desk.ok) return desk;
      const chosen = held;
      if (chosen?.id !== id) return fail(problem('intake/preview-outdated', { fileName: '—' }));
      if (context.backups.ok) await context.backups.value.make('before-intake');
      const applied = await applyHeld(desk.value, chosen, { tables, sections });
      if (!applied.ok) return applied;
      held = null;
      return viewFiling(desk.value, id);
    },
  };
}
