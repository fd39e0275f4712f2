import { randomUUID } from 'node:crypto';
import { random } from '../generator/random';
import { accepted, isRefusal, refusalFields, type Answered } from '../gateway/outcome';
import type { Session } from '../gateway/session';
import { fillForm, type Form } from './score-sheet';

export interface AssignedHousehold {
  id: string;
  version: number;
  number: string;
  areaCode: string;
  stage: string;
  members: { id: string }[];
}

interface Page {
  households: { nodes: AssignedHousehold[]; pageInfo: { endCursor: string | null; hasNextPage: boolean } };
}

type Recorded = Answered & { version: number };

const household = 'id version number areaCode stage members { id }';
const list = `query ($areaCode: ID!, $stage: ID, $first: Int!, $after: String) {
  households(filter: { areaCode: $areaCode, stage: $stage }, first: $first, after: $after) {
    nodes { ${household} } pageInfo { endCursor hasNextPage }
  }
}`;
const one = `query ($id: ID!) { household(id: $id) { ${household} } }`;
const recorded = `${refusalFields} ... on Household { version }`;
const visitAndScore = `mutation ($visit: RecordVisitInput!, $sheet: RecordScoreSheetInput!) {
  visit: recordVisit(input: $visit) { ${recorded} }
  sheet: recordScoreSheet(input: $sheet) { ${recorded} }
}`;
const visitOnly = `mutation ($input: RecordVisitInput!) { answer: recordVisit(input: $input) { ${recorded} } }`;
const scoreOnly = `mutation ($input: RecordScoreSheetInput!) { answer: recordScoreSheet(input: $input) { ${recorded} } }`;

export const fieldWorkerOperations = { list, one, visitAndScore, visitOnly, scoreOnly };

const conflicts = ['StaleVersion', 'NotAtStage'];

/** 队员: visits the households of the groups assigned to the team and fills the form. */
export class FieldWorker {
  constructor(
    private readonly session: Session,
    private readonly form: Form,
    private readonly seed: string,
  ) {}

  /** The households of a group of his, as they are now. */
  async householdsOf(groupCode: string): Promise<AssignedHousehold[]> {
    const found: AssignedHousehold[] = [];
    for (let after: string | null = null; ;) {
      const { households }: Page = await this.session.ask<Page>(list, { areaCode: groupCode, first: 100, after });
      found.push(...households.nodes);
      if (!households.pageInfo.hasNextPage) return found;
      after = households.pageInfo.endCursor;
    }
  }

  /** The first household of a group of his that waits at a stage. */
  async nextAt(stage: string, groupCode: string): Promise<AssignedHousehold | undefined> {
    const { households } = await this.session.ask<Page>(list, { areaCode: groupCode, stage, first: 1 });
    return households.nodes[0];
  }

  /** Visit and score sheet in one request, as a phone sends what it kept while there was no signal. */
  async assess(household: AssignedHousehold): Promise<void> {
    const visit = { key: randomUUID(), ...this.visitOf(household) };
    const sheet = { key: randomUUID(), ...this.sheetOf(household, household.version + 1) };
    const answers = await this.session.ask<{ visit: Recorded; sheet: Recorded }>(visitAndScore, { visit, sheet });
    try {
      accepted(answers.visit);
      accepted(answers.sheet);
    } catch (error) {
      if (!isRefusal(error, ...conflicts)) throw error;
      await this.finish(household.id);
    }
  }

  async visit(household: AssignedHousehold): Promise<void> {
    await this.session.perform(visitOnly, this.visitOf(household));
  }

  /** `corrected` after an objection was found right: then the sheet is another one. */
  async score(household: AssignedHousehold, corrected = false): Promise<void> {
    await this.session.perform(scoreOnly, this.sheetOf(household, household.version, corrected));
  }

  /** Somebody else changed the household: look again, and do what is left to do. */
  private async finish(id: string): Promise<void> {
    for (let tries = 0; tries < 5; tries++) {
      const { household } = await this.session.ask<{ household: AssignedHousehold }>(one, { id });
      try {
        if (household.stage === 'visit') await this.visit(household);
        else if (household.stage === 'scoring') return await this.score(household);
        else return;
      } catch (error) {
        if (!isRefusal(error, ...conflicts)) throw error;
      }
    }
    throw new Error(`household ${id} is changed by somebody else again and again`);
  }

  private visitOf({ id, version, number, members }: AssignedHousehold) {
    const chance = random(this.seed, 'visit', number);
    return {
      householdId: id,
      version,
      visitedAt: new Date().toISOString(),
      personsPresent: chance.between(1, Math.max(1, members.length)),
      observation: chance.pick([
        '房屋、家电、农机具已逐项查看。',
        '与户主及家人交谈，田地已到场查看。',
        '邻里印证与所见一致。',
      ]),
    };
  }

  private sheetOf({ id, number }: AssignedHousehold, version: number, corrected = false) {
    const answers = fillForm(this.form, random(this.seed, corrected ? 'corrected sheet' : 'sheet', number));
    return { householdId: id, version, formVersion: this.form.version, answers };
  }
}
