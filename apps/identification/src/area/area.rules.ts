import { InvalidInput, levelOf, NotFound } from '@jingzhun/kernel';
import { CodeTaken, VillageUnderReview } from './area.errors';

export interface MergerAsked {
  villages: readonly string[];
  code: string;
  name: string;
  kind: string;
  poor: boolean;
  document: string;
}

/** An area as far as a merger concerns it. */
export interface KnownArea {
  code: string;
  name: string;
}

/** What is known when a merger is decided. */
export interface MergerGround {
  /** Those of the villages asked for that are there now. */
  villages: readonly KnownArea[];
  /** Their groups, in the order of their codes. */
  groups: readonly KnownArea[];
  /** Whether the township of the new code is there. */
  townshipKnown: boolean;
  /** Whether any area has or had the new code. */
  codeKnown: boolean;
  /** Areas of the villages with a sitting that is not closed. */
  underReview: readonly string[];
}

/** An old group and the new one that stands for it. */
export interface GroupSuccession {
  code: string;
  successor: KnownArea;
}

const longestName = 50;

/**
 * The new groups of a merger, in the order of the old codes. The old village stands before the name, because every village has
 * a group of the same name.
 * @throws InvalidInput, NotFound, CodeTaken, VillageUnderReview
 */
export function mergedGroups(asked: MergerAsked, ground: MergerGround): GroupSuccession[] {
  assertAsked(asked);
  for (const code of asked.villages)
    if (!ground.villages.some((village) => village.code === code))
      throw new NotFound(`There is no village ${code} now.`, 'villages');
  if (!ground.townshipKnown)
    throw new NotFound('There is no township with the first nine digits of this code.', 'code');
  if (ground.codeKnown) throw new CodeTaken(`The code ${asked.code} was given already.`, 'code');
  const [underReview] = ground.underReview;
  if (underReview) throw new VillageUnderReview(`A sitting or publicity of ${underReview} is not over.`, 'villages');
  return ground.groups.map((group, index) => ({
    code: group.code,
    successor: {
      code: asked.code + String(index + 1).padStart(3, '0'),
      name: villageOf(group, ground.villages).name + group.name,
    },
  }));
}

function assertAsked({ villages, code, name, kind, document }: MergerAsked): void {
  if (new Set(villages).size < 2) throw new InvalidInput('Name two villages or more.', 'villages');
  if (new Set(villages).size < villages.length) throw new InvalidInput('A village is named twice.', 'villages');
  for (const village of [...villages, code])
    if (levelOf(village) !== 'village')
      throw new InvalidInput(`${village} is not the code of a village.`, village === code ? 'code' : 'villages');
  const texts = { name, kind, document };
  for (const [field, text] of Object.entries(texts))
    if (!text.trim()) throw new InvalidInput(`The ${field} is missing.`, field);
  if (name.trim().length > longestName) throw new InvalidInput(`A name has at most ${longestName} characters.`, 'name');
}

function villageOf(group: KnownArea, villages: readonly KnownArea[]): KnownArea {
  const village = villages.find(({ code }) => group.code.startsWith(code));
  if (!village) throw new RangeError(`group ${group.code} lies in none of the villages`);
  return village;
}
