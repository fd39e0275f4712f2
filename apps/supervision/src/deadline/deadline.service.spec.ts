import { passportOf } from '@jingzhun/access/testing';
import type { DeadlineAnswer } from '@jingzhun/contracts/identification';
import { countyWide } from '@jingzhun/database';
import { MadeUpStage } from '../testing/made-up-stage';
import { Supervision } from '../testing/supervision';

const supervisor = passportOf('supervisor', ['451225103']);

describe('a deadline', () => {
  let supervision: Supervision;
  beforeAll(async () => {
    supervision = await Supervision.start();
  });
  afterAll(() => supervision.stop());

  const knock = async (name: 'reminder' | 'breach', stage: MadeUpStage, more = {}) => {
    const { status, body } = await supervision.graph.internal<DeadlineAnswer>(name, stage.reached(more));
    expect(status).toBe(200);
    return body;
  };

  const board = async () => {
    const { total } = (
      await supervision.ask<{ board: { total: Record<string, { clocks: number }> } }>(
        supervisor,
        '{ board { total { onTrack { clocks } atRisk { clocks } breached { clocks } } } }',
      )
    ).board;
    return [total['onTrack']?.clocks, total['atRisk']?.clocks, total['breached']?.clocks];
  };

  it('that nobody meets is reminded of once, recorded once and changes the board once', async () => {
    const stage = new MadeUpStage({ areaCode: '451225103001001' });
    await supervision.take(stage.opened());
    expect(await board()).toEqual([1, 0, 0]);

    supervision.time.moveTo(stage.remindAt);
    for (const _ of [1, 2, 3]) expect(await knock('reminder', stage)).toEqual({ outcome: 'recorded' });
    expect(await board()).toEqual([0, 1, 0]);

    supervision.time.moveTo('2015-10-12T16:05:00.000Z');
    await Promise.all([1, 2, 3, 4, 5].map(() => knock('breach', stage)));
    expect(await board()).toEqual([0, 0, 1]);

    expect(await supervision.told(stage.subject.subjectId)).toEqual([
      'supervision.reminder-sent.v1',
      'supervision.deadline-breached.v1',
    ]);
    const { breachedAt, remindedAt } = await supervision.clockOf(stage.subject);
    expect(remindedAt?.toISOString()).toBe(stage.remindAt);
    // The moment of the breach is the deadline, not the moment of the record.
    expect(breachedAt?.toISOString()).toBe(stage.dueAt);
  });

  it('tells what was passed, by ids only', async () => {
    const stage = new MadeUpStage();
    await knock('breach', stage);
    const [event] = await supervision.rows<{ key: string; actor: string; data: object }>(
      'SELECT key, actor, data FROM outbox_event WHERE key = $1',
      [stage.subject.subjectId],
    );
    expect(event).toEqual({
      key: stage.subject.subjectId,
      actor: 'machine',
      data: { ...stage.subject, breachedAt: stage.dueAt },
    });
  });

  it('is recorded before its opening is heard of, and knows its owner afterwards', async () => {
    const stage = new MadeUpStage();
    expect(await knock('breach', stage)).toEqual({ outcome: 'recorded' });
    await supervision.take(stage.opened());
    expect(await supervision.clockOf(stage.subject)).toMatchObject({
      ownerRole: 'fieldWorker',
      breachedAt: new Date(stage.dueAt),
    });
  });

  it('of a finished stage is over', async () => {
    const stage = new MadeUpStage();
    await supervision.take(stage.completed('2015-10-12T11:00:00.000Z'));
    expect(await knock('reminder', stage)).toEqual({ outcome: 'over' });
    expect(await knock('breach', stage)).toEqual({ outcome: 'over' });
    expect(await supervision.told(stage.subject.subjectId)).toEqual([]);
  });

  it('that meets the completion of its stage has one outcome, which the times decide', async () => {
    const stages = Array.from({ length: 60 }, () => new MadeUpStage());
    await supervision.take(...stages.map((stage) => stage.opened()));
    const isLate = (index: number) => index % 2 === 0;
    await Promise.all(
      stages.flatMap((stage, index) => [
        supervision.take(stage.completed(isLate(index) ? '2015-10-12T16:00:01.000Z' : '2015-10-12T15:59:59.000Z')),
        ...(isLate(index) ? [knock('breach', stage)] : []),
      ]),
    );
    for (const [index, stage] of stages.entries()) {
      expect(await supervision.told(stage.subject.subjectId)).toHaveLength(isLate(index) ? 1 : 0);
    }
  });

  it('cannot lose its first due time or its breach, whoever tries', async () => {
    const stage = new MadeUpStage();
    await supervision.take(stage.opened());
    await knock('breach', stage);
    for (const change of [`first_due_at = now()`, `breached_at = NULL`, `due_at = due_at + interval '1 day'`]) {
      const attempt = supervision.database.transaction(countyWide, (tx) =>
        tx.query(`UPDATE clock SET ${change} WHERE subject_id = $1`, [stage.subject.subjectId]),
      );
      await expect(attempt).rejects.toThrow(/never changed|breached_at_the_deadline/);
    }
  });

  it('is not recorded for a caller without the key of the worker, or with a body that is none', async () => {
    const stage = new MadeUpStage();
    const unsigned = await supervision.graph.app.inject({
      method: 'POST',
      url: '/internal/breach',
      payload: stage.reached(),
    });
    expect(unsigned.statusCode).toBe(401);
    const { status } = await supervision.graph.internal('breach', stage.reached({ areaCode: '45' }));
    expect(status).toBe(400);
    expect(await supervision.rows('SELECT FROM clock WHERE subject_id = $1', [stage.subject.subjectId])).toEqual([]);
  });
});
