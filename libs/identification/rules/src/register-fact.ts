import { codeLists } from './code-list';
import type { FactDefinition, FactValue, Observation } from './fact';

/** A member as the register has him. `name` and `idNumber` are given only where a paper needs them. */
export interface RegisteredMember {
  id: string;
  /** Two-digit code of the relation to the head; 01 is the head. */
  relation: string;
  sex: 'male' | 'female';
  /** `YYYY-MM-DD`. */
  birthDate: string;
  ethnicity: string;
  name?: string;
  idNumber?: string;
}

/** A household as the register has it. Names of places are given only where a paper needs them. */
export interface RegisteredHousehold {
  members: readonly RegisteredMember[];
  village?: string;
  hamlet?: string;
  address?: string;
}

/** A fact that the register already knows and nobody is asked for; `derived` says how it is found. */
export interface RegisterFact extends Omit<FactDefinition, 'step' | 'unasked'> {
  derived: string;
}

/** The register facts. `on` in `derived` is the form's standard date. */
export const registerFacts: readonly RegisterFact[] = [
  {
    ...fact('members', '家庭人口', 'Members', 'number'),
    unit: { zh: '人', en: '' },
    whole: true,
    minimum: 1,
    maximum: 30,
    derived: 'the number of members',
  },
  { ...fact('village', '行政村', 'Village', 'text'), card: 'village', derived: 'the village of the household' },
  { ...fact('hamlet', '自然屯', 'Hamlet', 'text'), card: 'hamlet', derived: 'the hamlet of the household' },
  { ...fact('address', '家庭住址', 'Address', 'text'), card: 'address', derived: 'the address of the household' },
  {
    ...fact('head', '户主', 'Head', 'text'),
    card: 'head',
    sensitive: 'identity',
    derived: 'the name of the member whose relation is 01',
  },
  { ...ofMember('name', '姓名', 'Name', 'text'), card: 'A4', sensitive: 'identity', derived: 'the name' },
  {
    ...ofMember('sex', '性别', 'Sex', 'choice'),
    card: 'A5',
    options: [
      { key: 'male', name: { zh: '男', en: 'male' } },
      { key: 'female', name: { zh: '女', en: 'female' } },
    ],
    derived: 'the sex in the identity number',
  },
  {
    ...ofMember('birth-date', '出生日期', 'Date of birth', 'date'),
    card: 'A6',
    sensitive: 'identity',
    derived: 'the date in the identity number',
  },
  {
    ...ofMember('age', '年龄', 'Age', 'number'),
    unit: { zh: '岁', en: 'years' },
    whole: true,
    minimum: 0,
    maximum: 130,
    sensitive: 'identity',
    derived: 'full years from the date of birth to the standard date of the form',
  },
  {
    ...ofMember('id-number', '身份证号', 'Identity number', 'text'),
    card: 'A7',
    sensitive: 'identity',
    derived: 'the identity number',
  },
  {
    ...ofMember('relation', '与户主关系', 'Relation to the head', 'choice'),
    card: 'A8',
    options: codeLists.relation,
    derived: 'the code of the relation',
  },
  {
    ...ofMember('ethnicity', '民族', 'Ethnicity', 'text'),
    card: 'A9',
    sensitive: 'identity',
    derived: 'the people he is registered with',
  },
];

/** Full years from birth to `on`, both `YYYY-MM-DD`; 0 for a child born later. */
export function ageOn(birthDate: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return Math.max(0, on.slice(5) < birthDate.slice(5) ? years - 1 : years);
}

/** Every register fact that can be told of a household, as if it had been observed on that date. */
export function registerObservations(household: RegisteredHousehold, on: string): Observation[] {
  const { members, village, hamlet, address } = household;
  const head = members.find(({ relation }) => relation === '01')?.name;
  return [
    ...told({ members: members.length, village, hamlet, address, head }),
    ...members.flatMap((member) => {
      const { name, sex, birthDate, idNumber, relation, ethnicity } = member;
      const values = { name, sex, 'birth-date': birthDate, age: ageOn(birthDate, on), 'id-number': idNumber };
      return told({ ...values, relation, ethnicity }, member.id);
    }),
  ];
}

function told(values: Record<string, FactValue | undefined>, member?: string): Observation[] {
  return Object.entries(values).flatMap(([fact, value]) =>
    value === undefined ? [] : [{ fact, ...(member !== undefined && { member }), value }],
  );
}

type Start = Pick<FactDefinition, 'key' | 'name' | 'about' | 'kind' | 'sensitive'>;

function fact(key: string, zh: string, en: string, kind: FactDefinition['kind']): Start {
  return { key, name: { zh, en }, about: 'household', kind, sensitive: 'none' };
}

function ofMember(key: string, zh: string, en: string, kind: FactDefinition['kind']): Start {
  return { ...fact(key, zh, en, kind), about: 'member' };
}
