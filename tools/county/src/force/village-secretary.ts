import { refusalFields, type Answered } from '../gateway/outcome';
import type { Session } from '../gateway/session';
import { lookUntil, type Look } from './look-until';
import { latestSitting, openSitting, sittingFields, type Sitting } from './open-sitting';

const holdReview = `mutation ($input: HoldReviewInput!) {
  answer: holdVillageReview(input: $input) { ${refusalFields} ... on Sitting { ${sittingFields} } }
}`;

const underReview = `query ($areaCode: ID!) {
  households(filter: { areaCode: $areaCode, stage: "village-review" }, first: 100) { nodes { id number } }
}`;

const open = `query ($areaCode: ID!) {
  sittings(filter: { areaCode: $areaCode, kind: village, state: open }, first: 100) { nodes { ${sittingFields} } }
}`;
const progress = `query ($areaCode: ID!) { progress(areaCode: $areaCode) { stages { stage households } } }`;

export const villageSecretaryOperations = { holdReview, underReview, open, progress };

/** What is behind a household once the village has reviewed it. */
const reviewed = ['entry', 'done'];

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

  /**
   * Holds one review after the other until the last household has come through: those whose publicity was held by an objection
   * come later than the others. `onHeld` is told of each.
   */
  async reviewAll(look: Omit<Look, 'what'>, onHeld: () => void): Promise<void> {
    await lookUntil({ ...look, what: `review of every household of the village ${this.villageCode}` }, async () => {
      const { sittings } = await this.session.ask<{ sittings: { nodes: Sitting[] } }>(open, {
        areaCode: this.villageCode,
      });
      for (const sitting of sittings.nodes) {
        await this.hold(sitting, []);
        onHeld();
      }
      const { progress: now } = await this.session.ask<{
        progress: { stages: { stage: string; households: number }[] };
      }>(progress, { areaCode: this.villageCode });
      return now.stages.every(({ stage, households }) => households === 0 || reviewed.includes(stage)) || undefined;
    });
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
