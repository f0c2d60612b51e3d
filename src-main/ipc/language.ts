/** The language of the screens, kept with the workspace; Chinese until somebody chooses English. */
import type { Language } from '#core/lib/bilingual.ts';
import type { Workspace } from '../store/workspace.ts';

export const languageSetting = 'language';

export function languageOf(workspace: Workspace): Language {
  return workspace.readSetting(languageSetting) === 'en' ? 'en' : 'zh';
}
