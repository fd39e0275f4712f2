import { refusalFields, type Answered } from '../gateway/outcome';
import type { Session } from '../gateway/session';
import type { Look } from './look-until';
import { latestSitting, openSitting, sittingFields, type Sitting } from './open-sitting';

const holdReview = `mutation ($input: HoldReviewInput!) {
  answer: holdVillageReview(input: $input) { ${refusalFields} ... on Sitting { ${sittingFields} } }
}`;

const underReview = `query ($areaCode: ID!) {
  households(filter: { areaCode: $areaCode, stage: "village-review" }, first: 100) { nodes { id number } }
}`;

export const villageSecretaryOperations = { holdReview, underReview };

/** 村支书: holds the village's review when all its groups have come through their publicity. */
export class VillageSecretary {
  constructor(
    private readonly session: Session,
    private readonly villageCode: string,
  ) {}

  /** Waits for the households to be laid before the meeting, and holds it; everybody is confirmed. */
  async review(look: Omit<Look, 'what'>): Promise<void> {
    const sitting = await openSitting(this.session, 'village', this.villageCode, look);
    if (sitting.state === 'open') await this.hold(sitting, []);
  }

  /** The sitting that waits for the meeting now, if there is one. */
  async waiting(): Promise<Sitting | undefined> {
    const sitting = await latestSitting(this.session, 'village', this.villageCode);
    return sitting?.state === 'open' ? sitting : undefined;
  }

  /** The households laid before the meeting; at most a hundred of them. */
  async laidBefore(): Promise<{ id: string; number: string }[]> {
    const answer = await this.session.ask<{ households: { nodes: { id: string; number: string }[] } }>(underReview, {
      areaCode: this.villageCode,
    });
    return answer.households.nodes;
  }

  /** Holds the meeting; those it does not believe are sent back to be assessed again. */
  async hold({ id, version }: Sitting, returned: readonly string[]): Promise<void> {
    await this.session.perform<Answered & Sitting>(holdReview, {
      sittingId: id,
      version,
      heldOn: new Date().toISOString().slice(0, 10),
      minutes: '村民代表会议到会超过三分之二，各组公示期满，逐户审议。',
      exceptions: returned.map((householdId) => ({
        householdId,
        verdict: 'returned',
        reason: '群众反映家中有未计入的大型农机，请重新核实评分。',
      })),
    });
  }
}
