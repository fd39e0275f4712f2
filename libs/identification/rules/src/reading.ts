import type { Reading } from './condition';
import type { FactDefinition, FactValue, Observation } from './fact';
import { ageOn, registerObservations, type RegisteredHousehold } from './register-fact';

/**
 * What is known of a household on a date: what was observed, what the register knows, and what goes without asking by a
 * member's age. An observation goes before what would have gone without asking.
 */
export function readingOf(
  definitions: readonly FactDefinition[],
  household: RegisteredHousehold,
  observations: readonly Observation[],
  on: string,
): Reading {
  const known = new Map<string, FactValue>();
  for (const { fact, member, value } of [...observations, ...registerObservations(household, on)])
    known.set(placeOf(fact, member), value);
  const unasked = definitions.filter((definition) => definition.unasked);

  const members = household.members.map(({ id, birthDate }) => {
    const age = ageOn(birthDate, on);
    return {
      member: id,
      members: [],
      valueOf: (fact: string) => known.get(placeOf(fact, id)) ?? valueByAge(unasked, fact, age),
    };
  });
  return { members, valueOf: (fact) => known.get(placeOf(fact, undefined)) };
}

/** The value that a fact has at that age without being asked, if it has one. */
export function valueByAge(definitions: readonly FactDefinition[], fact: string, age: number): FactValue | undefined {
  const unasked = definitions.find(({ key }) => key === fact)?.unasked;
  if (!unasked) return undefined;
  return age < (unasked.belowAge ?? 0) || age >= (unasked.fromAge ?? Infinity) ? unasked.value : undefined;
}

function placeOf(fact: string, member: string | undefined): string {
  return member === undefined ? fact : `${fact} of ${member}`;
}
