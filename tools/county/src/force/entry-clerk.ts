import { isRefusal, refusalFields, type Answered } from '../gateway/outcome';
import type { Session } from '../gateway/session';
import { groundsOf } from './veto-grounds';

interface SignedSheet {
  id: string;
  version: number;
  scoreSheet: { total: number };
  vetoes: { rule: string; state: string }[];
}

const waiting = `query ($areaCode: ID!, $first: Int!) {
  households(filter: { areaCode: $areaCode, stage: "entry" }, first: $first) {
    nodes { id version scoreSheet { total } vetoes { rule state } }
  }
}`;
const enter = `mutation ($input: RecordEntriesInput!) {
  answer: recordEntries(input: $input) { ${refusalFields} ... on EntriesRecorded { entered } }
}`;

export const entryClerkOperations = { waiting, enter };

/** 录入员: enters signed sheets in batches, each with the vetoes on record. */
export class EntryClerk {
  constructor(private readonly session: Session) {}

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
        entries: sheets.map(({ id, version, scoreSheet, vetoes }) => ({
          householdId: id,
          version,
          total: scoreSheet.total,
          ...vetoOf(vetoes),
        })),
      });
      return answer.entered;
    } catch (error) {
      // A colleague was quicker with one of them: the list is read again.
      if (isRefusal(error, 'StaleVersion', 'NotAtStage')) return 0;
      throw error;
    }
  }
}

function vetoOf(vetoes: SignedSheet['vetoes']): { vetoed: boolean; vetoReason?: string } {
  const standing = vetoes.filter(({ state }) => state === 'standing');
  return standing.length > 0
    ? { vetoed: true, vetoReason: standing.map(({ rule }) => groundsOf(rule)).join('') }
    : { vetoed: false };
}
