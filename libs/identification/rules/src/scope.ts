/**
 * What a household is to the campaign before anybody visits it:
 * ordinary, on the poverty register of 2014, applying anew, or kept by the five guarantees (五保), whose support is settled
 * by law and is not assessed.
 */
export const householdCategories = ['ordinary', 'registeredPoor', 'newApplicant', 'fiveGuarantees'] as const;

export type HouseholdCategory = (typeof householdCategories)[number];

export function isHouseholdCategory(text: string): text is HouseholdCategory {
  return (householdCategories as readonly string[]).includes(text);
}

/** Which households are assessed, by the kind of their village. */
export interface ScopeRule {
  inPoorVillages: readonly HouseholdCategory[];
  elsewhere: readonly HouseholdCategory[];
}

/**
 * Guangxi 2015: every household of a poor village; elsewhere those registered poor in 2014 and new applicants; households of
 * the five guarantees nowhere (domain reference, section 0, sources P1 and P2).
 */
export const guangxi2015Scope: ScopeRule = {
  inPoorVillages: ['ordinary', 'registeredPoor', 'newApplicant'],
  elsewhere: ['registeredPoor', 'newApplicant'],
};

/** Whether a household is assessed. */
export function isInScope(
  rule: ScopeRule,
  { category, inPoorVillage }: { category: HouseholdCategory; inPoorVillage: boolean },
): boolean {
  return (inPoorVillage ? rule.inPoorVillages : rule.elsewhere).includes(category);
}
