/** Handlers of `template/…` and `document/…`: documents made of a report. */
import { join } from 'node:path';
import { ok } from '#core/lib/outcome.ts';
import type { Handlers } from '#core/ipc/contract.ts';
import { saveDocument } from '../use-cases/save-document.ts';
import { saveTemplate } from '../use-cases/save-template.ts';
import { deskOf, type HandlerContext } from './context.ts';

type DocumentChannel = Extract<keyof Handlers, `template/${string}` | `document/${string}`>;

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
    'document/save': async ({ id, format, isPaper }) => {
      const desk = deskOf(context);
      if (!desk.ok) return desk;
      const folder = await dialogs.chooseFolder();
      if (folder === null) return ok(null);
      const saved = await saveDocument(desk.value, { id, format, isPaper, folder, print: context.print });
      if (!saved.ok) return saved;
      dialogs.showInFolder(join(folder, saved.value));
      return ok({ fileName: saved.value });
    },
  };
}
