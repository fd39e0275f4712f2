import fc from 'fast-check';
import type { FactDefinition, FactValue, Observation } from '../fact';
import { valueByAge } from '../reading';
import { ageOn, type RegisteredMember } from '../register-fact';

/** A household with everything that can be observed of it. */
export interface AnyHousehold {
  members: RegisteredMember[];
  observations: Observation[];
}

/** The date on which ages count in these households. */
export const standardDate = '2015-10-16';

const dayInLife = 86_400_000;
const birthDates = fc.integer({ min: 0, max: 95 * 365 }).map((days) => {
  return new Date(Date.parse(`${standardDate}T00:00:00Z`) - days * dayInLife).toISOString().slice(0, 10);
});

const anyMembers: fc.Arbitrary<RegisteredMember[]> = fc
  .array(
    fc.record({
      birthDate: birthDates,
      sex: fc.constantFrom('male' as const, 'female' as const),
      ethnicity: fc.constantFrom('仫佬族', '壮族', '汉族'),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((people) =>
    people.map((person, place) => ({ ...person, id: `m${place + 1}`, relation: place === 0 ? '01' : '99' })),
  );

/** A value that the definition allows; numbers are mostly small, where the cuts of forms are. */
export function anyValue({
  kind,
  options = [],
  minimum = 0,
  maximum = 10,
  whole,
}: FactDefinition): fc.Arbitrary<FactValue> {
  const keys = options.map(({ key }) => key);
  switch (kind) {
    case 'number': {
      const scale = whole ? 1 : 1000;
      const upTo = (most: number) =>
        fc.integer({ min: minimum * scale, max: Math.min(maximum, most) * scale }).map((value) => value / scale);
      return fc.oneof(fc.constant(minimum), upTo(minimum + 4), upTo(minimum + 30), upTo(minimum + 300), upTo(maximum));
    }
    case 'choice':
      return fc.constantFrom(...keys);
    case 'flags':
      return fc.subarray(keys, { maxLength: Math.min(keys.length, maximum) });
    case 'text':
      return fc.constantFrom('甘蔗', 'rice', '水虎小学');
    case 'date':
      return birthDates;
  }
}

/** Any household of which every fact was observed, of the members who are asked. */
export function anyHousehold(definitions: readonly FactDefinition[]): fc.Arbitrary<AnyHousehold> {
  return anyMembers.chain((members) => {
    const places = definitions.flatMap((definition) =>
      subjectsOf(definition, members).map((subject) => ({ definition, subject })),
    );
    return fc.tuple(...places.map(({ definition }) => anyValue(definition))).map((values) => ({
      members,
      observations: places.map(({ definition, subject }, place) => ({
        fact: definition.key,
        ...subject,
        value: values[place] ?? 0,
      })),
    }));
  });
}

function subjectsOf(definition: FactDefinition, members: readonly RegisteredMember[]): { member?: string }[] {
  if (definition.about === 'household') return [{}];
  return members
    .filter(({ birthDate }) => valueByAge([definition], definition.key, ageOn(birthDate, standardDate)) === undefined)
    .map(({ id }) => ({ member: id }));
}
