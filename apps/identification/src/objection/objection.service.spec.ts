import {
  answerObjection,
  assignRecheck,
  callBack,
  decideObjection,
  object,
  recordRecheck,
  registerObjection,
  settle,
} from '../testing/objection-steps';
import { group, neighbours, peopleOf, publicVillage, stored } from '../testing/public-village';
import type { RunningService } from '../testing/running-service';
import { townshipCode } from '../testing/small-county';
import { assess, householdsOf, sittingsOf, type ShownHousehold } from '../testing/steps';

describe('an objection', () => {
  let service: RunningService;
  let people: ReturnType<typeof peopleOf>;
  let households: ShownHousehold[];
  beforeAll(async () => {
    service = await publicVillage(86_400_000);
    people = peopleOf(service);
    households = await householdsOf(people.scorer, group);
  });
  afterAll(() => service.close());

  it('is recorded by the secretary of its group and by no other', async () => {
    const [household] = households;
    expect(await object(people.other, household!.id)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await object(people.secretary, household!.id)).toMatchObject({ state: 'received', effect: 'suspends' });
  });

  it('shows who objected to the township, which must answer, and to nobody else', async () => {
    const query = `{ objections(first: 1) { nodes { state objector { name phone } } } }`;
    const seen = await people.officer.ask<{ objections: { nodes: object[] } }>(query);
    expect(seen.objections.nodes).toEqual([{ state: 'received', objector: { name: '韦秀兰', phone: '10012345678' } }]);
    const { data, errors } = await people.secretary.execute<{ objections: { nodes: object[] } }>(query);
    expect(errors?.[0]?.extensions?.code).toBe('NOT_ALLOWED');
    expect(JSON.stringify(data)).not.toContain('韦秀兰');
    const { objections } = await people.other.ask<{ objections: { totalCount: number } }>(
      `{ objections(first: 1) { totalCount } }`,
    );
    expect(objections.totalCount).toBe(0);
  });

  it('leaves no name, telephone or statement in what is told to others', async () => {
    const told = await stored<{ text: string }>(
      service,
      `SELECT data::text AS text FROM outbox_event
       UNION ALL SELECT concat(input::text, facts::text) FROM outbox_command
       UNION ALL SELECT answer::text FROM idempotency_key UNION ALL SELECT detail::text FROM objection_step`,
    );
    expect(told.length).toBeGreaterThan(0);
    expect(told.map(({ text }) => text).join()).not.toMatch(/韦秀兰|10012345678|brother/);
  });

  it('keeps every step for good', async () => {
    await expect(stored(service, `UPDATE objection_step SET by = 'nobody'`)).rejects.toThrow('only grows');
    await expect(stored(service, `DELETE FROM objection_step`)).rejects.toThrow('only grows');
  });

  it('is refused with everything that speaks against it', async () => {
    const anonymous = await object(people.secretary, households[0]!.id, {
      objector: null,
      receivedAt: '2199-01-01T00:00:00Z',
    });
    expect(anonymous).toMatchObject({
      code: 'OBJECTION_REFUSED',
      problems: [{ code: 'ANONYMOUS_NOT_ALLOWED' }, { code: 'RECEIVED_LATER' }],
    });
    expect(await object(people.secretary, null)).toMatchObject({ code: 'INVALID_INPUT', field: 'areaCode' });
    expect(await object(people.secretary, households[0]!.id, { statement: ' ' })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'statement',
    });
  });

  it('is checked again by somebody who scored nobody in that group, and decided by a third', async () => {
    const received = await object(people.secretary, households[1]!.id, { kind: 'report', objector: null });
    expect(await assignRecheck(people.officer, received, [people.scorer.id])).toMatchObject({
      problems: [{ code: 'NOT_AT_STATE' }, { code: 'SCORED_BY_TEAM', field: 'persons' }],
    });
    const registered = await registerObjection(people.officer, received);
    expect(await registerObjection(people.officer, received)).toMatchObject({ code: 'STALE_VERSION' });
    const assigned = await assignRecheck(people.officer, registered, [people.checker.id, people.officer.id]);
    expect(await recordRecheck(people.scorer, assigned)).toEqual({ code: 'NOT_FOUND' });
    const { myRechecks } = await people.checker.ask<{ myRechecks: object[] }>(
      `{ myRechecks { kind householdNumber statement } }`,
    );
    expect(myRechecks).toMatchObject([{ kind: 'report', householdNumber: households[1]!.number }]);
    expect(await recordRecheck(people.checker, assigned)).toEqual({ recorded: true });
    const rechecked = { ...assigned, version: assigned.version + 1 };
    expect(await decideObjection(people.officer, rechecked, 'newHousehold', { reason: ' ' })).toMatchObject({
      problems: [
        { code: 'RECHECKED_SAME_PERSON' },
        { code: 'DECISION_DOES_NOT_FIT' },
        { code: 'NEW_HOUSEHOLD_MISSING' },
        { code: 'REASON_MISSING' },
      ],
    });
    expect(await decideObjection(people.leader, rechecked, 'unchanged')).toMatchObject({
      problems: [{ code: 'MAY_NOT_DECIDE' }],
    });
    const second = service.as('townshipOfficer', [townshipCode], 'second officer');
    const decided = await decideObjection(second, rechecked, 'unchanged');
    expect(decided).toMatchObject({ state: 'decided', consequence: 'resumes' });
    expect(await answerObjection(people.officer, decided)).toMatchObject({ state: 'closed' });
  });

  it('ends with a call back to whoever gave his name', async () => {
    const received = await object(people.secretary, households[1]!.id, { channel: 'phone' });
    const decided = await settle(people.officer, people.checker, received, 'unchanged');
    const answered = await answerObjection(people.officer, decided);
    expect(answered).toMatchObject({ state: 'answered' });
    const closed = await callBack(people.officer, answered);
    expect(closed).toMatchObject({ state: 'closed' });
    const { objection } = await people.village.ask<{ objection: { steps: { kind: string }[] } }>(
      `query ($id: ID!) { objection(id: $id) { steps { kind } } }`,
      { id: closed.id },
    );
    expect(objection.steps.map(({ kind }) => kind)).toEqual([
      'receive',
      'register',
      'assign',
      'recheck',
      'decide',
      'answer',
      'call-back',
    ]);
  });

  it('on a household that was missed names the one to be added', async () => {
    const received = await object(people.village, null, { kind: 'missed', areaCode: group });
    expect(received).toMatchObject({ effect: 'none' });
    const wrong = await settle(people.officer, people.checker, received, 'newHousehold', {
      newHouseholdNumber: `${neighbours}0009`,
    });
    expect(wrong).toMatchObject({ code: 'INVALID_INPUT', field: 'newHouseholdNumber' });
    const right = { newHouseholdNumber: `${group}0009` };
    const rechecked = { id: received.id, version: received.version + 3 };
    expect(await decideObjection(people.officer, rechecked, 'newHousehold', right)).toMatchObject({
      consequence: 'isAssessed',
    });
  });

  it('that is found right takes its household, and no other, out of the publicity to be assessed again', async () => {
    const received = await object(people.secretary, households[2]!.id, { kind: 'report' });
    const decided = await settle(people.officer, people.checker, received, 'scoreChanged');
    expect(decided).toMatchObject({ consequence: 'returnsToReview' });
    const stages = await householdsOf(people.scorer, group);
    expect(stages.map(({ stage, round }) => [stage, round])).toEqual([
      ['publicity', 1],
      ['publicity', 1],
      ['scoring', 2],
    ]);
    await assess(people.scorer, group);
    const [again] = await sittingsOf(people.secretary, { state: 'open' });
    expect(again).toMatchObject({ stage: 'group-review', round: 2, households: 1 });
  });

  it('is counted by kind and decision', async () => {
    const { objectionFigures } = await people.leader.ask<{ objectionFigures: object[] }>(
      `{ objectionFigures { kind decision objections } }`,
    );
    expect(objectionFigures).toEqual([
      { kind: 'missed', decision: 'newHousehold', objections: 1 },
      { kind: 'own', decision: 'unchanged', objections: 1 },
      { kind: 'own', decision: null, objections: 1 },
      { kind: 'report', decision: 'scoreChanged', objections: 1 },
      { kind: 'report', decision: 'unchanged', objections: 1 },
    ]);
  });
});
