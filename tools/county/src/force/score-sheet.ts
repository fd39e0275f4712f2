import type { Random } from '../generator/random';

export type FactValue = number | string | string[];

/** A fact as the form asks it, shown by the gateway. */
export interface FactDefinition {
  key: string;
  about: 'household' | 'member';
  kind: 'number' | 'choice' | 'flags' | 'text' | 'date';
  whole: boolean;
  options: { key: string }[];
  minimum: number | null;
  maximum: number | null;
  unasked: { belowAge: number | null; fromAge: number | null } | null;
}

/** The form as the gateway shows it. */
export interface Form {
  version: string;
  /** The date on which ages count, `YYYY-MM-DD`. */
  standardDate: string;
  facts: FactDefinition[];
}

export interface Fact {
  fact: string;
  memberId?: string;
  value: FactValue;
}

interface Member {
  id: string;
  birthDate: string;
}

/** What a household has that a veto is about, by the keys of the rules and of the form's facts. */
const vetoedBy: Record<string, (members: number) => Record<string, FactValue>> = {
  V1: (members) => ({
    'house-structure': 'brick-concrete',
    'house-finish': 'finished',
    storeys: 2,
    'floor-area': 60 * members,
  }),
  V2: () => ({ 'town-property': ['dwelling'] }),
  V3: () => ({ businesses: ['shop'] }),
  V4: () => ({ vehicles: ['car'], 'vehicle-worth': 52_000 }),
  V5: () => ({ employment: 'public-post' }),
  V6: () => ({ 'years-away': 4 }),
};

/** What most households are like: nothing that a veto is about. Facts that a form does not ask are passed over. */
function ordinary(members: number, chance: Random): Record<string, FactValue> {
  return {
    'floor-area': chance.between(8, 45) * members,
    'town-property': [],
    businesses: chance.chance(0.05) ? ['stall'] : [],
    'vehicle-worth': chance.between(0, 29) * 1000,
    'years-away': chance.between(0, 2),
    employment: chance.pick(['none', 'odd-jobs', 'steady']),
  };
}

/** Everything that the form asks of a household, drawn from chance; with what the vetoes against it are about. */
export function drawFacts(form: Form, members: readonly Member[], rules: readonly string[], chance: Random): Fact[] {
  const known = ordinary(members.length, chance);
  for (const rule of rules) Object.assign(known, vetoedBy[rule]?.(members.length));
  return form.facts.flatMap((definition) => {
    const { key } = definition;
    const draw = () => known[key] ?? drawValue(definition, chance);
    if (definition.about === 'household') return [{ fact: key, value: draw() }];
    return members
      .filter((member) => isAsked(definition, ageOn(member.birthDate, form.standardDate)))
      .map(({ id }) => ({ fact: key, memberId: id, value: draw() }));
  });
}

/** Another value of a number, as it is found when somebody looks again. */
export function foundOtherwise({ value, ...place }: Fact, { minimum, maximum }: FactDefinition): Fact {
  const number = Number(value);
  return { ...place, value: number < (maximum ?? Infinity) ? number + 1 : (minimum ?? 0) };
}

/** A debt that is worth other points, whatever the form's steps are. */
export function otherDebt({ value, ...place }: Fact): Fact {
  return { ...place, value: Number(value) > 0 ? 0 : 1_000_000 };
}

function drawValue({ kind, whole, options, minimum, maximum }: FactDefinition, chance: Random): FactValue {
  const keys = options.map(({ key }) => key);
  switch (kind) {
    case 'number': {
      const least = minimum ?? 0;
      // Most numbers are small, where the steps of forms are; a few are large.
      const reach = Math.min(
        (maximum ?? Infinity) - least,
        chance.weighted([
          [3, 5],
          [12, 3],
          [60_000, 1],
        ] as const),
      );
      const drawn = least + chance.between(0, Math.floor(reach));
      return whole || drawn === maximum ? drawn : (drawn * 10 + chance.between(0, 9)) / 10;
    }
    case 'choice':
      return chance.pick(keys);
    case 'flags':
      return keys.filter(() => chance.chance(0.25)).slice(0, maximum ?? keys.length);
    case 'text':
      return '无';
    case 'date':
      return '2015-10-16';
  }
}

function isAsked({ unasked }: FactDefinition, age: number): boolean {
  return !unasked || (age >= (unasked.belowAge ?? 0) && age < (unasked.fromAge ?? Infinity));
}

/** Full years from birth to `on`, both `YYYY-MM-DD`; 0 for a child born later. */
function ageOn(birthDate: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return Math.max(0, on.slice(5) < birthDate.slice(5) ? years - 1 : years);
}
