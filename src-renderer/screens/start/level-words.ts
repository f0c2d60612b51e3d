/** Levels of units in the words of the screens. */
import type { Bilingual } from '#core/lib/bilingual.ts';
import type { UnitLevel } from '#core/form/unit-level.ts';
import { startWords } from '#core/text/screens/start.ts';

export const levelWords: Readonly<Record<UnitLevel, Bilingual>> = {
  province: startWords.levelProvince,
  prefecture: startWords.levelPrefecture,
  county: startWords.levelCounty,
  township: startWords.levelTownship,
  department: startWords.levelDepartment,
};
