/** `--unit`, `--name`, `--level` and `--year`: whose report it is, as the caller says it. */
import { fail, ok, type Outcome } from '#core/lib/outcome.ts';
import { problem } from '#core/lib/problem.ts';
import { unitLevels, type UnitLevel } from '#core/form/unit-level.ts';
import type { ReportingUnit } from '#core/filing/filing.ts';
import { levelOfCode } from '#core/form/division-code.ts';
import { requireText, type Arguments, type Command } from './command.ts';

export const unitOptions = {
  unit: { type: 'string' },
  name: { type: 'string' },
  level: { type: 'string' },
  year: { type: 'string' },
} as const;
export const unitUsage = '--unit CODE --name NAME --year Y [--level LEVEL]';

type Named = Pick<Command, 'name' | 'usage'>;

/** The level is that of the code where none is given. @returns usage/missing-argument, usage/bad-value */
export function readUnit(command: Named, args: Arguments): Outcome<ReportingUnit> {
  const code = requireText(command, args, 'unit');
  if (!code.ok) return code;
  const name = requireText(command, args, 'name');
  if (!name.ok) return name;
  if (!/^[0-9A-Za-z-]{1,32}$/u.test(code.value)) return badValue('--unit', code.value, '6/9/12 digits, or 1-32 letters and digits');
  if (!/^\P{C}{1,64}$/u.test(name.value.trim())) return badValue('--name', name.value, '1–64');
  const level = args.text('level');
  if (level !== undefined && !isLevel(level)) return badValue('--level', level, unitLevels.join(' | '));
  return ok({ code: code.value, name: name.value.trim(), creditCode: null, level: level ?? levelOfCode(code.value) });
}

/** @returns usage/missing-argument, usage/bad-value */
export function readYear(command: Named, args: Arguments): Outcome<number> {
  const year = requireText(command, args, 'year');
  if (!year.ok) return year;
  return /^2\d{3}$/u.test(year.value) ? ok(Number(year.value)) : badValue('--year', year.value, '2000–2999');
}

function isLevel(text: string): text is UnitLevel {
  return unitLevels.some((each) => each === text);
}

function badValue(argument: string, value: string, expected: string) {
  return fail(problem('usage/bad-value', { argument, value, expected }));
}
