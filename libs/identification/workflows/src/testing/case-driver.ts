import type {
  CaseFact,
  FactsRecorded,
  HouseholdCase,
  ObjectionCase,
  OpenStage,
  SittingCase,
  TimedStage,
} from '@jingzhun/contracts/identification/case-messages';
import { recordFactsUpdate } from '@jingzhun/contracts/identification/case-messages';
import type { TestCases } from '@jingzhun/temporal/testing';
import type { CaseClosed } from '../case-record';

/** Longer than any spec runs: the stage is never late. */
export const never = 3_600_000;

export function inMilliseconds(milliseconds: number): string {
  return new Date(Date.now() + milliseconds).toISOString();
}

/** A stage opened now, its reminder and due time so many milliseconds away. */
export function opened(stage: string, { remind = never, due = never, round = 1 } = {}): TimedStage {
  const times = { openedAt: inMilliseconds(0), remindAt: inMilliseconds(remind), dueAt: inMilliseconds(due) };
  return { stage, round, ...times };
}

/** A stage that runs on the clock of the household's group or village. */
export function elsewhere(stage: string): OpenStage {
  return { stage, round: 1, openedAt: inMilliseconds(0) };
}

export function completed(sequence: number, stage: string, next?: OpenStage, round = 1): CaseFact {
  return { kind: 'stage-completed', sequence, stage, round, at: inMilliseconds(0), ...(next && { next }) };
}

export function posted(sequence: number, closesIn: number): CaseFact {
  const times = { at: inMilliseconds(0), closesAt: inMilliseconds(closesIn) };
  return { kind: 'notice-posted', sequence, stage: 'publicity', round: 1, ...times };
}

export function resumed(sequence: number, closesIn: number): CaseFact {
  return { kind: 'publicity-resumed', sequence, at: inMilliseconds(0), closesAt: inMilliseconds(closesIn) };
}

export function extended(version: number, stage: string, { remind = never, due = never } = {}): CaseFact {
  const times = { remindAt: inMilliseconds(remind), dueAt: inMilliseconds(due) };
  return { kind: 'deadline-extended', version, stage, round: 1, ...times };
}

/** One running case, as the relay sees it. */
export class DrivenCase {
  private updates = 0;

  private constructor(
    private readonly cases: TestCases,
    readonly id: string,
  ) {}

  static async household(cases: TestCases, id: string, visit: TimedStage): Promise<DrivenCase> {
    const input: HouseholdCase = { householdId: id, opened: visit };
    return DrivenCase.start(cases, 'householdCase', id, input);
  }

  static async sitting(
    cases: TestCases,
    type: 'groupSitting' | 'villageSitting',
    id: string,
    first: TimedStage,
  ): Promise<DrivenCase> {
    const areaCode = type === 'groupSitting' ? '451225103001001' : '451225103001';
    const input: SittingCase = { sittingId: id, areaCode, round: 1, opened: first };
    return DrivenCase.start(cases, type, id, input);
  }

  static async objection(
    cases: TestCases,
    id: string,
    householdId: string | null,
    received: TimedStage,
  ): Promise<DrivenCase> {
    const input: ObjectionCase = { objectionId: id, householdId, opened: received };
    return DrivenCase.start(cases, 'objectionCase', id, input);
  }

  /** Tells the case facts in one Update and answers how many were new to it. */
  async tell(...facts: unknown[]): Promise<number> {
    const answer = await this.handle.executeUpdate<FactsRecorded, [unknown[]]>(recordFactsUpdate, {
      updateId: `${this.id}-${(this.updates += 1)}`,
      args: [facts],
    });
    return answer.applied;
  }

  result(): Promise<CaseClosed> {
    return this.handle.result();
  }

  async history() {
    return this.handle.fetchHistory();
  }

  async eventTypes(): Promise<string[]> {
    const { events } = await this.history();
    return (events ?? []).map((event) =>
      Object.keys(event)
        .filter((key) => key.endsWith('EventAttributes'))
        .join(),
    );
  }

  async stateTransitions(): Promise<number> {
    const { raw } = await this.handle.describe();
    return Number(raw.workflowExecutionInfo?.stateTransitionCount ?? 0);
  }

  private get handle() {
    return this.cases.client.workflow.getHandle<() => Promise<CaseClosed>>(this.id);
  }

  private static async start(cases: TestCases, type: string, id: string, input: object): Promise<DrivenCase> {
    await cases.client.workflow.start(type, { workflowId: id, taskQueue: cases.taskQueue, args: [input] });
    return new DrivenCase(cases, id);
  }
}

/** Waits until `holds`, looking again and again; gives up after ten seconds. */
export async function waitUntil(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries > 500) throw new Error('waited ten seconds in vain');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
