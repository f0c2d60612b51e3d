/** Handlers of `template/…` and `document/…`: documents made of a report. */
import { join } from 'node:path';
import { ok, type Outcome } from '#core/lib/outcome.ts';
import type { Handlers } from '#core/ipc/contract.ts';
import type { SavedFileView } from '#core/ipc/views.ts';
import type { Desk } from '../filings/change-filing.ts';
import { saveDocument, saveInfographic } from '../use-cases/save-document.ts';
import { saveTemplate } from '../use-cases/save-template.ts';
import { deskOf, type HandlerContext } from './context.ts';

type DocumentChannel = Extract<keyof Handlers, `template/${string}` | `document/${string}`>;

export function documentHandlers(context: HandlerContext): Pick<Handlers, DocumentChannel> {
  const { dialogs, print } = context;
  const saveIn = async (save: (desk: Desk, folder: string) => Promise<Outcome<string>>): Promise<Outcome<SavedFileView | null>> => {
    const desk = deskOf(context);
    if (!desk.ok) return desk;
    const folder = await dialogs.chooseFolder();
    if (folder === null) return ok(null);
    const saved = await save(desk.value, folder);
    if (!saved.ok) return saved;
    dialogs.showInFolder(join(folder, saved.value));
    return ok({ fileName: saved.value });
  };
  return {
    'template/save': ({ id }) => saveIn((desk, folder) => saveTemplate(desk, id, folder)),
    'document/save': (order) => saveIn((desk, folder) => saveDocument(desk, { ...order, folder, print })),
    'document/save-infographic': (order) => saveIn((desk, folder) => saveInfographic(desk, { ...order, folder, print })),
  };
}
