import { randomUUID } from 'node:crypto';
import type { Assignment } from '../graph.generated';
import { RunningService } from '../testing/running-service';
import { groups, otherGroup, township } from '../testing/small-staff';
import { change, importSmallStaff } from '../testing/steps';

const shown = '... on Assignment { id version areaCode role team { number } person { number } changedAt }';

interface OutboxEvent {
  type: string;
  key: string;
  actor: string;
  data: Record<string, unknown>;
}

describe('assigning a group to a team', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await RunningService.start();
    await importSmallStaff(service);
  });
  afterAll(() => service.close());

  const team = async (number: string) => {
    const [row] = await service.look<{ id: string; leader_id: string }>(`SELECT * FROM team WHERE number = $1`, [
      number,
    ]);
    return row!;
  };
  const versionOf = async (areaCode: string) => {
    const [row] = await service.look<{ version: number }>(
      `SELECT version FROM assignment WHERE area_code = $1 AND role = 'fieldWorker'`,
      [areaCode],
    );
    return row?.version ?? 0;
  };
  const events = () => service.look<OutboxEvent>(`SELECT type, key, actor, data FROM outbox_event ORDER BY id`);
  const officer = () => service.as('townshipOfficer', [township]);
  const assign = (input: object, actor = officer()) => change<Assignment>(actor, 'assignTeam', { ...input }, shown);

  it('changes who works there and tells everybody in the same breath', async () => {
    const { id: teamId, leader_id: leader } = await team('FIELD2');
    const before = await events();
    const actor = officer();
    const answer = await assign({ areaCode: groups[0], version: 1, teamId }, actor);
    expect(answer).toMatchObject({ version: 2, areaCode: groups[0], role: 'fieldWorker', team: { number: 'FIELD2' } });
    const [event, ...more] = (await events()).slice(before.length);
    expect(more).toEqual([]);
    expect(event).toEqual({
      type: 'organization.assignment-changed.v1',
      key: answer.id,
      actor: actor.passport!.accountId,
      data: { areaCode: groups[0], role: 'fieldWorker', teamId, personId: leader, changedAt: answer.changedAt },
    });
  });

  it('tells nobody anything when it is refused', async () => {
    const before = await events();
    const { id: teamId } = await team('FIELD1');
    expect(await assign({ areaCode: groups[0], version: 1, teamId })).toMatchObject({ code: 'STALE_VERSION' });
    const { id: taskGroup } = await team('TASK1');
    const administrator = service.as('administrator', ['451225']);
    const refused = await assign({ areaCode: groups[0], version: 2, teamId: taskGroup }, administrator);
    expect(refused).toMatchObject({ code: 'TEAM_NOT_ASSIGNABLE', field: 'teamId' });
    expect(await events()).toHaveLength(before.length);
    expect(await versionOf(groups[0])).toBe(2);
  });

  it('is not done at all when it cannot be told', async () => {
    const { id: teamId } = await team('FIELD1');
    await service.look('ALTER TABLE outbox_event RENAME TO outbox_event_away');
    const { errors } = await officer().execute(
      `mutation ($input: AssignTeamInput!) { assignTeam(input: $input) { __typename } }`,
      { input: { key: randomUUID(), areaCode: groups[0], version: 2, teamId } },
    );
    await service.look('ALTER TABLE outbox_event_away RENAME TO outbox_event');
    expect(errors?.[0]?.extensions?.code).toBe('FAULT');
    expect(await versionOf(groups[0])).toBe(2);
  });

  it('has one effect and one answer when it is sent twice, and refuses another request under its key', async () => {
    const { id: teamId } = await team('FIELD1');
    const before = await events();
    const actor = officer();
    const input = { key: randomUUID(), areaCode: groups[1], version: 1, teamId };
    const answer = await assign(input, actor);
    expect(await assign(input, actor)).toEqual(answer);
    expect(await assign({ ...input, version: 2 }, actor)).toMatchObject({ code: 'KEY_REUSED' });
    expect(await events()).toHaveLength(before.length + 1);
  });

  it('is done by the one of two officers who was first, also for a group that had no team', async () => {
    const { id: teamId } = await team('FIELD1');
    const both = () =>
      Promise.all([0, 1].map(async () => assign({ areaCode: groups[2], version: await versionOf(groups[2]), teamId })));
    for (const answers of [await both(), await both()]) {
      expect(answers.filter(({ team: assigned }) => assigned)).toHaveLength(1);
      expect(answers.filter(({ code }) => code === 'STALE_VERSION')).toHaveLength(1);
    }
    expect(await versionOf(groups[2])).toBe(2);
  });

  it('may leave the group without a team', async () => {
    const version = await versionOf(groups[2]);
    expect(await assign({ areaCode: groups[2], version, teamId: null })).toMatchObject({ team: null });
    expect((await events()).at(-1)!.data).not.toHaveProperty('teamId');
  });

  it('stays within the township of the officer', async () => {
    const { id: teamId } = await team('FIELD1');
    expect(await assign({ areaCode: otherGroup, version: 1, teamId })).toMatchObject({ code: 'NOT_ALLOWED' });
    const { id: foreign } = await team('FIELD3');
    expect(await assign({ areaCode: groups[0], version: 2, teamId: foreign })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await assign({ areaCode: '451225100201', version: 0, teamId })).toMatchObject({ code: 'INVALID_INPUT' });
  });
});
