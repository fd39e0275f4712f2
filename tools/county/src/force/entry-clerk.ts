import { random } from '../generator/random';
import { isRefusal, refusalFields, type Answered } from '../gateway/outcome';
import type { Session } from '../gateway/session';

interface SignedSheet {
  id: string;
  version: number;
  number: string;
  scoreSheet: { total: number };
}

const waiting = `query ($areaCode: ID!, $first: Int!) {
  households(filter: { areaCode: $areaCode, stage: "entry" }, first: $first) {
    nodes { id version number scoreSheet { total } }
  }
}`;
const enter = `mutation ($input: RecordEntriesInput!) {
  answer: recordEntries(input: $input) { ${refusalFields} ... on EntriesRecorded { entered } }
}`;

export const entryClerkOperations = { waiting, enter };

/** Of all households visited in the region, about fifteen of a hundred were vetoed. */
const vetoed = 0.15;

/** 录入员: enters signed sheets in batches. */
export class EntryClerk {
  constructor(
    private readonly session: Session,
    private readonly seed: string,
  ) {}

  /** Enters every sheet of the area that waits, at most `limit`, and says after each batch how many it was. */
  async enterAll(areaCode: string, onEntered: (count: number) => void, limit = Infinity): Promise<void> {
    for (let left = limit; left > 0;) {
      const first = Math.min(100, left);
      const { households } = await this.session.ask<{ households: { nodes: SignedSheet[] } }>(waiting, {
        areaCode,
        first,
      });
      if (households.nodes.length === 0) return;
      const entered = await this.enterBatch(households.nodes);
      left -= entered;
      onEntered(entered);
    }
  }

  private async enterBatch(sheets: SignedSheet[]): Promise<number> {
    try {
      const answer = await this.session.perform<Answered & { entered: number }>(enter, {
        entries: sheets.map(({ id, version, number, scoreSheet }) => ({
          householdId: id,
          version,
          total: scoreSheet.total,
          ...this.veto(number),
        })),
      });
      return answer.entered;
    } catch (error) {
      // A colleague was quicker with one of them: the list is read again.
      if (isRefusal(error, 'StaleVersion', 'NotAtStage')) return 0;
      throw error;
    }
  }

  private veto(number: string): { vetoed: boolean; vetoReason?: string } {
    const isVetoed = random(this.seed, 'veto', number).chance(vetoed);
    return isVetoed ? { vetoed: true, vetoReason: '家庭拥有价值三万元以上机动车。' } : { vetoed: false };
  }
}
