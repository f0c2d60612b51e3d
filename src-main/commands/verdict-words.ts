/** Verdicts in words, as all commands print them. */
import type { Bilingual } from '#core/lib/bilingual.ts';
import type { Verdict } from '#core/bundle/verdict.ts';
import { commandWords } from '#core/text/commands.ts';

export const verdictWords: Readonly<Record<Verdict, Bilingual>> = {
  valid: commandWords.verdictValid,
  untrusted: commandWords.verdictUntrusted,
  invalid: commandWords.verdictInvalid,
};
