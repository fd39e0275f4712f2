import { randomUUID } from 'node:crypto';
import { rulesAgainst, storyOf } from '../generator/household-story';
import { random } from '../generator/random';
import { accepted, isRefusal, refusalFields, type Answered } from '../gateway/outcome';
import type { Session } from '../gateway/session';
import { drawFacts, foundOtherwise, otherDebt, type Fact, type Form } from './score-sheet';
import { evidenceFor, groundsOf } from './veto-grounds';

export interface AssignedHousehold {
  id: string;
  version: number;
  round: number;
  number: string;
  areaCode: string;
  stage: string;
  members: { id: string; birthDate: string }[];
}

interface Page {
  households: { nodes: AssignedHousehold[]; pageInfo: { endCursor: string | null; hasNextPage: boolean } };
}

type Recorded = Answered & { version: number };

const household = 'id version round number areaCode stage members { id birthDate }';
const list = `query ($areaCode: ID!, $stage: ID, $first: Int!, $after: String) {
  households(filter: { areaCode: $areaCode, stage: $stage }, first: $first, after: $after) {
    nodes { ${household} } pageInfo { endCursor hasNextPage }
  }
}`;
const one = `query ($id: ID!) { household(id: $id) { ${household} } }`;
const self = `query { me { person { id } } }`;
const recorded = `${refusalFields} ... on Household { version }`;
const visitAndScore = `mutation ($visit: RecordVisitInput!, $sheet: RecordScoreSheetInput!) {
  visit: recordVisit(input: $visit) { ${recorded} }
  sheet: recordScoreSheet(input: $sheet) { ${recorded} }
}`;
const visitVetoAndScore = `mutation ($visit: RecordVisitInput!, $veto: ProposeVetoInput!, $sheet: RecordScoreSheetInput!) {
  visit: recordVisit(input: $visit) { ${recorded} }
  veto: proposeVeto(input: $veto) { ${refusalFields} }
  sheet: recordScoreSheet(input: $sheet) { ${recorded} }
}`;
const visitOnly = `mutation ($input: RecordVisitInput!) { answer: recordVisit(input: $input) { ${recorded} } }`;
const scoreOnly = `mutation ($input: RecordScoreSheetInput!) { answer: recordScoreSheet(input: $input) { ${recorded} } }`;
const attempt = `mutation ($input: RecordVisitAttemptInput!) { answer: recordVisitAttempt(input: $input) { ${recorded} } }`;
const correct = `mutation ($input: CorrectScoreSheetInput!) { answer: correctScoreSheet(input: $input) { ${recorded} } }`;

export const fieldWorkerOperations = {
  list,
  one,
  self,
  visitAndScore,
  visitVetoAndScore,
  visitOnly,
  scoreOnly,
  attempt,
  correct,
};

const conflicts = ['StaleVersion', 'NotAtStage'];
const dayInLife = 86_400_000;
const words = {
  seen: ['房屋、家电、农机具已逐项查看。', '与户主及家人交谈，田地已到场查看。', '邻里印证与所见一致。'],
  absent: ['全家外出赶圩，邻居称次日返回。', '大门上锁，电话联系约定改日再访。'],
  refused: ['户主以农忙为由拒绝入户，已说明政策。'],
};

/** 队员: visits the households of the groups assigned to the team and scores them from what was found. */
export class FieldWorker {
  /** `companions` are the one or two who go with him. */
  constructor(
    private readonly session: Session,
    private readonly form: Form,
    private readonly seed: string,
    private readonly companions: readonly Session[],
  ) {}

  /** A team of two or three, of whom each records what he finds in the company of the others. */
  static team(sessions: readonly Session[], form: Form, seed: string): FieldWorker[] {
    return sessions.map(
      (session) =>
        new FieldWorker(
          session,
          form,
          seed,
          sessions.filter((other) => other !== session),
        ),
    );
  }

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

  /**
   * From the first knock to the score: attempts in vain, then visit, veto and score sheet in one request, as a phone sends what it
   * kept while there was no signal; a colleague's phone may send the same visit again.
   */
  async assess(household: AssignedHousehold): Promise<void> {
    const { attempts, vetoRule, visitedTwice } = storyOf(this.seed, household.number);
    for (const outcome of attempts) await this.comeInVain(household, outcome);
    const visit = { key: randomUUID(), ...(await this.visitOf(household)) };
    const sheet = { key: randomUUID(), ...this.sheetOf({ ...household, version: household.version + 1 }) };
    const veto = vetoRule && { key: randomUUID(), householdId: household.id, ...this.groundsOf(household, vetoRule) };
    const answers = await this.session.ask<{ visit: Recorded; veto?: Answered; sheet: Recorded }>(
      veto ? visitVetoAndScore : visitAndScore,
      { visit, sheet, ...(veto && { veto }) },
    );
    try {
      accepted(answers.visit);
      if (answers.veto) accepted(answers.veto);
      accepted(answers.sheet);
    } catch (error) {
      if (!isRefusal(error, ...conflicts)) throw error;
      await this.finish(household.id);
    }
    const [colleague] = this.companions;
    if (visitedTwice && colleague) await this.withSession(colleague).visit(household);
  }

  /** The team looks through what it wrote down, and puts one thing right. */
  async correctMistake(household: AssignedHousehold): Promise<void> {
    const wrong = this.factsOf(household).find(({ fact }) => fact === this.counted?.key);
    if (!wrong || !this.counted) return;
    await this.session.perform(correct, {
      householdId: household.id,
      revision: 1,
      observations: [foundOtherwise(wrong, this.counted)],
      reason: '复核时发现点数有误。',
    });
  }

  async visit(household: AssignedHousehold): Promise<void> {
    await this.session.perform(visitOnly, await this.visitOf(household));
  }

  /** `corrected` after an objection was found right: then the score is another one. */
  async score(household: AssignedHousehold, corrected = false): Promise<void> {
    await this.session.perform(scoreOnly, this.sheetOf(household, corrected));
  }

  private async comeInVain({ id, number }: AssignedHousehold, outcome: 'absent' | 'refused'): Promise<void> {
    const now = new Date();
    await this.session.perform(attempt, {
      householdId: id,
      attemptedAt: now.toISOString(),
      sentAt: now.toISOString(),
      companionIds: await this.companionIds(),
      outcome,
      reason: random(this.seed, 'attempt', number).pick(words[outcome]),
      plannedOn: new Date(now.getTime() + 2 * dayInLife).toISOString().slice(0, 10),
    });
  }

  /** The colleague, who has the others with him. */
  private withSession(colleague: Session): FieldWorker {
    const others = this.companions.filter((companion) => companion !== colleague);
    return new FieldWorker(colleague, this.form, this.seed, [this.session, ...others]);
  }

  private groundsOf({ number }: AssignedHousehold, rule: string) {
    return { rule, reason: groundsOf(rule), evidence: [evidenceFor(rule, number)] };
  }

  /** A fact of the household that is counted, and so easily miscounted. */
  private get counted() {
    return this.form.facts.find(({ about, kind, whole }) => about === 'household' && kind === 'number' && whole);
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

  private async visitOf(household: AssignedHousehold) {
    const { id, version, number, members } = household;
    const chance = random(this.seed, 'visit', number);
    const now = new Date().toISOString();
    return {
      householdId: id,
      version,
      visitedAt: now,
      sentAt: now,
      companionIds: await this.companionIds(),
      personsPresent: chance.between(1, Math.max(1, members.length)),
      observation: chance.pick(words.seen),
      observations: this.factsOf(household).slice(storyOf(this.seed, number).leftOpen),
    };
  }

  /** The facts that the visit left open; from a household that was returned, what is found otherwise. */
  private sheetOf(household: AssignedHousehold, corrected = false) {
    const { id, version, round, number } = household;
    const sheet = { householdId: id, version, formVersion: this.form.version };
    const facts = this.factsOf(household);
    if (round === 1) return { ...sheet, observations: facts.slice(0, storyOf(this.seed, number).leftOpen) };
    const miscounted = facts.filter(({ fact }) => fact === this.counted?.key);
    const observations = this.counted ? miscounted.map((fact) => foundOtherwise(fact, this.counted!)) : [];
    if (!corrected) return { ...sheet, observations, reason: '按评议意见重新入户核实。' };
    const debts = facts.filter(({ fact }) => fact === 'debt').map(otherDebt);
    return { ...sheet, observations: [...observations, ...debts], reason: '异议复核属实，重新核实。' };
  }

  private factsOf({ number, members }: AssignedHousehold): Fact[] {
    const rules = rulesAgainst(storyOf(this.seed, number));
    return drawFacts(this.form, members, rules, random(this.seed, 'facts', number));
  }

  private companionIds(): Promise<string[]> {
    return Promise.all(this.companions.map(personOf));
  }
}

const persons = new WeakMap<Session, Promise<string>>();

/** Who somebody is on the staff list. */
function personOf(session: Session): Promise<string> {
  const known =
    persons.get(session) ?? session.ask<{ me: { person: { id: string } } }>(self).then(({ me }) => me.person.id);
  persons.set(session, known);
  return known;
}
