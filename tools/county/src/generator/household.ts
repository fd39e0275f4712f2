import type { HouseholdCategory } from '@jingzhun/identification-rules';
import type { Group, Village } from './areas';
import { drawBirthDate, type IdNumbers } from './identity';
import { drawGivenName, drawPeople, drawSurname, type People, type Sex } from './names';
import { random, type Random } from './random';

export interface Member {
  name: string;
  /** Two digits of the relation list (reference/domain.md 9.4); 01 is the head. */
  relation: string;
  sex: Sex;
  birthDate: string;
  idNumber: string;
  people: People;
}

export interface Household {
  /** Group code and four digits. */
  number: string;
  groupCode: string;
  hamletCode: string;
  address: string;
  category: HouseholdCategory;
  members: Member[];
}

/**
 * Who is assessed and why, by the kind of village. Guesses, chosen so that about 25,500 households of the whole county are on the
 * register of 2014: 100,200 persons are reported (reference/domain.md section 0). No household of the five guarantees is drawn,
 * because a county file holds only those that are assessed.
 */
const categories = {
  poorVillage: [
    ['ordinary', 65],
    ['registeredPoor', 30],
    ['newApplicant', 5],
  ],
  elsewhere: [
    ['registeredPoor', 70],
    ['newApplicant', 30],
  ],
} as const satisfies Record<string, readonly (readonly [HouseholdCategory, number])[]>;

/** Persons per household, mean 3.89 (comparable counties: 3.5 to 4.6). */
const sizes = [
  [1, 6],
  [2, 14],
  [3, 20],
  [4, 27],
  [5, 18],
  [6, 10],
  [7, 3],
  [8, 2],
] as const;

const relation = {
  head: '01',
  spouse: '02',
  son: '03',
  daughter: '04',
  sonsWife: '05',
  grandson: '07',
  granddaughter: '08',
};
const parentRelation = { father: '11', mother: '12' };

/** How many persons live in a household: its first draw, so the county can be counted without making anybody up. */
export function householdSize(seed: string, number: string): number {
  return drawSize(random(seed, 'household', number));
}

function drawSize(chance: Random): number {
  return chance.weighted(sizes);
}

export function householdNumbers(group: Group): string[] {
  return Array.from({ length: group.households }, (_, index) => group.code + String(index + 1).padStart(4, '0'));
}

export function makeHousehold(
  place: { village: Village; group: Group; number: string; index: number },
  seed: string,
  idNumbers: IdNumbers,
): Household {
  const { village, group, number, index } = place;
  const chance = random(seed, 'household', number);
  const size = drawSize(chance);
  const hamlet = group.hamlets[index % group.hamlets.length];
  if (!hamlet) throw new Error(`group ${group.code} has no hamlet`);
  const people = drawPeople(village.code, chance);
  const surname = drawSurname(people, chance);
  const members = drawRelatives(size, chance).map(({ ownName, ...person }): Member => {
    // Those who married in bring their own people and surname.
    const own = ownName ? drawPeople(village.code, chance) : people;
    const birthDate = drawBirthDate(person.age, chance);
    return {
      name: (ownName ? drawSurname(own, chance) : surname) + drawGivenName(person.sex, chance),
      relation: person.relation,
      sex: person.sex,
      birthDate,
      idNumber: idNumbers.draw(birthDate, person.sex, chance),
      people: own,
    };
  });
  return {
    number,
    groupCode: group.code,
    hamletCode: hamlet.code,
    address: `${village.name}${hamlet.name}${index + 1}号`,
    // A source of its own, so that everything else is drawn as it was before there were categories.
    category: random(seed, 'category', number).weighted<HouseholdCategory>(
      village.poor ? categories.poorVillage : categories.elsewhere,
    ),
    members,
  };
}

interface Relative {
  relation: string;
  sex: Sex;
  age: number;
  ownName?: boolean;
}

/** Who lives together: a young couple with children and perhaps its parents, or an old couple with a grown son's family. */
function drawRelatives(size: number, chance: Random): Relative[] {
  const family = size >= 4 && chance.chance(0.4) ? grownFamily(chance) : youngFamily(size, chance);
  return family.slice(0, size);
}

function youngFamily(size: number, chance: Random): Relative[] {
  const age = size === 1 ? chance.between(30, 84) : chance.between(28, 52);
  const single = size <= 3 && chance.chance(0.3);
  const sex: Sex = chance.chance(0.85) ? 'male' : 'female';
  const head: Relative = { relation: relation.head, sex, age };
  const spouse: Relative = {
    relation: relation.spouse,
    sex: sex === 'male' ? 'female' : 'male',
    age: Math.max(22, age + chance.between(-5, 3)),
    ownName: true,
  };
  const parents: Relative[] = [
    { relation: parentRelation.mother, sex: 'female', age: Math.min(94, age + chance.between(20, 30)), ownName: true },
    { relation: parentRelation.father, sex: 'male', age: Math.min(95, age + chance.between(21, 34)) },
  ];
  const eldest = Math.min(25, age - 20);
  const children = [0, 1, 2, 3].map((order) => child(Math.max(0, eldest - order * 2 - chance.between(0, 2)), chance));
  const couple = single ? [head] : [head, spouse];
  return chance.chance(0.6)
    ? [...couple, ...children.slice(0, 2), ...parents, ...children.slice(2)]
    : [...couple, ...parents.slice(0, 1), ...children.slice(0, 3), ...parents.slice(1), ...children.slice(3)];
}

function grownFamily(chance: Random): Relative[] {
  const age = chance.between(52, 70);
  const sonsAge = age - chance.between(22, 28);
  const grandchild = (order: number): Relative => {
    const boy = chance.chance(0.5);
    return {
      relation: boy ? relation.grandson : relation.granddaughter,
      sex: boy ? 'male' : 'female',
      age: Math.max(0, sonsAge - 22 - order * 2),
    };
  };
  return [
    { relation: relation.head, sex: 'male', age },
    { relation: relation.spouse, sex: 'female', age: age + chance.between(-5, 2), ownName: true },
    { relation: relation.son, sex: 'male', age: sonsAge },
    { relation: relation.sonsWife, sex: 'female', age: Math.max(20, sonsAge + chance.between(-4, 2)), ownName: true },
    grandchild(0),
    grandchild(1),
    child(Math.max(18, sonsAge - 3), chance),
    { relation: parentRelation.mother, sex: 'female', age: Math.min(95, age + chance.between(20, 25)), ownName: true },
  ];
}

function child(age: number, chance: Random): Relative {
  const boy = chance.chance(0.52);
  return { relation: boy ? relation.son : relation.daughter, sex: boy ? 'male' : 'female', age };
}
