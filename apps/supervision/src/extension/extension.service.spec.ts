import { randomUUID } from 'node:crypto';
import type { Passport } from '@jingzhun/access';
import { passportOf } from '@jingzhun/access/testing';
import type { DeadlineAnswer } from '@jingzhun/contracts/identification';
import { group, MadeUpStage } from '../testing/made-up-stage';
import { Supervision } from '../testing/supervision';

const worker = passportOf('fieldWorker', [group]);
const officer = passportOf('townshipOfficer', ['451225100']);
const supervisor = passportOf('supervisor', ['451225']);

const later = '2015-10-12T20:00:00.000Z';

interface Answer {
  __typename: string;
  id?: string;
  code?: string;
  state?: string;
  dueAt?: string;
  clock?: { version: number; dueAt: string; firstDueAt: string };
}

describe('an extension', () => {
  let supervision: Supervision;
  beforeAll(async () => {
    supervision = await Supervision.start();
  });
  afterAll(() => supervision.stop());

  const openStage = async () => {
    const stage = new MadeUpStage();
    await supervision.take(stage.opened());
    return { stage, clockId: (await supervision.clockOf(stage.subject)).id };
  };

  const request = async (who: Passport, clockId: string, more = {}): Promise<Answer> => {
    const input = {
      key: randomUUID(),
      clockId,
      version: 1,
      dueAt: later,
      reason: 'the bridge is under water',
      ...more,
    };
    const { requestExtension } = await supervision.ask<{ requestExtension: Answer }>(
      who,
      `mutation ($input: RequestExtensionInput!) { requestExtension(input: $input) {
         __typename ... on Extension { id state dueAt } ... on Refusal { code } } }`,
      { input },
    );
    return requestExtension;
  };

  const decide = async (who: Passport, extensionId: string, more = {}): Promise<Answer> => {
    const input = { key: randomUUID(), extensionId, approve: true, ...more };
    const { decideExtension } = await supervision.ask<{ decideExtension: Answer }>(
      who,
      `mutation ($input: DecideExtensionInput!) { decideExtension(input: $input) {
         __typename ... on Extension { id state clock { version dueAt firstDueAt } } ... on Refusal { code } } }`,
      { input },
    );
    return decideExtension;
  };

  const breach = async (stage: MadeUpStage) =>
    (await supervision.graph.internal<DeadlineAnswer>('breach', stage.reached())).body;

  it('asked by the worker and granted by the officer moves the deadline, keeps the first one, and reaches the case', async () => {
    const { stage, clockId } = await openStage();
    const asked = await request(worker, clockId);
    expect(asked).toMatchObject({ __typename: 'Extension', state: 'waiting', dueAt: later });

    expect(await decide(officer, asked.id!)).toEqual({
      __typename: 'Extension',
      id: asked.id,
      state: 'granted',
      clock: { version: 2, dueAt: later, firstDueAt: stage.dueAt },
    });

    const { subjectId, stage: key, round } = stage.subject;
    const times = { version: 2, remindAt: '2015-10-12T16:00:00.000Z', dueAt: later };
    expect(
      await supervision.rows('SELECT workflow_type, facts FROM outbox_command WHERE workflow_id = $1', [subjectId]),
    ).toEqual([
      { workflow_type: 'householdCase', facts: [{ kind: 'deadline-extended', stage: key, round, ...times }] },
    ]);
    expect(await supervision.rows('SELECT type, actor, data FROM outbox_event WHERE key = $1', [subjectId])).toEqual([
      {
        type: 'supervision.extension-granted.v1',
        actor: officer.accountId,
        data: { ...stage.subject, ...times },
      },
    ]);
    // The timer that knew the old deadline is told the new one.
    expect(await breach(stage)).toEqual({ outcome: 'extended', ...times });
    expect(await supervision.told(subjectId)).not.toContain('supervision.deadline-breached.v1');
  });

  it('that is refused leaves the deadline where it was', async () => {
    const { stage, clockId } = await openStage();
    const asked = await request(worker, clockId);
    expect(await decide(officer, asked.id!, { approve: false, note: 'the bridge is dry' })).toMatchObject({
      state: 'refused',
      clock: { version: 1, dueAt: stage.dueAt },
    });
    expect(await breach(stage)).toEqual({ outcome: 'recorded' });
  });

  it('is not decided by the person who asked, and not granted after the breach', async () => {
    const { stage, clockId } = await openStage();
    const asked = await request(officer, clockId);
    expect(await decide(officer, asked.id!)).toMatchObject({ __typename: 'OwnRequest', code: 'OWN_REQUEST' });
    await breach(stage);
    expect(await decide(supervisor, asked.id!)).toMatchObject({ __typename: 'DeadlinePassed' });
  });

  it('asked twice with one key is one request with one answer; another request with that key is refused', async () => {
    const { clockId } = await openStage();
    const key = randomUUID();
    const first = await request(worker, clockId, { key });
    const [second, third] = await Promise.all([request(worker, clockId, { key }), request(worker, clockId, { key })]);
    expect([second, third]).toEqual([first, first]);
    expect(await request(worker, clockId, { key, reason: 'another' })).toMatchObject({ __typename: 'KeyReused' });
    expect(await supervision.rows('SELECT FROM extension WHERE clock_id = $1', [clockId])).toHaveLength(1);
  });

  it('decided twice with one key is decided once with one answer', async () => {
    const { stage, clockId } = await openStage();
    const asked = await request(worker, clockId);
    const key = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => decide(officer, asked.id!, { key })));
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(await supervision.told(stage.subject.subjectId)).toEqual(['supervision.extension-granted.v1']);
    expect(await decide(officer, asked.id!, { key, approve: false, note: 'no' })).toMatchObject({
      __typename: 'KeyReused',
    });
  });

  it('that two officers decide at once has the first decision; the other is told so', async () => {
    const { stage, clockId } = await openStage();
    const asked = await request(worker, clockId);
    const answers = await Promise.all([
      decide(officer, asked.id!),
      decide(supervisor, asked.id!, { approve: false, note: 'no' }),
    ]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['Extension', 'ExtensionDecided']);
    const granted = answers.some(({ state }) => state === 'granted');
    expect((await supervision.clockOf(stage.subject)).version).toBe(granted ? 2 : 1);
  });

  it('asked by two people at once is one request; the other is told to wait', async () => {
    const { clockId } = await openStage();
    const answers = await Promise.all([request(worker, clockId), request(officer, clockId)]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['Extension', 'ExtensionWaiting']);
  });

  it('asked on a deadline that has moved since it was read is refused as stale', async () => {
    const { clockId } = await openStage();
    await decide(officer, (await request(worker, clockId)).id!);
    expect(await request(worker, clockId)).toMatchObject({ __typename: 'StaleVersion', code: 'STALE_VERSION' });
  });

  it('is listed for the officer while it waits and can be granted, page by page', async () => {
    const { stage, clockId } = await openStage();
    const asked = await request(worker, clockId);
    const waiting = async (who: Passport) => {
      const ids: string[] = [];
      let after: string | null = null;
      do {
        const { waitingExtensions }: Waiting = await supervision.ask<Waiting>(
          who,
          `query ($after: String) { waitingExtensions(first: 1, after: $after) {
             nodes { id } totalCount pageInfo { endCursor hasNextPage } } }`,
          { after },
        );
        ids.push(...waitingExtensions.nodes.map(({ id }) => id));
        after = waitingExtensions.pageInfo.hasNextPage ? waitingExtensions.pageInfo.endCursor : null;
      } while (after);
      return ids;
    };
    expect(await waiting(officer)).toContain(asked.id);
    expect(await waiting(passportOf('townshipOfficer', ['451225101']))).toEqual([]);
    await breach(stage);
    supervision.time.moveTo('2015-10-12T16:00:00.000Z');
    expect(await waiting(officer)).not.toContain(asked.id);
    supervision.time.moveTo('2015-10-12T09:00:00.000Z');
  });

  it('and a breach that meet on two hundred clocks leave each with exactly one of them', async () => {
    const stages = Array.from({ length: 200 }, () => new MadeUpStage({ areaCode: '451225100099001' }));
    await supervision.take(...stages.map((stage) => stage.opened()));
    const asker = passportOf('fieldWorker', ['451225100099001']);
    const ids = await supervision.rows<{ id: string; subject: string }>(
      `SELECT id, subject_id AS subject FROM clock WHERE area_code = '451225100099001'`,
    );
    const clockIds = new Map(ids.map(({ id, subject }) => [subject, id]));
    const requests = await Promise.all(stages.map(({ subject }) => request(asker, clockIds.get(subject.subjectId)!)));
    // Of four clocks one is extended first, one is breached first, and on two both come at once: who is quicker there is the machine's.
    await Promise.all(
      stages.map(async (stage, index) => {
        const grant = () => decide(officer, requests[index]!.id!);
        const late = () => breach(stage);
        const [first, second] = index % 2 === 0 ? [grant, late] : [late, grant];
        if (index % 4 < 2) {
          await first();
          await second();
        } else await Promise.all([first(), second()]);
      }),
    );
    const outcomes = await supervision.rows<{ version: number; breached: boolean; told: string[] }>(
      `SELECT version, breached_at IS NOT NULL AS breached,
              (SELECT array_agg(type) FROM outbox_event WHERE key = subject_id::text) AS told
         FROM clock WHERE area_code = '451225100099001'`,
    );
    expect(outcomes).toHaveLength(200);
    for (const { version, breached, told } of outcomes) {
      expect(version).toBe(breached ? 1 : 2);
      expect(told).toEqual([breached ? 'supervision.deadline-breached.v1' : 'supervision.extension-granted.v1']);
    }
    const breached = outcomes.filter((outcome) => outcome.breached).length;
    expect(breached).toBeGreaterThanOrEqual(50);
    expect(breached).toBeLessThanOrEqual(150);
  }, 120_000);
});

interface Waiting {
  waitingExtensions: { nodes: { id: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
}
