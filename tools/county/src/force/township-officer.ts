import { ruleOfSource, storyOf, type LeadSource } from '../generator/household-story';
import { refusalFields, type Answered } from '../gateway/outcome';
import type { Session } from '../gateway/session';
import { evidenceFor, groundsOf } from './veto-grounds';

interface Versioned {
  id: string;
  version: number;
}

interface Lead extends Versioned {
  householdId: string;
  source: LeadSource;
}

interface Reviewed {
  id: string;
  number: string;
  vetoes: (Versioned & { rule: string; state: string })[];
}

interface ReviewedPage {
  households: { nodes: Reviewed[]; pageInfo: { endCursor: string | null; hasNextPage: boolean } };
}

const openLeads = `query ($areaCode: ID!) {
  leads(filter: { areaCode: $areaCode, state: open }, first: 100) { nodes { id version householdId source } }
}`;
const numberOf = `query ($id: ID!) { household(id: $id) { number } }`;
const lead = `${refusalFields} ... on Lead { id version }`;
const notify = `mutation ($input: LeadStepInput!) { answer: notifyOfLead(input: $input) { ${lead} } }`;
const reply = `mutation ($input: RecordLeadReplyInput!) { answer: recordLeadReply(input: $input) { ${lead} } }`;
const decideLead = `mutation ($input: DecideLeadInput!) { answer: decideLead(input: $input) { ${lead} } }`;
const lateVisits = `query ($areaCode: ID!) {
  lateVisits(filter: { areaCode: $areaCode, decided: false }, first: 100) { nodes { visitId } }
}`;
const decideLate = `mutation ($input: DecideLateVisitInput!) { answer: decideLateVisit(input: $input) { ${refusalFields} } }`;
const reviewed = `query ($areaCode: ID!, $after: String) {
  households(filter: { areaCode: $areaCode, stage: "entry" }, first: 100, after: $after) {
    nodes { id number vetoes { id version rule state } } pageInfo { endCursor hasNextPage }
  }
}`;
const stand = `mutation ($input: LetVetoesStandInput!) {
  answer: letVetoesStand(input: $input) { ${refusalFields} ... on VetoesStanding { vetoes { id version } } }
}`;
const veto = `${refusalFields} ... on Veto { id version }`;
const verifyLift = `mutation ($input: VerifyVetoLiftInput!) { answer: verifyVetoLift(input: $input) { ${veto} } }`;
const decideLift = `mutation ($input: DecideVetoLiftInput!) { answer: decideVetoLift(input: $input) { ${veto} } }`;

export const townshipOfficerOperations = {
  ...{ openLeads, numberOf, notify, reply, decideLead, lateVisits, decideLate },
  ...{ reviewed, stand, verifyLift, decideLift },
};

const vetoesAtOnce = 100;

/** 乡镇干部: verifies what other departments say, says which of two visits counts, and confirms vetoes. */
export class TownshipOfficer {
  constructor(
    private readonly session: Session,
    private readonly seed: string,
  ) {}

  /** Each lead of a group is told to the household and answered by it, through the team, and then decided as the seed has it. */
  async settleLeads(groupCode: string, worker: Session): Promise<void> {
    for (;;) {
      const { leads } = await this.session.ask<{ leads: { nodes: Lead[] } }>(openLeads, { areaCode: groupCode });
      if (leads.nodes.length === 0) return;
      for (const open of leads.nodes) await this.settleLead(open, worker);
    }
  }

  /** Of two visits the one that was recorded first counts. */
  async settleLateVisits(groupCode: string): Promise<void> {
    for (;;) {
      const { lateVisits: late } = await this.session.ask<{ lateVisits: { nodes: { visitId: string }[] } }>(
        lateVisits,
        {
          areaCode: groupCode,
        },
      );
      if (late.nodes.length === 0) return;
      for (const { visitId } of late.nodes)
        await this.session.perform(decideLate, {
          visitId,
          take: 'first',
          reason: '两次入户所见一致，以先录入的为准。',
        });
    }
  }

  /** Confirms the vetoes that the meetings of a village know of; one that proves wrong the auditor lifts with him. */
  async settleVetoes(villageCode: string, auditor: Session): Promise<void> {
    const households = await this.reviewedIn(villageCode);
    const noted = households.flatMap(({ number, vetoes }) =>
      vetoes.filter(({ state }) => state === 'notedByVillage').map((own) => ({ ...own, number })),
    );
    for (let from = 0; from < noted.length; from += vetoesAtOnce) {
      const batch = noted.slice(from, from + vetoesAtOnce);
      const { vetoes } = await this.session.perform<Answered & { vetoes: Versioned[] }>(stand, {
        vetoIds: batch.map(({ id }) => id),
      });
      for (const { number, rule, id } of batch) {
        const { lifted, vetoRule } = storyOf(this.seed, number);
        if (lifted && rule === vetoRule)
          await this.lift(
            vetoes.find((standing) => standing.id === id)!,
            { rule, number },
            auditor,
          );
      }
    }
  }

  private async settleLead({ id, version, householdId, source }: Lead, worker: Session): Promise<void> {
    const { household } = await this.session.ask<{ household: { number: string } }>(numberOf, { id: householdId });
    const story = storyOf(this.seed, household.number).lead;
    if (story?.source !== source) throw new Error(`nobody planned a lead of ${source} against ${household.number}`);
    const told = await worker.perform<Answered & Versioned>(notify, { leadId: id, version });
    const said = { leadId: id, version: told.version, reply: story.holds ? '情况属实。' : '不是本人，是同名的人。' };
    const replied = await worker.perform<Answered & Versioned>(reply, said);
    const rule = ruleOfSource[source];
    await this.session.perform(decideLead, {
      leadId: id,
      version: replied.version,
      outcome: story.holds ? 'confirmed' : 'cleared',
      reason: story.holds ? groundsOf(rule) : '经核实，不是本户人员。',
      evidence: story.holds ? [evidenceFor(rule, household.number)] : [],
    });
  }

  private async lift(
    { id, version }: Versioned,
    { rule, number }: { rule: string; number: string },
    auditor: Session,
  ): Promise<void> {
    const grounds = { vetoId: id, reason: 'below-threshold', evidence: [evidenceFor(rule, number)] };
    const verified = await this.session.perform<Answered & Versioned>(verifyLift, { ...grounds, version });
    await auditor.perform(decideLift, { ...grounds, version: verified.version, lift: true });
  }

  private async reviewedIn(villageCode: string): Promise<Reviewed[]> {
    const found: Reviewed[] = [];
    for (let after: string | null = null; ;) {
      const { households }: ReviewedPage = await this.session.ask<ReviewedPage>(reviewed, {
        areaCode: villageCode,
        after,
      });
      found.push(...households.nodes);
      if (!households.pageInfo.hasNextPage) return found;
      after = households.pageInfo.endCursor;
    }
  }
}
