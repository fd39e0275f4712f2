import type { FactValue, Observation } from '../fact';
import type { RegisteredMember } from '../register-fact';

/** A couple, his mother and a daughter of nine: four persons in an unfinished brick-concrete house of 61 m². */
export const plainMembers: RegisteredMember[] = [
  { id: 'head', relation: '01', sex: 'male', birthDate: '1975-03-02', ethnicity: '仫佬族' },
  { id: 'wife', relation: '02', sex: 'female', birthDate: '1978-11-20', ethnicity: '壮族' },
  { id: 'mother', relation: '12', sex: 'female', birthDate: '1944-01-09', ethnicity: '仫佬族' },
  { id: 'daughter', relation: '04', sex: 'female', birthDate: '2006-06-01', ethnicity: '仫佬族' },
];

const household: Record<string, FactValue> = {
  'house-structure': 'brick-concrete',
  'house-grade': 'B',
  'house-finish': 'bare',
  storeys: 1,
  'floor-area': 61,
  appliances: ['television', 'washing-machine'],
  'farm-machines': ['tiller'],
  motorcycles: 1,
  vehicles: [],
  'vehicle-worth': 4000,
  'water-source': 'spring',
  'water-short': 0,
  'water-carrying': 5,
  power: 'steady',
  road: 'gravel',
  paddy: 1.2,
  'dry-land': 2,
  forest: 4,
  orchard: 0,
  'cash-crops': 3.5,
  'crop-sales': 'little',
  cooperative: 'no',
  pigs: 2,
  'cattle-and-goats': 0,
  fowl: 15,
  'town-property': [],
  businesses: [],
  'years-away': 0,
  debt: 20_000,
};

const members: Record<string, Record<string, FactValue>> = {
  head: { health: 'healthy', labour: 'ordinary', 'months-away': 7, employment: 'odd-jobs' },
  wife: { health: 'healthy', labour: 'ordinary', 'months-away': 0, employment: 'none' },
  mother: { health: 'chronic', labour: 'lost', 'months-away': 0, employment: 'none' },
  daughter: { health: 'healthy', 'school-stage': 'primary' },
};

/** What was observed of them: everything that the form of 2015 asks, each fact once. */
export const plainObservations: Observation[] = [
  ...Object.entries(household).map(([fact, value]) => ({ fact, value })),
  ...Object.entries(members).flatMap(([member, facts]) =>
    Object.entries(facts).map(([fact, value]) => ({ fact, member, value })),
  ),
];

/** The same household, where some of the household's facts were found otherwise; undefined: not observed. */
export function observedWith(changes: Record<string, FactValue | undefined>): Observation[] {
  return Object.entries({ ...household, ...changes })
    .flatMap(([fact, value]) => (value === undefined ? [] : [{ fact, value }]))
    .concat(plainObservations.filter(({ member }) => member !== undefined));
}

/** The same household, where something was found otherwise of a member; undefined: not observed. */
export function observedOf(member: string, fact: string, value: FactValue | undefined): Observation[] {
  const others = plainObservations.filter((each) => each.member !== member || each.fact !== fact);
  return value === undefined ? others : [...others, { fact, member, value }];
}
