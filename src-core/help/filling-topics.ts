/** The filling instructions as topics of the help, one a table: what each row counts, from the edition itself. */
import type { Language } from '../lib/bilingual.ts';
import type { FormEdition } from '../form/edition.ts';
import type { HelpBlock, HelpTopic } from './help.ts';

/** Every row with its guidance and the article it stands on. */
export function fillingTopics({ id, tables }: FormEdition, language: Language): readonly HelpTopic[] {
  return tables.map((table) => ({
    id: `${id}-${table.id}`,
    title: `${id} · ${table.number} ${language === 'zh' ? table.short : table.en}`,
    blocks: table.rows.flatMap(({ short, en, guidance }): HelpBlock[] => {
      if (guidance === undefined) return [];
      const basis = guidance.basis === undefined ? '' : language === 'zh' ? `（${guidance.basis}）` : ` (${guidance.basis})`;
      return [
        { kind: 'heading', text: language === 'zh' ? short : `${en} · ${short}` },
        { kind: 'paragraph', spans: [{ kind: 'text', text: guidance[language] + basis }] },
      ];
    }),
  }));
}
