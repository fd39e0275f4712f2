import type { Group } from './areas';
import { householdNumbers } from './household';
import { random } from './random';

/** Whether its group's first meeting sends a household back. */
export function isDoubtedByGroup(seed: string, household: string): boolean {
  return random(seed, 'doubted by the group', household).chance(0.03);
}

/** Whether its village's first meeting does. */
export function isDoubtedByVillage(seed: string, household: string): boolean {
  return random(seed, 'doubted by the village', household).chance(0.006);
}

/** Whether too few come to the first meeting of a group or village. */
export function isPoorlyAttended(seed: string, areaCode: string): boolean {
  return random(seed, 'poorly attended', areaCode).chance(0.12);
}

/** Those a group's first meeting sends back. On the only household of a group nobody else can vote: it is referred to the village. */
export function returnedByGroup(group: Group, seed: string): string[] {
  const numbers = householdNumbers(group);
  return numbers.length === 1 ? [] : numbers.filter((number) => isDoubtedByGroup(seed, number));
}
