import { random } from '../generator/random';
import { vetoRules } from './score-sheet';

/** What happens to a household on its way to a score; the same for the same seed and number, whoever comes. */
export interface HouseholdStory {
  /** How the team came in vain before it could do its work. */
  attempts: ('absent' | 'refused')[];
  /** The rule by which a veto is proposed. */
  vetoRule?: string;
  /** How many facts are left open on the visit and asked when the household is scored. */
  leftOpen: number;
  /** Whether the team finds a mistake of its own before the meeting. */
  mistaken: boolean;
}

/** Of all households visited in the region, about fifteen of a hundred were vetoed. The other shares are ours. */
const shares = { absent: 0.08, absentTwice: 0.01, refused: 0.02, vetoed: 0.15, leftOpen: 0.1, mistaken: 0.03 };

export function storyOf(seed: string, number: string): HouseholdStory {
  const chance = random(seed, 'story', number);
  const drawn = chance.next();
  const { absent, absentTwice, refused } = shares;
  const attempts: HouseholdStory['attempts'] =
    drawn < refused
      ? ['refused']
      : drawn < refused + absentTwice
        ? ['absent', 'absent']
        : drawn < refused + absentTwice + absent
          ? ['absent']
          : [];
  return {
    attempts,
    ...(chance.chance(shares.vetoed) && { vetoRule: chance.pick(vetoRules) }),
    leftOpen: chance.chance(shares.leftOpen) ? chance.between(1, 3) : 0,
    mistaken: chance.chance(shares.mistaken),
  };
}
