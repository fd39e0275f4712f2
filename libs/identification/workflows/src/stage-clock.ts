import { condition } from '@temporalio/workflow';
import type { DeadlineAnswer, DeadlineReached, StageOfSubject } from '@jingzhun/contracts/identification/case-messages';
import { caseActivities } from './case-activities';
import { extend, type CaseRecord, type ClockedStage } from './case-record';

const { isStageOpen, remind, recordBreach } = caseActivities;

/**
 * The one timer of a case: set to the reminder of the open stage, then to its due time, and set anew when the stage is
 * extended. It only knocks: whether the stage is really open and late is decided by the services, on their own records.
 */
export class StageClock {
  private readonly underWay: Promise<void>[] = [];

  constructor(
    private readonly record: CaseRecord,
    private readonly subject: Pick<StageOfSubject, 'subjectKind' | 'subjectId'>,
  ) {}

  /** Keeps the deadline of `stage` until it is over: completed, unless the caller knows a better end. */
  async watch(stage: ClockedStage, isOver = () => this.record.open !== stage): Promise<void> {
    while (!isOver() && !stage.settled) {
      const { version, reminded } = stage;
      const at = reminded ? stage.dueAt : stage.remindAt;
      const changed = await condition(() => isOver() || stage.version !== version, millisecondsUntil(at));
      if (!changed) await this.unlessOver(isOver, reminded ? this.passDueTime(stage) : this.sendReminder(stage));
    }
    await condition(isOver);
  }

  /** Waits for what is still under way, so that no breach is lost when the case ends while a service is away. */
  async finish(): Promise<void> {
    await Promise.all(this.underWay);
  }

  /** An extension may arrive while supervision is asked; then its new times are waited for, whatever the answer. */
  private async sendReminder(stage: ClockedStage): Promise<void> {
    const { version } = stage;
    const answer = await this.tell(remind, stage);
    if (answer.outcome === 'extended') extend(stage, answer);
    if (answer.outcome === 'over') stage.settled = true;
    if (stage.version === version) stage.reminded = true;
  }

  private async passDueTime(stage: ClockedStage): Promise<void> {
    const { version } = stage;
    const answer = await this.tell(recordBreach, stage);
    if (answer.outcome === 'extended') extend(stage, answer);
    stage.breached = answer.outcome === 'recorded';
    stage.settled = answer.outcome !== 'extended' || stage.version === version;
  }

  private async tell(
    supervision: (reached: DeadlineReached) => Promise<DeadlineAnswer>,
    { stage, round, openedAt, remindAt, dueAt }: ClockedStage,
  ): Promise<DeadlineAnswer> {
    const subject = { ...this.subject, stage, round };
    const answer = await isStageOpen(subject);
    if (!answer.open) return { outcome: 'over' };
    const { areaCode, households } = answer;
    return supervision({ ...subject, areaCode, households, openedAt, remindAt, dueAt });
  }

  /** Waits for `work`, but no longer than the stage lasts: what was begun goes on, and the case moves on beside it. */
  private async unlessOver(isOver: () => boolean, work: Promise<void>): Promise<void> {
    let settled = false;
    const done = work.finally(() => (settled = true));
    // Its failure is seen here or in `finish`, perhaps later than the sandbox would allow.
    done.catch(() => undefined);
    this.underWay.push(done);
    await condition(() => settled || isOver());
    if (settled) await done;
  }
}

/** Timers count from now; a time that has passed comes at once. */
export function millisecondsUntil(instant: string): number {
  return Math.max(1, Date.parse(instant) - Date.now());
}
