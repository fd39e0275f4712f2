/**
 * Which relatives may not vote on each other's households. No source names a rule for 2015 (domain reference 4.3), so the
 * relations are data.
 */
export interface RecusalRule {
  relations: string[];
}

/** Two persons the register knows to be related; reads both ways. */
export interface Kinship {
  personId: string;
  relativeId: string;
  relation: string;
}

/** A person who may not vote on a household, and why. His own household needs no record: there he never may. */
export interface Recusal {
  personId: string;
  householdId: string;
  ground: 'declared' | 'register';
  relation: string;
}

/**
 * The recusals that follow from the register. `households` tells the household of each person it knows; kin in one
 * household, and persons it does not know, give none. Each person and household appears once, with the first relation
 * found, in the order of the kinships.
 */
export function recusalsInRegister(
  rule: RecusalRule,
  households: ReadonlyMap<string, string>,
  kinships: readonly Kinship[],
): Recusal[] {
  const found = new Map<string, Recusal>();
  for (const { personId, relativeId, relation } of kinships.filter((kin) => rule.relations.includes(kin.relation))) {
    for (const [one, other] of [
      [personId, relativeId],
      [relativeId, personId],
    ] as const) {
      const householdId = households.get(other);
      const key = JSON.stringify([one, householdId]);
      if (householdId === undefined || households.get(one) === householdId || found.has(key)) continue;
      found.set(key, { personId: one, householdId, ground: 'register', relation });
    }
  }
  return [...found.values()];
}
