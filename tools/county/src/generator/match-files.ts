import type { Areas } from './areas';
import { csvLine } from './csv';
import { householdNumbers, makeHousehold, type Household } from './household';
import { leadSources, storyOf, type LeadSource } from './household-story';
import { IdNumbers } from './identity';
import { random } from './random';

const subjects: Record<LeadSource, readonly string[]> = {
  vehicles: ['小型轿车', '面包车', '轻型货车'],
  property: ['城区商品房', '城区商铺', '城区宅基地'],
  companies: ['个体工商户登记', '有限责任公司股东'],
  payroll: ['财政供养在编人员', '财政供养退休人员'],
};

/**
 * The files that other departments hand in: each record of a story, by identity number or by name and group, and one more of somebody
 * whom nobody in the county is.
 */
export function matchFilesOf(areas: Areas, seed: string): Map<LeadSource, string[]> {
  const records = new Map(leadSources.map((source) => [source, [] as string[]]));
  const idNumbers = new IdNumbers(areas.code);
  for (const village of areas.townships.flatMap((township) => township.villages)) {
    for (const group of village.groups) {
      const households = householdNumbers(group).map((number, index) =>
        makeHousehold({ village, group, number, index }, seed, idNumbers),
      );
      for (const household of households) {
        const { lead } = storyOf(seed, household.number);
        if (lead) records.get(lead.source)!.push(recordOf(household, households, lead.source, seed));
      }
    }
  }
  return new Map([...records].map(([source, known]) => [source, fileOf(source, known, strangers(known.length))]));

  function strangers(count: number): string[] {
    return Array.from({ length: count }, (_, place) => {
      const chance = random(seed, 'stranger', place);
      const idNumber = idNumbers.draw('1975-05-05', 'male', chance);
      return csvLine('record', `S${place + 1}`, idNumber, '', '', '外县登记', '');
    });
  }
}

function recordOf(
  { number, groupCode, members }: Household,
  neighbours: Household[],
  source: LeadSource,
  seed: string,
) {
  const chance = random(seed, 'record', number);
  const [head] = members;
  if (!head) throw new Error(`household ${number} has nobody`);
  const namesakes = neighbours.flatMap((household) => household.members).filter(({ name }) => name === head.name);
  // A name says who it is only where nobody near bears it too.
  const byName = namesakes.length === 1 && chance.chance(0.25);
  const acquiredOn = `20${chance.between(10, 15)}-0${chance.between(1, 9)}-15`;
  const who = byName ? ['', head.name, groupCode] : [head.idNumber, '', ''];
  return csvLine('record', `R${number}`, ...who, chance.pick(subjects[source]), acquiredOn);
}

function fileOf(source: LeadSource, known: string[], strangers: string[]): string[] {
  const records = [...known, ...strangers];
  return [csvLine('match', 1, source), ...records, csvLine('end', records.length)];
}
