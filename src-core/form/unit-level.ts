/** Levels of reporting units; what a row means, and whether it may be filled at all, depends on them. */

export const unitLevels = ['province', 'prefecture', 'county', 'township', 'department'] as const;

export type UnitLevel = (typeof unitLevels)[number];

/** As lists of figures call them. */
export const levelNames: Readonly<Record<UnitLevel, string>> = {
  province: '省级',
  prefecture: '地市级',
  county: '县级',
  township: '乡级',
  department: '部门',
};
