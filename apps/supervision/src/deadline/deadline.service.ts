import type { DeadlineAnswer, DeadlineReached, StageSubject } from '@jingzhun/contracts/identification';
import { deadlineBreachedV1, reminderSentV1 } from '@jingzhun/contracts/supervision';
import { Database } from '@jingzhun/database';
import type { Clock } from '@jingzhun/kernel';
import { emit, type Origin } from '@jingzhun/outbox';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ClockRow } from '../clock/clock.entity';
import { ClockRepository } from '../clock/clock.repository';
import { TIME } from '../time.module';
import { onBreach, onReminder, type Verdict } from './deadline.rules';

/**
 * Records that a deadline is near, or has passed: each once per clock, decided under the lock of the clock's row, which an
 * extension takes too. So of a breach and an extension that meet there is exactly one.
 */
@Injectable()
export class DeadlineService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ClockRepository) private readonly clocks: ClockRepository,
    @Inject(TIME) private readonly time: Clock,
  ) {}

  remind(reached: DeadlineReached): Promise<DeadlineAnswer> {
    return this.settle(reached, async (tx, clock) => {
      const verdict = onReminder(clock, new Date(reached.dueAt));
      if (verdict === 'record') {
        const now = this.time.now();
        await this.clocks.recordReminder(tx, clock.id, now);
        const data = { ...subjectOf(clock), remindedAt: now.toISOString() };
        await emit(tx, origin(clock), reminderSentV1, [{ key: clock.subjectId, data }]);
      }
      return verdict;
    });
  }

  breach(reached: DeadlineReached): Promise<DeadlineAnswer> {
    return this.settle(reached, async (tx, clock) => {
      const verdict = onBreach(clock, new Date(reached.dueAt));
      if (verdict === 'record') {
        await this.clocks.recordBreach(tx, clock.id);
        const data = { ...subjectOf(clock), breachedAt: clock.dueAt!.toISOString() };
        await emit(tx, origin(clock), deadlineBreachedV1, [{ key: clock.subjectId, data }]);
      }
      return verdict;
    });
  }

  private settle(
    reached: DeadlineReached,
    decide: (tx: EntityManager, clock: ClockRow) => Promise<Verdict>,
  ): Promise<DeadlineAnswer> {
    return this.database.transaction({ areas: [reached.areaCode] }, async (tx) => {
      const clock = await this.lock(tx, reached);
      return answer(clock, await decide(tx, clock));
    });
  }

  /** The clock with its times; made from what the timer knows when the event of the opening has not come yet. */
  private async lock(tx: EntityManager, reached: DeadlineReached): Promise<ClockRow> {
    const known = await this.clocks.findLocked(tx, reached);
    if (known?.dueAt) return known;
    await this.clocks.open(tx, [reached]);
    return (await this.clocks.findLocked(tx, reached))!;
  }
}

function answer(clock: ClockRow, verdict: Verdict): DeadlineAnswer {
  if (verdict === 'over') return { outcome: 'over' };
  if (verdict !== 'extended') return { outcome: 'recorded' };
  return {
    outcome: 'extended',
    version: clock.version,
    remindAt: clock.remindAt!.toISOString(),
    dueAt: clock.dueAt!.toISOString(),
  };
}

/** What began the chain is the opening of the stage, which the subject stands for. */
function origin({ subjectId }: ClockRow): Origin {
  return { actor: 'machine', correlation: subjectId };
}

function subjectOf({ subjectKind, subjectId, areaCode, households, stage, round }: ClockRow): StageSubject {
  return { subjectKind, subjectId, areaCode, households, stage, round };
}
