/**
 * Area codes are hierarchical by prefix: county 6 digits, township 9, village 12, villager group 15.
 * Never key an area by name: two villages of the reference county share one.
 */
export type AreaLevel = 'county' | 'township' | 'village' | 'group';

const lengths: Record<AreaLevel, number> = { county: 6, township: 9, village: 12, group: 15 };

export function isAreaCode(code: string): boolean {
  return /^\d+$/.test(code) && Object.values(lengths).includes(code.length);
}

/** The level of a code, or undefined when it is not an area code. */
export function levelOf(code: string): AreaLevel | undefined {
  if (!isAreaCode(code)) return undefined;
  return (Object.keys(lengths) as AreaLevel[]).find((level) => lengths[level] === code.length);
}

/** The area of `level` that contains `code` (or `code` itself); the code must be at that level or below it. */
export function areaAt(code: string, level: AreaLevel): string {
  if (code.length < lengths[level]) throw new RangeError(`area ${code} is above the level ${level}`);
  return code.slice(0, lengths[level]);
}

/** Whether `code` lies in (or is) one of `areas`. No areas: nothing is covered. */
export function covers(areas: readonly string[], code: string): boolean {
  return areas.some((area) => area !== '' && code.startsWith(area));
}
