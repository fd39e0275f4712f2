import { testJpeg, testPng } from '@jingzhun/subgraph/testing';
import { randomUUID } from 'node:crypto';
import { openCampaign, runningService, type Person, type RunningService } from '../testing/running-service';
import { groupCode, townshipCode } from '../testing/small-county';
import {
  companion,
  dayBefore,
  factsOf,
  householdsOf,
  plainTotal,
  recordScoreSheet,
  recordVisit,
  today,
  type Answer,
  type GivenFact,
  type ShownHousehold,
} from '../testing/steps';

interface ShownLate {
  visitId: string;
  householdId: string;
  taken: string | null;
  changes: { fact: string; before: unknown; after: unknown }[];
  first: { observation: string } | null;
  visit: { observation: string };
  code?: string;
}

const late = `visitId householdId taken changes { fact before after } first { observation } visit { observation }`;

describe('visits', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await runningService();
    await openCampaign(service, { villages: [[6], [1]] });
  });
  afterAll(() => service.close());

  const group = groupCode(0, 0);
  const worker = (person = 'worker') => service.as('fieldWorker', [group], person);
  const officer = () => service.as('townshipOfficer', [townshipCode]);
  const visitable = async () => (await householdsOf(worker(), group, 'visit'))[0]!;

  async function attempt(person: Person, householdId: string, change: object = {}): Promise<Answer<ShownHousehold>> {
    const input = {
      key: randomUUID(),
      householdId,
      attemptedAt: new Date(0).toISOString(),
      companionIds: [companion],
      outcome: 'absent',
      reason: 'At the market.',
      plannedOn: today(),
      ...change,
    };
    const { recordVisitAttempt: answer } = await person.ask<{ recordVisitAttempt: Answer<ShownHousehold> }>(
      `mutation ($input: RecordVisitAttemptInput!) {
         recordVisitAttempt(input: $input) { ... on Household { id version stage } ... on Refusal { code field } }
       }`,
      { input },
    );
    return answer;
  }

  async function lateVisits(person: Person, filter: object = { decided: false }): Promise<ShownLate[]> {
    const { lateVisits: page } = await person.ask<{ lateVisits: { nodes: ShownLate[] } }>(
      `query ($filter: LateVisitFilter) { lateVisits(filter: $filter, first: 10) { nodes { ${late} } } }`,
      { filter },
    );
    return page.nodes;
  }

  async function decide(person: Person, visitId: string, take: 'first' | 'later'): Promise<ShownLate> {
    const { answer } = await person.ask<{ answer: ShownLate }>(
      `mutation ($input: DecideLateVisitInput!) {
         answer: decideLateVisit(input: $input) { ... on LateVisit { ${late} } ... on Refusal { code } }
       }`,
      { input: { key: randomUUID(), visitId, take, reason: 'Both were asked.' } },
    );
    return answer;
  }

  /** One household, visited by two teams without signal; answers the later visit, which found another debt. */
  async function visitedTwice(
    debt: number,
  ): Promise<{ household: ShownHousehold; visitId: string; facts: GivenFact[] }> {
    const household = await visitable();
    await recordVisit(worker(), household);
    const facts = (await factsOf(worker(), household.id)).map((fact) =>
      fact.fact === 'debt' ? { ...fact, value: debt } : fact,
    );
    const { visitId } = await recordVisit(worker('another'), household, {
      observations: facts,
      observation: 'A letter of the bank.',
    });
    return { household, visitId: visitId!, facts };
  }

  it('come in vain with a reason and a day to come again, and leave the household where it is', async () => {
    const household = await visitable();
    expect(await attempt(worker(), household.id)).toMatchObject({ stage: 'visit', version: household.version });
    expect(await attempt(worker(), household.id, { outcome: 'refused', reason: 'No time.' })).toMatchObject({
      stage: 'visit',
    });
    expect(await attempt(worker(), household.id, { reason: ' ' })).toMatchObject({ field: 'reason' });
    const planned = { attemptedAt: new Date().toISOString(), plannedOn: dayBefore(today(), 2) };
    expect(await attempt(worker(), household.id, planned)).toMatchObject({ field: 'plannedOn' });
    const shown = await officer().ask<{ household: object }>(
      `query ($id: ID!) { household(id: $id) { visitAttemptCount visitAttempts { outcome reason plannedOn round } } }`,
      { id: household.id },
    );
    expect(shown.household).toEqual({
      visitAttemptCount: 2,
      visitAttempts: [
        { outcome: 'absent', reason: 'At the market.', plannedOn: today(), round: 1 },
        { outcome: 'refused', reason: 'No time.', plannedOn: today(), round: 1 },
      ],
    });
    expect(await recordVisit(worker(), household)).toMatchObject({ stage: 'scoring' });
  });

  it('are made by two or three people, whose names stand with them', async () => {
    const household = await visitable();
    expect(await recordVisit(worker(), household, { companionIds: [] })).toMatchObject({ field: 'companionIds' });
  });

  it('keep the clock of the device beside ours, photos and signatures, and what was found', async () => {
    const household = await visitable();
    const visitedAt = new Date(Date.now() - 86_400_000).toISOString();
    const photoIds = [await worker().handIn('photo', group, testJpeg())];
    const signatureIds = [await worker().handIn('signature', group, testPng(120, 60))];
    const foreign = await worker('another').handIn('photo', group, testJpeg());
    expect(await recordVisit(worker(), household, { photoIds: [foreign] })).toMatchObject({ code: 'FILE_NOT_USABLE' });
    const sentAt = new Date(Date.now() - 3_600_000).toISOString();
    await recordVisit(worker(), household, { visitedAt, sentAt, photoIds, signatureIds });
    const { household: shown } = await officer().ask<{
      household: {
        visits: { visitedAt: string; clockSkewMilliseconds: number; companionIds: string[]; late: boolean }[];
        observations: { fact: string; value: unknown; isPrivate: boolean }[];
        privateObservations: { fact: string }[];
      };
    }>(
      `query ($id: ID!) {
         household(id: $id) {
           visits { visitedAt clockSkewMilliseconds companionIds late }
           observations { fact value } privateObservations { fact }
         }
       }`,
      { id: household.id },
    );
    const [visit] = shown.visits;
    expect(visit).toMatchObject({ visitedAt, companionIds: [companion], late: false });
    expect(visit!.clockSkewMilliseconds).toBeGreaterThanOrEqual(3_600_000);
    expect(shown.observations).toContainEqual({ fact: 'debt', value: 0 });
    expect(new Set(shown.privateObservations.map(({ fact }) => fact))).toEqual(new Set(['health', 'school-stage']));
    const secretary = service.as('groupSecretary', [group]);
    const hidden = await secretary.execute(`query ($id: ID!) { household(id: $id) { privateObservations { fact } } }`, {
      id: household.id,
    });
    expect(hidden.errors?.[0]?.extensions?.code).toBe('NOT_ALLOWED');
  });

  it('are both kept when they cross, and a person who made neither decides', async () => {
    const { household, visitId } = await visitedTwice(70_000);
    expect(visitId).toBeDefined();
    const [waiting] = await lateVisits(officer());
    expect(waiting).toMatchObject({
      visitId,
      householdId: household.id,
      taken: null,
      changes: [{ fact: 'debt', before: 0, after: 70_000 }],
      first: { observation: 'A brick house, two rooms.' },
      visit: { observation: 'A letter of the bank.' },
    });
    expect(await decide(worker(), visitId, 'first')).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await decide(worker('third'), visitId, 'first')).toMatchObject({ taken: 'first' });
    expect(await decide(officer(), visitId, 'later')).toMatchObject({ code: 'VISIT_DECIDED' });
    expect(await recordScoreSheet(worker(), { ...household, version: household.version + 1 })).toMatchObject({
      stage: 'group-review',
    });
    const { total } = await sheetOf(household.id);
    expect(total).toBe(plainTotal);
  });

  it('correct the sheet when the later one is taken after it was filled', async () => {
    const { household, visitId } = await visitedTwice(70_000);
    await recordScoreSheet(worker(), { ...household, version: household.version + 1 });
    const before = await sheetOf(household.id);
    expect(await decide(officer(), visitId, 'later')).toMatchObject({
      taken: 'later',
      changes: [{ fact: 'debt', before: 0, after: 70_000 }],
    });
    const after = await sheetOf(household.id);
    expect(after.revision).toBe(2);
    expect(after.total).not.toBe(before.total);
    expect(after.corrections).toEqual([
      { ground: 'lateVisit', decisionId: visitId, totalBefore: before.total, totalAfter: after.total },
    ]);
    expect(await lateVisits(officer(), { decided: true })).toHaveLength(2);
  });

  it('that came late are seen by nobody of another place', async () => {
    const elsewhere = service.as('fieldWorker', [groupCode(1, 0)], 'elsewhere');
    expect(await lateVisits(elsewhere, {})).toEqual([]);
    const [decided] = await lateVisits(officer(), { decided: true });
    expect(await decide(elsewhere, decided!.visitId, 'first')).toMatchObject({ code: 'NOT_FOUND' });
  });

  async function sheetOf(id: string) {
    const { household } = await officer().ask<{
      household: { scoreSheet: { total: number; revision: number; corrections: object[] } };
    }>(
      `query ($id: ID!) {
         household(id: $id) {
           scoreSheet { total revision corrections { ground decisionId totalBefore totalAfter } }
         }
       }`,
      { id },
    );
    return household.scoreSheet;
  }
});
