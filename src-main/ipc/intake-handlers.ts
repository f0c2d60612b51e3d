/** Handlers of `intake/…`: a preview is shown and held until the user has chosen from it, or looks at another. */
import { fail, ok } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import type { Handlers } from '#core/ipc/contract.ts';
import { viewFiling } from '../filings/view-filing.ts';
import { applyHeld, previewFile, previewLastYear, type HeldIntake, type IntakeTarget } from '../use-cases/intake-preview.ts';
import { deskOf, type HandlerContext } from './context.ts';

type IntakeChannel = Extract<keyof Handlers, `intake/${string}`>;

export function intakeHandlers(context: HandlerContext): Pick<Handlers, IntakeChannel> {
  let held: HeldIntake | null = null;
  return {
    'intake/preview': async (input) => {
      held = null;
      const isFile = !('from' in input) || input.from === 'file';
      const path = isFile ? await context.dialogs.chooseReport() : '';
      if (path === null) return ok(null);
      const desk = deskOf(context);
      if (!desk.ok) return desk;
      const target: IntakeTarget = 'id' in input ? { kind: 'stored', id: input.id } : { kind: 'new', ...input };
      const found =
        target.kind === 'stored' && !isFile ? await previewLastYear(desk.value, target.id) : await previewFile(desk.value, target, path);
      if (!found.ok) return found;
      held = found.value;
      return ok({ ...held.previewed, editionId: held.filing.edition.id });
    },
    'intake/apply': async ({ id, tables, sections }) => {
      const desk = deskOf(context);
      if (!desk.ok) return desk;
      const chosen = held;
      if (chosen === null || idOf(chosen) !== id) return fail(problem('intake/preview-outdated', { fileName: '—' }));
      if (context.backups.ok) await context.backups.value.make('before-intake');
      const applied = await applyHeld(desk.value, chosen, { tables, sections });
      if (!applied.ok) return applied;
      held = null;
      return viewFiling(desk.value, applied.value);
    },
  };
}

/** Null of what will be a new filing. */
function idOf({ target }: HeldIntake): string | null {
  return target.kind === 'stored' ? target.id : null;
}
