import type { Village } from './areas';
import { householdNumbers } from './household';
import { returnedFromVillage } from './meeting-figures';
import { returnedByGroup } from './meeting-plan';
import { objectionsIn } from './objections';
import { random } from './random';

/** The departments whose files name members, and the rule each speaks for. */
export const ruleOfSource = { vehicles: 'V4', property: 'V2', companies: 'V3', payroll: 'V5' } as const;
export type LeadSource = keyof typeof ruleOfSource;
export const leadSources = Object.keys(ruleOfSource) as LeadSource[];

/** What happens to a household on its way to the entry; the same for the same seed and number, whoever comes. */
export interface HouseholdStory {
  /** How the team came in vain before it could do its work. */
  attempts: ('absent' | 'refused')[];
  /** Whether a colleague without signal recorded the same visit, and sent it later. */
  visitedTwice: boolean;
  /** The rule by which the team proposes a veto. */
  vetoRule?: string;
  /** Whether that veto is found to be wrong afterwards. */
  lifted: boolean;
  /** A department's record of the head, and whether it holds. It speaks for another rule than the team's veto. */
  lead?: { source: LeadSource; holds: boolean };
  /** How many facts are left open on the visit and asked when the household is scored. */
  leftOpen: number;
  /** Whether the team finds a mistake of its own before the meeting. */
  mistaken: boolean;
}

/** The rules of which a team sees on the spot that they are met. */
const seenRules = ['V1', 'V2', 'V3', 'V4', 'V6'];

/**
 * Of all households visited in the region about fifteen of a hundred were vetoed, and of the matches with other departments about
 * forty of a hundred held. The other shares are ours.
 */
const shares = {
  ...{ absent: 0.08, absentTwice: 0.01, refused: 0.02, visitedTwice: 0.02 },
  ...{ vetoed: 0.13, lifted: 0.1, matched: 0.05, holds: 0.4 },
  ...{ leftOpen: 0.1, mistaken: 0.03 },
};

export function storyOf(seed: string, number: string): HouseholdStory {
  const chance = random(seed, 'story', number);
  const attempts = attemptsAt(chance.next());
  const vetoRule = chance.chance(shares.vetoed) ? chance.pick(seenRules) : undefined;
  const lifted = chance.chance(shares.lifted);
  const leftOpen = chance.chance(shares.leftOpen) ? chance.between(1, 3) : 0;
  const mistaken = chance.chance(shares.mistaken);
  const visitedTwice = chance.chance(shares.visitedTwice);
  const source = chance.chance(shares.matched) ? chance.pick(leadSources) : undefined;
  const holds = chance.chance(shares.holds);
  return {
    ...{ attempts, visitedTwice, leftOpen, mistaken, lifted: vetoRule !== undefined && lifted },
    ...(vetoRule !== undefined && { vetoRule }),
    ...(source !== undefined && ruleOfSource[source] !== vetoRule && { lead: { source, holds } }),
  };
}

function attemptsAt(drawn: number): HouseholdStory['attempts'] {
  if (drawn < shares.refused) return ['refused'];
  if (drawn < shares.refused + shares.absentTwice) return ['absent', 'absent'];
  return drawn < shares.refused + shares.absentTwice + shares.absent ? ['absent'] : [];
}

/** The rules that a household is vetoed by, before any is lifted. */
export function rulesAgainst({ vetoRule, lead }: HouseholdStory): string[] {
  return [...(vetoRule === undefined ? [] : [vetoRule]), ...(lead?.holds ? [ruleOfSource[lead.source]] : [])];
}

/** A mistake is corrected as long as a household of the group is not scored; of the last one it is too late. */
export function correctsMistake(seed: string, number: string, lastOfGroup: string | undefined): boolean {
  return number !== lastOfGroup && storyOf(seed, number).mistaken;
}

/** What must come out of the services of all the stories. */
export interface StoryFigures {
  visitAttempts: number;
  lateVisits: number;
  corrections: number;
  vetoes: number;
  vetoesStanding: number;
  vetoesLifted: number;
  leads: number;
  leadsConfirmed: number;
}

export function storyFiguresOf(village: Village, seed: string): StoryFigures {
  return addStoryFigures(
    village.groups.flatMap((group) => {
      const numbers = householdNumbers(group);
      const byGroup = new Set(returnedByGroup(group, seed));
      const byVillage = new Set(returnedFromVillage(village, group, seed));
      const upheld = objectionsIn(group, seed).filter(({ decision }) => decision === 'scoreChanged');
      const changed = new Set(upheld.map((objection) => objection.number));
      return numbers.map((number): StoryFigures => {
        const story = storyOf(seed, number);
        const corrected = correctsMistake(seed, number, numbers.at(-1));
        return {
          visitAttempts: story.attempts.length,
          lateVisits: Number(story.visitedTwice),
          corrections: correctionsOf({
            ...{ corrected, changed: changed.has(number) },
            ...{ byGroup: byGroup.has(number), byVillage: byVillage.has(number) },
          }),
          vetoes: rulesAgainst(story).length,
          vetoesStanding: rulesAgainst(story).length - Number(story.lifted),
          vetoesLifted: Number(story.lifted),
          leads: Number(story.lead !== undefined),
          leadsConfirmed: Number(story.lead?.holds ?? false),
        };
      });
    }),
  );
}

/**
 * Whoever is assessed again because a meeting sent him back has the same fact found otherwise, once; after an objection another one
 * is found as well.
 */
function correctionsOf(happened: {
  corrected: boolean;
  changed: boolean;
  byGroup: boolean;
  byVillage: boolean;
}): number {
  const { corrected, changed, byGroup, byVillage } = happened;
  const news = [corrected, byGroup && !corrected, changed, byVillage && !corrected && !byGroup && !changed];
  return news.filter(Boolean).length;
}

export function addStoryFigures(figures: readonly StoryFigures[]): StoryFigures {
  const sum = (key: keyof StoryFigures) => figures.reduce((total, each) => total + each[key], 0);
  return {
    visitAttempts: sum('visitAttempts'),
    lateVisits: sum('lateVisits'),
    corrections: sum('corrections'),
    vetoes: sum('vetoes'),
    vetoesStanding: sum('vetoesStanding'),
    vetoesLifted: sum('vetoesLifted'),
    leads: sum('leads'),
    leadsConfirmed: sum('leadsConfirmed'),
  };
}
