/** Levels of reporting units; what a row means, and whether it may be filled at all, depends on them. */

export const unitLevels = ['province', 'prefecture', 'county', 'township', 'department'] as const;

export type UnitLevel = (typeof unitLevels)[number];
