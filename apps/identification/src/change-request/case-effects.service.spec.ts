import { idNumberOf } from '@jingzhun/identification-rules';
import { Client } from 'pg';
import { askFor, carryOut, decideOn, householdOf, registerOf } from '../testing/register';
import { openCampaign, runningService, type RunningService } from '../testing/running-service';
import { groupCode, numberOf, townshipCode, villageCode } from '../testing/small-county';
import {
  assess,
  holdReview,
  householdsOf,
  postNotice,
  recordScoreSheet,
  recordVisit,
  sittingsOf,
} from '../testing/steps';

describe('a household that is changed while its campaign runs', () => {
  let service: RunningService;
  let looking: Client;
  beforeAll(async () => {
    service = await runningService();
    // Groups: five households, three, two, two; the second village is not poor.
    await openCampaign(service, { villages: [[5, 3, 2], [2]] }, 20);
    looking = new Client({ connectionString: service.database.adminUrl });
    await looking.connect();
  });
  afterAll(async () => {
    await looking.end();
    await service.close();
  });

  const groups = {
    first: groupCode(0, 0),
    second: groupCode(0, 1),
    third: groupCode(0, 2),
    elsewhere: groupCode(1, 0),
  };
  const worker = (...areas: string[]) => service.as('fieldWorker', areas.length ? areas : [groups.first]);
  const officer = () => service.as('townshipOfficer', [townshipCode], 'officer');
  const rows = async <Row>(sql: string, values: unknown[] = []) => (await looking.query(sql, values)).rows as Row[];
  const progress = async (areaCode: string): Promise<Record<string, number>> => {
    const { progress: answer } = await officer().ask<{
      progress: { households: number; stages: { stage: string; households: number }[] };
    }>(`query ($areaCode: ID!) { progress(areaCode: $areaCode) { households stages { stage households } } }`, {
      areaCode,
    });
    return {
      ...Object.fromEntries(answer.stages.map(({ stage, households }) => [stage, households])),
      all: answer.households,
    };
  };
  it('splits a household: the new one enters the campaign at its first stage with the next number of its group', async () => {
    const before = await progress(groups.first);
    const [, , household] = await registerOf(worker(), groups.first);
    await recordVisit(worker(), household!);
    const members = [{ memberId: household!.members[1]!.id, relation: '01' }];
    const done = await carryOut(worker(), officer(), 'Split', { householdId: household!.id, members });
    expect(done.caseEffects).toEqual([{ householdId: expect.any(String), effect: 'enters' }]);
    const begun = (await registerOf(worker(), groups.first)).find(({ number }) => number === `${groups.first}0006`)!;
    expect(begun).toMatchObject({ stage: 'visit', category: 'registeredPoor', members: [{ relation: '01' }] });
    expect(await householdOf(worker(), household!.id, 'stage members { relation }')).toEqual({
      stage: 'scoring',
      members: [{ relation: '01' }],
    });
    expect(await progress(groups.first)).toEqual({ ...before, visit: before.visit, scoring: 1, all: before.all! + 1 });
    const [started] = await rows<{ workflow_type: string; input: object }>(
      `SELECT workflow_type, input FROM outbox_command WHERE workflow_id = $1`,
      [begun.id],
    );
    expect(started).toMatchObject({
      workflow_type: 'householdCase',
      input: { householdId: begun.id, opened: { stage: 'visit', round: 1, dueAt: expect.any(String) } },
    });
    const told = await rows<{ type: string; data: object }>(`SELECT type, data FROM outbox_event WHERE key = $1`, [
      begun.id,
    ]);
    expect(told).toEqual([
      {
        type: 'identification.stage-opened.v1',
        data: expect.objectContaining({
          subjectId: begun.id,
          areaCode: groups.first,
          stage: 'visit',
          ownerRole: 'fieldWorker',
        }),
      },
    ]);
    // The number went with its member, under the key of the new household.
    const { revealIdNumber } = await worker().ask<{ revealIdNumber: { idNumber: string } }>(
      `mutation ($input: RevealIdNumberInput!) { revealIdNumber(input: $input) { ... on RevealedIdNumber { idNumber } } }`,
      { input: { memberId: begun.members[0]!.id, reason: 'the split' } },
    );
    expect(revealIdNumber.idNumber).toBe(numberOf(2, 1));
  });

  it('merges households: the case of the one that ends is closed where it stands and points to the other', async () => {
    const before = await progress(groups.first);
    const households = await registerOf(worker(), groups.first);
    const ending = households.find(({ number }) => number.endsWith('0006'))!;
    const into = households[1]!;
    const members = ending.members.map(({ id }) => ({ memberId: id, relation: '99' }));
    const done = await carryOut(worker(), officer(), 'Merger', {
      householdId: ending.id,
      intoHouseholdId: into.id,
      members,
    });
    expect(done.caseEffects).toEqual([{ householdId: ending.id, effect: 'ends' }]);
    expect((await registerOf(worker(), groups.first)).map(({ id }) => id)).not.toContain(ending.id);
    expect((await registerOf(worker(), groups.first))[1]!.members).toHaveLength(into.members.length + 1);
    expect(
      await householdOf(
        worker(),
        ending.id,
        'number stage endedAt successor { id } history { stage outcome } changeRequests { kind }',
      ),
    ).toEqual({
      number: `${groups.first}0006`,
      stage: 'withdrawn',
      endedAt: expect.any(String),
      successor: { id: into.id },
      history: [{ stage: 'visit', outcome: 'withdrawn' }],
      changeRequests: [{ kind: 'merge' }],
    });
    expect(await progress(groups.first)).toEqual({ ...before, visit: before.visit! - 1, all: before.all! - 1 });
    const facts = await rows<{ facts: object[] }>(
      `SELECT facts FROM outbox_command WHERE workflow_id = $1 AND facts IS NOT NULL`,
      [ending.id],
    );
    expect(facts).toEqual([
      { facts: [{ kind: 'stage-completed', sequence: 1, stage: 'visit', round: 1, at: expect.any(String) }] },
    ]);
    const told = await rows<{ data: { outcome: string } }>(
      `SELECT data FROM outbox_event WHERE key = $1 AND type = 'identification.stage-completed.v1'`,
      [ending.id],
    );
    expect(told.map(({ data }) => data.outcome)).toEqual(['withdrawn']);
    const open = await service.graph.internal('stage-open', {
      subjectKind: 'household',
      subjectId: ending.id,
      stage: 'visit',
      round: 1,
    });
    expect(open.body).toEqual({ open: false });
    // A number is given once.
    const split = { householdId: into.id, members: [{ memberId: into.members[1]!.id, relation: '01' }] };
    expect((await carryOut(worker(), officer(), 'Split', split)).after.map(({ number }) => number)).toContain(
      `${groups.first}0007`,
    );
  });

  it('transfers a household with its number, its case and its records to another group, and remembers where it was', async () => {
    const then = new Date().toISOString();
    const [household] = await registerOf(worker(groups.second), groups.second);
    await recordVisit(worker(groups.second), household!);
    const place = { areaCode: groups.third, hamletCode: `${villageCode(0)}H001`, address: 'House 33' };
    const done = await carryOut(worker(groups.second), officer(), 'Transfer', { householdId: household!.id, ...place });
    expect(done.caseEffects).toEqual([{ householdId: household!.id, effect: 'moves' }]);
    expect(await registerOf(worker(groups.second), groups.second)).toHaveLength(2);
    expect(
      await householdOf(
        worker(groups.third),
        household!.id,
        'number areaCode address stage members { name } history { stage }',
      ),
    ).toEqual({
      number: household!.number,
      areaCode: groups.third,
      address: 'House 33',
      stage: 'scoring',
      members: [{ name: expect.any(String) }, { name: expect.any(String) }],
      history: [{ stage: 'visit' }],
    });
    expect(await progress(groups.second)).toEqual({ visit: 2, all: 2 });
    expect(await progress(groups.third)).toEqual({ visit: 2, scoring: 1, all: 3 });
    const [moved] = await rows(`SELECT data FROM outbox_event WHERE type = 'identification.household-moved.v1'`);
    expect(moved).toEqual({
      data: {
        householdId: household!.id,
        fromAreaCode: groups.second,
        areaCode: groups.third,
        movedAt: expect.any(String),
      },
    });
    const asOf = async (areaCode: string, at: string) =>
      (
        await officer().ask<{ householdsAsOf: { totalCount: number; nodes: { id: string }[] } }>(
          `query ($areaCode: ID!, $at: DateTime!) { householdsAsOf(areaCode: $areaCode, asOf: $at, first: 100) { totalCount nodes { id } } }`,
          { areaCode, at },
        )
      ).householdsAsOf;
    expect((await asOf(groups.second, then)).nodes.map(({ id }) => id)).toContain(household!.id);
    expect((await asOf(groups.second, then)).totalCount).toBe(3);
    expect((await asOf(groups.third, then)).totalCount).toBe(2);
    expect((await asOf(groups.third, new Date().toISOString())).totalCount).toBe(3);
    // The household that was merged away was in its group then, and is in no group now.
    expect((await asOf(groups.first, then)).totalCount).toBe(6);
  });

  it('does not reach where the officer has no right', async () => {
    const [household] = await registerOf(worker(groups.third), groups.third);
    const away = {
      householdId: household!.id,
      areaCode: '451225101201001',
      hamletCode: '451225101201H001',
      address: 'Far',
    };
    const asked = await askFor(worker(groups.third), 'Transfer', away);
    expect(await decideOn(officer(), asked)).toMatchObject({ code: 'NOT_FOUND', field: 'areaCode' });
    const wrongHamlet = { ...away, areaCode: groups.elsewhere, hamletCode: `${villageCode(0)}H001` };
    expect(await carryOut(worker(groups.third), officer(), 'Transfer', wrongHamlet)).toMatchObject({
      field: 'hamletCode',
    });
  });

  it('adds a household that was missed, when it is in scope', async () => {
    const member = { name: 'Missed', relation: '01', idNumber: idNumberOf('45122519500505007'), ethnicity: 'Han' };
    const missed = (areaCode: string, category: string, village: number) => ({
      areaCode,
      hamletCode: `${villageCode(village)}H001`,
      address: 'Behind the hill',
      category,
      members: [member],
    });
    const asker = worker(groups.third, groups.elsewhere);
    expect(await carryOut(asker, officer(), 'HouseholdAdded', missed(groups.elsewhere, 'ordinary', 1))).toMatchObject({
      code: 'NOT_IN_SCOPE',
    });
    expect(await askFor(asker, 'HouseholdAdded', missed(groups.first, 'newApplicant', 0))).toMatchObject({
      code: 'NOT_FOUND',
    });
    const done = await carryOut(asker, officer(), 'HouseholdAdded', missed(groups.elsewhere, 'newApplicant', 1));
    expect(done.after[0]).toMatchObject({ number: `${groups.elsewhere}0003` });
    expect(await progress(groups.elsewhere)).toEqual({ visit: 3, all: 3 });
  });

  it('waits for a sitting before which the household lies, and for a publicity to close', async () => {
    const asker = worker(groups.second);
    const secretary = service.as('groupSecretary', [groups.second], 'second secretary');
    await assess(asker, groups.second);
    const [one, other] = await registerOf(asker, groups.second);
    const members = other!.members.map(({ id }) => ({ memberId: id, relation: '99' }));
    const merger = await askFor(asker, 'Merger', { householdId: other!.id, intoHouseholdId: one!.id, members });
    expect(await decideOn(officer(), merger)).toMatchObject({ code: 'HOUSEHOLD_UNDER_REVIEW' });
    const renamed = { householdId: one!.id, memberId: one!.members[0]!.id, name: 'Corrected meanwhile' };
    expect(await carryOut(asker, officer(), 'IdentityCorrection', renamed)).toMatchObject({ state: 'approved' });

    const [sitting] = await sittingsOf(secretary, { areaCode: groups.second });
    const held = await holdReview(secretary, 'Group', sitting!);
    expect(await decideOn(officer(), merger)).toMatchObject({ code: 'HOUSEHOLD_IN_PUBLICITY' });
    await postNotice(secretary, held);
    expect(await decideOn(officer(), merger)).toMatchObject({ code: 'HOUSEHOLD_IN_PUBLICITY' });
    for (let closed = false; !closed;)
      closed = (await service.graph.internal('close-publicity', { sittingId: sitting!.id })).status === 204;
    expect(await decideOn(officer(), merger)).toMatchObject({ state: 'approved' });
    expect(await progress(groups.second)).toEqual({ 'village-review': 1, all: 1 });
  });

  it('opens the sitting that waited only for a household that is no more', async () => {
    const asker = worker(groups.elsewhere);
    const secretary = service.as('groupSecretary', [groups.elsewhere], 'secretary elsewhere');
    const households = await householdsOf(asker, groups.elsewhere, 'visit');
    for (const household of households.slice(0, 2)) await recordScoreSheet(asker, await recordVisit(asker, household));
    expect(await sittingsOf(secretary, {})).toEqual([]);
    const missed = (await registerOf(asker, groups.elsewhere)).find(({ id }) => id === households[2]!.id)!;
    const done = await carryOut(asker, officer(), 'MemberRemoved', {
      householdId: missed.id,
      memberId: missed.members[0]!.id,
      cause: 'movedOut',
    });
    expect(done).toMatchObject({ after: [], caseEffects: [{ householdId: missed.id, effect: 'ends' }] });
    expect(await sittingsOf(secretary, {})).toMatchObject([{ state: 'open', stage: 'group-review', households: 2 }]);
    expect(await progress(groups.elsewhere)).toEqual({ 'group-review': 2, all: 2 });
  });
});
