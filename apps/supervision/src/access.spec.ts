import { randomUUID } from 'node:crypto';
import type { Passport, Role } from '@jingzhun/access';
import { roles } from '@jingzhun/access';
import { passportOf } from '@jingzhun/access/testing';
import { assignmentChangedV1 } from '@jingzhun/contracts/organization';
import { Database } from '@jingzhun/database';
import { eventOf, MadeUpStage } from './testing/made-up-stage';
import { Supervision } from './testing/supervision';

const here = '451225100001001';
const there = '451225101001001';

describe('who sees and does what', () => {
  let supervision: Supervision;
  const own = new MadeUpStage({ areaCode: here });
  const foreign = new MadeUpStage({ areaCode: there });
  const sitting = new MadeUpStage({ areaCode: here, subjectKind: 'group', stage: 'group-review', households: 32 });
  const team = randomUUID();
  const leader = randomUUID();
  let ownClock: string;
  let foreignClock: string;
  let foreignExtension: string;

  beforeAll(async () => {
    supervision = await Supervision.start('2015-10-12T13:00:00.000Z');
    await supervision.take(
      own.opened(),
      foreign.opened(),
      sitting.opened({ ownerRole: 'groupSecretary' }),
      eventOf(assignmentChangedV1.type, here, {
        areaCode: here,
        role: 'fieldWorker',
        teamId: team,
        personId: leader,
        changedAt: '2015-10-12T07:00:00.000Z',
      }),
      eventOf(assignmentChangedV1.type, here, {
        areaCode: '451225100',
        role: 'groupSecretary',
        personId: leader,
        changedAt: '2015-10-12T07:00:00.000Z',
      }),
    );
    ownClock = (await supervision.clockOf(own.subject)).id;
    foreignClock = (await supervision.clockOf(foreign.subject)).id;
    const asked = await supervision.ask<{ requestExtension: { id: string } }>(
      passportOf('fieldWorker', [there]),
      `mutation ($clock: ID!) { requestExtension(input: { key: "k", clockId: $clock, version: 1, reason: "rain",
         dueAt: "2015-10-12T20:00:00Z" }) { ... on Extension { id } } }`,
      { clock: foreignClock },
    );
    foreignExtension = asked.requestExtension.id;
  });
  afterAll(() => supervision.stop());

  const worker = passportOf('fieldWorker', [here]);
  const entities = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
    ... on Household { clock { id } } ... on Clock { subjectId } ... on Extension { reason } } }`;

  describe('a worker', () => {
    it('sees the clock of his own household, with its due time and who answers for it', async () => {
      const { clock } = await supervision.ask<{ clock: object }>(
        worker,
        `query ($id: ID!) { clock(subjectId: $id) { id state since dueAt firstDueAt lateSeconds area { code } household { id }
           owner { role team { id } person { id } } extensions { id } } }`,
        { id: own.subject.subjectId },
      );
      expect(clock).toEqual({
        id: ownClock,
        state: 'atRisk',
        since: own.remindAt,
        dueAt: own.dueAt,
        firstDueAt: own.dueAt,
        lateSeconds: 0,
        area: { code: here },
        household: { id: own.subject.subjectId },
        owner: { role: 'fieldWorker', team: { id: team }, person: { id: leader } },
        extensions: [],
      });
    });

    it('finds nothing of another group by id, through any query', async () => {
      const answer = await supervision.ask(
        worker,
        `query ($id: ID!) { clock(subjectId: $id) { id } clocks(subjectId: $id) { id } }`,
        { id: foreign.subject.subjectId },
      );
      expect(answer).toEqual({ clock: null, clocks: [] });
    });

    it('finds nothing of another group by key, which is how the gateway asks', async () => {
      const representations = [
        { __typename: 'Household', id: own.subject.subjectId },
        { __typename: 'Household', id: foreign.subject.subjectId },
        { __typename: 'Clock', id: ownClock },
        { __typename: 'Clock', id: foreignClock },
        { __typename: 'Extension', id: foreignExtension },
      ];
      expect(await supervision.ask(worker, entities, { representations })).toEqual({
        _entities: [{ clock: { id: ownClock } }, { clock: null }, { subjectId: own.subject.subjectId }, null, null],
      });
    });

    it('lists and counts his own groups only, also when he names another', async () => {
      const lists = `query ($area: ID) {
        stuckCases(filter: { areaCode: $area }, first: 100) { totalCount nodes { areaCode } }
        board(areaCode: $area) { total { atRisk { clocks households } } lines { area { code } } } }`;
      expect(await supervision.ask(worker, lists)).toEqual({
        stuckCases: { totalCount: 2, nodes: [{ areaCode: here }, { areaCode: here }] },
        board: { total: { atRisk: { clocks: 2, households: 33 } }, lines: [{ area: { code: here } }] },
      });
      for (const area of [there, '451225101']) {
        expect(await supervision.ask(worker, lists, { area })).toEqual({
          stuckCases: { totalCount: 0, nodes: [] },
          board: { total: { atRisk: { clocks: 0, households: 0 } }, lines: [] },
        });
      }
      expect(await supervision.ask(worker, lists, { area: '451225' })).toMatchObject({ stuckCases: { totalCount: 2 } });
    });

    it('cannot ask for more time for another group, nor on a stage he does not owe', async () => {
      const ask = (clockId: string) =>
        supervision.ask(
          worker,
          `mutation ($input: RequestExtensionInput!) { requestExtension(input: $input) { __typename } }`,
          { input: { key: randomUUID(), clockId, version: 1, dueAt: '2015-10-12T20:00:00Z', reason: 'rain' } },
        );
      expect(await ask(foreignClock)).toEqual({ requestExtension: { __typename: 'NotFound' } });
      const { id } = await supervision.clockOf(sitting.subject);
      expect(await ask(id)).toEqual({ requestExtension: { __typename: 'NotAllowed' } });
    });

    it('with no group assigned sees an empty board', async () => {
      const nobody = passportOf('fieldWorker', []);
      expect(
        await supervision.ask(
          nobody,
          `{ board { area { code } lines { area { code } } } stuckCases(first: 1) { totalCount } }`,
        ),
      ).toEqual({ board: { area: null, lines: [] }, stuckCases: { totalCount: 0 } });
    });
  });

  it('an officer does not decide, list or count requests of another township', async () => {
    const officer = passportOf('townshipOfficer', ['451225100']);
    expect(
      await supervision.ask(
        officer,
        `mutation ($id: ID!) { decideExtension(input: { key: "k", extensionId: $id, approve: true }) { __typename } }`,
        { id: foreignExtension },
      ),
    ).toEqual({ decideExtension: { __typename: 'NotFound' } });
    expect(
      await supervision.ask(
        officer,
        `{ waitingExtensions(first: 10) { totalCount nodes { id } } deadlineFigures(areaCode: "451225") { clocks } }`,
      ),
    ).toEqual({ waitingExtensions: { totalCount: 0, nodes: [] }, deadlineFigures: { clocks: 2 } });
  });

  it('a page of households costs one question to the database', async () => {
    const households = Array.from({ length: 40 }, () => new MadeUpStage({ areaCode: here }));
    await supervision.take(...households.map((stage) => stage.opened()));
    const read = jest.spyOn(supervision.get(Database), 'read');
    const representations = households.map(({ subject }) => ({ __typename: 'Household', id: subject.subjectId }));
    const answer = await supervision.ask<{ _entities: { clock: { id: string } }[] }>(worker, entities, {
      representations,
    });
    expect(answer._entities.every(({ clock }) => clock.id)).toBe(true);
    expect(read).toHaveBeenCalledTimes(1);
    read.mockRestore();
  });

  it('the owner of a sitting is found in the nearest area above it', async () => {
    const { clock } = await supervision.ask<{ clock: object }>(
      passportOf('groupSecretary', [here]),
      `query ($id: ID!) { clock(subjectId: $id) { household { id } sitting { id clock { stage } } owner { person { id } team { id } } } }`,
      { id: sitting.subject.subjectId },
    );
    expect(clock).toEqual({
      household: null,
      sitting: { id: sitting.subject.subjectId, clock: { stage: 'group-review' } },
      owner: { person: { id: leader }, team: null },
    });
  });

  describe('by role', () => {
    const everywhere = Object.fromEntries(roles.map((role) => [role, passportOf(role, ['451225'])])) as Record<
      Role,
      Passport
    >;
    const readers: Role[] = [
      'administrator',
      'countyLeader',
      'supervisor',
      'townshipOfficer',
      'villageSecretary',
      'groupSecretary',
      'fieldWorker',
    ];
    const id = '00000000-0000-4000-8000-000000000000';
    const operations: [string, Role[]][] = [
      [`{ board { asOf } }`, readers],
      [`{ stuckCases(first: 1) { totalCount } }`, readers],
      [`{ clock(subjectId: "${id}") { id } }`, [...readers, 'entryClerk']],
      [`{ clocks(subjectId: "${id}") { id } }`, [...readers, 'entryClerk']],
      [`{ deadlineFigures { clocks } }`, ['administrator', 'countyLeader', 'supervisor', 'townshipOfficer']],
      [
        `{ waitingExtensions(first: 1) { totalCount } }`,
        ['administrator', 'countyLeader', 'supervisor', 'townshipOfficer'],
      ],
      [
        `mutation { requestExtension(input: { key: "k", clockId: "${id}", version: 1, reason: "r", dueAt: "2015-10-12T20:00:00Z" })
           { ... on NotFound { code } ... on NotAllowed { code } } }`,
        ['supervisor', 'townshipOfficer', 'villageSecretary', 'groupSecretary', 'fieldWorker', 'entryClerk'],
      ],
      [
        `mutation { decideExtension(input: { key: "k", extensionId: "${id}", approve: true }) { ... on NotFound { code } } }`,
        ['supervisor', 'townshipOfficer'],
      ],
    ];
    const cases = operations.flatMap(([operation, allowed]) =>
      roles.map(
        (role) =>
          [
            operation.match(/\w+/g)?.find((word) => word !== 'mutation'),
            role,
            allowed.includes(role),
            operation,
          ] as const,
      ),
    );

    it.each(cases)('%s by %s: %s', async (_, role, allowed, operation) => {
      const answer = await supervision.graph.execute(everywhere[role], operation);
      const refused = JSON.stringify(answer).includes('NOT_ALLOWED');
      expect(refused).toBe(!allowed);
      if (allowed) expect(answer.errors).toBeUndefined();
    });

    it.each(operations.map(([operation]) => operation))(
      'nobody who is not signed in is answered: %#',
      async (operation) => {
        const answer = await supervision.graph.execute(undefined, operation);
        expect(JSON.stringify(answer)).toContain('NOT_ALLOWED');
      },
    );
  });

  it('the database itself keeps a scope to its rows, whatever the statement asks for', async () => {
    const inScope = await supervision.database.read({ areas: [here] }, (tx) =>
      tx.query<{ clocks: number; extensions: number }[]>(
        `SELECT (SELECT count(*)::int FROM clock WHERE area_code <> $1) AS clocks, (SELECT count(*)::int FROM extension) AS extensions`,
        [here],
      ),
    );
    expect(inScope).toEqual([{ clocks: 0, extensions: 0 }]);
    const intrusion = supervision.database.transaction({ areas: [here] }, (tx) =>
      tx.query(
        `INSERT INTO clock (subject_kind, subject_id, stage, round, area_code, households) VALUES ('household', $1, 'visit', 1, $2, 1)`,
        [randomUUID(), there],
      ),
    );
    await expect(intrusion).rejects.toThrow('row-level security');
  });

  it('a page has 1 to 100 rows', async () => {
    for (const first of [0, 101]) {
      const { errors } = await supervision.graph.execute(worker, `{ stuckCases(first: ${first}) { totalCount } }`);
      expect(errors?.[0]?.extensions?.code).toBe('INVALID_INPUT');
    }
  });

  it('a call without the signature of the gateway is refused, the schema and the fetch by key included', async () => {
    for (const query of [
      '{ board { asOf } }',
      '{ _service { sdl } }',
      '{ _entities(representations: []) { __typename } }',
    ]) {
      const answer = await supervision.graph.app.inject({ method: 'POST', url: '/graphql', payload: { query } });
      expect(answer.statusCode).toBe(401);
    }
  });
});
