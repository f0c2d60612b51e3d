/** Handlers of `template/…`: documents made of a report. */
import { join } from 'node:path';
import { ok } from '#core/lib/outcome.ts';
import type { Handlers } from '#core/ipc/contract.ts';
import { saveTemplate } from '../use-cases/save-template.ts';
import { deskOf, type HandlerContext } from './context.ts';

type DocumentChannel = Extract<keyof Handlers, `template/${string}`>;

export function documentHandlers(context: HandlerContext): Pick<Handlers, DocumentChannel> {
  const { dialogs } = context;
  return {
    'template/save': async ({ id }) => {
      const desk = deskOf(context);
      if (!desk.ok) return desk;
      const folder = await dialogs.chooseFolder();
      if (folder === null) return ok(null);
      const saved = await saveTemplate(desk.value, id, folder);
      if (!saved.ok) return saved;
      dialogs.showInFolder(join(folder, saved.value));
      return ok({ fileName: saved.value });
    },
  };
}
