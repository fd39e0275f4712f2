import type { Caller } from '@jingzhun/access';
import { caseWorkflow, type CaseFact } from '@jingzhun/contracts/identification';
import { extensionGrantedV1 } from '@jingzhun/contracts/supervision';
import { Database, once } from '@jingzhun/database';
import type { Clock } from '@jingzhun/kernel';
import { command, emit } from '@jingzhun/outbox';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ClockRow } from '../clock/clock.entity';
import { ClockRepository } from '../clock/clock.repository';
import type { DecideExtensionInput, RequestExtensionInput } from '../graph.generated';
import { TIME } from '../time.module';
import type { ExtensionRow } from './extension.entity';
import { ExtensionRepository } from './extension.repository';
import { assertMayAsk, assertMayDecide, movedDeadline } from './extension.rules';

/** More time on a deadline: asked by one person, decided by another, under the lock that a breach takes too. */
@Injectable()
export class ExtensionService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ClockRepository) private readonly clocks: ClockRepository,
    @Inject(ExtensionRepository) private readonly extensions: ExtensionRepository,
    @Inject(TIME) private readonly time: Clock,
  ) {}

  /** @throws whatever `assertMayAsk` throws, NotFound, KeyReused */
  request(caller: Caller, { key, ...input }: RequestExtensionInput): Promise<ExtensionRow> {
    return this.onceFor(caller, key, input, async (tx) => {
      const clock = await this.clocks.getLocked(tx, input.clockId);
      const askedAt = this.time.now();
      assertMayAsk(clock, await this.extensions.ofClock(tx, clock.id), input, caller, askedAt);
      const { id: clockId, areaCode } = clock;
      const { dueAt, reason } = input;
      return this.extensions.add(tx, { clockId, areaCode, dueAt, reason: reason.trim(), askedAt }, caller);
    });
  }

  /** @throws whatever `assertMayDecide` throws, NotFound, KeyReused */
  decide(caller: Caller, { key, ...input }: DecideExtensionInput): Promise<ExtensionRow> {
    return this.onceFor(caller, key, input, async (tx) => {
      const { clockId } = await this.extensions.get(tx, input.extensionId);
      const clock = await this.clocks.getLocked(tx, clockId);
      // Read again: whoever held the clock may have decided.
      const extension = await this.extensions.get(tx, input.extensionId);
      const at = this.time.now();
      assertMayDecide(clock, extension, input, caller, at);
      const note = input.note?.trim() || null;
      const decided = await this.extensions.decide(tx, extension.id, { granted: input.approve, note, at }, caller);
      if (input.approve) await this.grant(tx, clock, extension.dueAt, caller);
      return decided;
    });
  }

  /** Moves the deadline here and tells the case, in the transaction of the decision. */
  private async grant(tx: EntityManager, clock: ClockRow, to: Date, caller: Caller): Promise<void> {
    const deadline = movedDeadline(clock, to);
    const version = await this.extensions.move(tx, clock, deadline);
    const { subjectKind, subjectId, areaCode, households, stage, round } = clock;
    const times = { version, remindAt: deadline.remindAt.toISOString(), dueAt: deadline.dueAt.toISOString() };
    const fact: CaseFact = { kind: 'deadline-extended', stage, round, ...times };
    await command(tx, [{ workflowType: caseWorkflow[subjectKind], workflowId: subjectId, facts: [fact] }]);
    await emit(tx, { actor: caller.accountId, correlation: caller.requestId }, extensionGrantedV1, [
      { key: subjectId, data: { subjectKind, subjectId, areaCode, households, stage, round, ...times } },
    ]);
  }

  private onceFor(
    caller: Caller,
    key: string,
    payload: object,
    work: (tx: EntityManager) => Promise<ExtensionRow>,
  ): Promise<ExtensionRow> {
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload }, () => work(tx)),
    );
  }
}
