import { isDoubtedByVillage } from '../generator/meeting-plan';
import { refusalFields } from '../gateway/outcome';
import type { Session } from '../gateway/session';
import { lookUntil, type Look } from './look-until';
import { holdMeeting } from './meeting';
import { sittingsThatAre, type Sitting } from './open-sitting';

const underReview = `query ($areaCode: ID!) {
  households(filter: { areaCode: $areaCode, stage: "village-review" }, first: 100) { nodes { id number } }
}`;
const electorate = `query ($areaCode: ID!) {
  villageRepresentatives(villageCode: $areaCode) { members { personId } }
  areas(parent: $areaCode) { code }
}`;
const heads = `query ($areaCode: ID!, $first: Int!) {
  households(filter: { areaCode: $areaCode }, first: $first) { nodes { members { id } } }
}`;
const setRepresentatives = `mutation ($input: SetVillageRepresentativesInput!) {
  answer: setVillageRepresentatives(input: $input) { ${refusalFields} ... on VillageRepresentatives { villageCode } }
}`;

const progress = `query ($areaCode: ID!) { progress(areaCode: $areaCode) { stages { stage households } } }`;

export const villageSecretaryOperations = { underReview, electorate, heads, setRepresentatives, progress };

/** Of each group so many heads of household sit among the village's representatives. */
const perGroup = 3;

/** What is behind a household once the village has reviewed it. */
const reviewed = ['entry', 'done'];

/** 村支书: holds the village's review when all its groups have come through their publicity. */
export class VillageSecretary {
  constructor(
    private readonly session: Session,
    private readonly villageCode: string,
    private readonly seed: string,
  ) {}

  /** Waits for the households to be laid before the meeting, and holds it as the seed has it. */
  async review(look: Omit<Look, 'what'>): Promise<void> {
    const sitting = await this.laid(look);
    await this.meet(sitting, (number) => sitting.round === 1 && isDoubtedByVillage(this.seed, number), look);
  }

  /** Waits for the households to be laid before the meeting, and holds it in one sitting; everybody is confirmed. */
  async confirmAll(look: Omit<Look, 'what'>): Promise<void> {
    await this.hold(await this.laid(look), []);
  }

  /** Waits until every notice of the village's groups has been taken down. */
  async untilNoNoticeHangs(look: Omit<Look, 'what'>): Promise<void> {
    await lookUntil({ ...look, what: `end of every publicity in the village ${this.villageCode}` }, async () => {
      const hanging = await sittingsThatAre(this.session, 'held', 'group', this.villageCode);
      return hanging.length === 0 || undefined;
    });
  }

  /** Holds one review after the other until the last household has come through; everybody is confirmed. */
  async reviewRest(look: Omit<Look, 'what'>): Promise<void> {
    await lookUntil({ ...look, what: `review of every household of the village ${this.villageCode}` }, async () => {
      for (const sitting of await this.open()) await this.meet(sitting, () => false, look);
      const { progress: now } = await this.session.ask<{
        progress: { stages: { stage: string; households: number }[] };
      }>(progress, { areaCode: this.villageCode });
      return now.stages.every(({ stage, households }) => households === 0 || reviewed.includes(stage)) || undefined;
    });
  }

  /** The sitting that waits for the meeting now, if there is one. */
  async waiting(): Promise<Sitting | undefined> {
    return (await this.open())[0];
  }

  private laid(look: Omit<Look, 'what'>): Promise<Sitting> {
    return lookUntil({ ...look, what: `open sitting of the village ${this.villageCode}` }, () => this.waiting());
  }

  private open(): Promise<Sitting[]> {
    return sittingsThatAre(this.session, 'open', 'village', this.villageCode);
  }

  /** The households laid before the meeting; at most a hundred of them. */
  async laidBefore(): Promise<{ id: string; number: string }[]> {
    const answer = await this.session.ask<{ households: { nodes: { id: string; number: string }[] } }>(underReview, {
      areaCode: this.villageCode,
    });
    return answer.households.nodes;
  }

  /** Holds the meeting in one sitting; those it does not believe, by their numbers, are sent back to be assessed again. */
  async hold(sitting: Sitting, returned: readonly string[]): Promise<void> {
    await this.meet(sitting, (number) => returned.includes(number));
  }

  private async meet(
    { id }: Sitting,
    isDoubted: (number: string) => boolean,
    look?: Omit<Look, 'what'>,
  ): Promise<Sitting> {
    await this.electRepresentatives();
    const { seed } = this;
    return holdMeeting(this.session, id, { kind: 'village', seed, place: '村委会会议室', isDoubted, look });
  }

  /** Unless there are some, the first heads of each group become the village's representatives. */
  private async electRepresentatives(): Promise<void> {
    const areaCode = this.villageCode;
    const { villageRepresentatives, areas } = await this.session.ask<{
      villageRepresentatives: { members: unknown[] };
      areas: { code: string }[];
    }>(electorate, { areaCode });
    if (villageRepresentatives.members.length > 0) return;
    const memberIds: string[] = [];
    for (const { code } of areas) {
      const { households } = await this.session.ask<{ households: { nodes: { members: { id: string }[] }[] } }>(heads, {
        areaCode: code,
        first: perGroup,
      });
      memberIds.push(...households.nodes.flatMap(({ members }) => members.slice(0, 1).map((member) => member.id)));
    }
    await this.session.perform(setRepresentatives, { villageCode: areaCode, memberIds });
  }
}
