import {
  checkReceipt,
  objectionFrom,
  type ObjectionChannel,
  type ObjectionKind,
  type ObjectionPeriod,
  type ObjectionReceipt,
} from '@jingzhun/identification-rules';
import type { Origin } from '@jingzhun/outbox';
import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { CaseService } from '../case/case.service';
import type { FrozenProfile } from '../profile/profile.repository';
import { HouseholdPublicity } from '../publicity/household-publicity';
import { startWorkflow, tellOpened } from './objection-events';
import { objectionOf, type ObjectionRow } from './objection.entity';
import { ObjectionRefused } from './objection.errors';
import { ObjectionRepository, type Objector } from './objection.repository';
import { assertObjector, assertStatement, objectionDeadline, ownerOf, ruleOf } from './objection.rules';
import { unguessableCode } from './unguessable-code';

/** What comes in by any way. */
export interface Intake {
  kind: ObjectionKind;
  channel: ObjectionChannel;
  householdId: string | null;
  areaCode: string;
  profile: FrozenProfile;
  /** Of a household that was missed: the period its notice is in. */
  period: ObjectionPeriod;
  statement: string;
  objector: Objector | null;
  receivedAt: Date | null;
}

/** Records what came in, by whatever way: from this moment the household is held, and the first deadline runs. */
@Injectable()
export class ObjectionReceiving {
  constructor(
    @Inject(ObjectionRepository) private readonly objections: ObjectionRepository,
    @Inject(HouseholdPublicity) private readonly households: HouseholdPublicity,
    @Inject(CaseService) private readonly cases: CaseService,
  ) {}

  /** @throws InvalidInput, ObjectionRefused */
  async take(tx: EntityManager, origin: Origin, intake: Intake): Promise<{ id: string }> {
    const { kind, channel, householdId, statement, objector } = intake;
    assertStatement(statement);
    const recorded = await this.cases.lockForSitting(tx, householdId === null ? [] : [householdId]);
    const household = householdId === null ? undefined : await this.cases.standing(tx, householdId);
    const profile = household?.profile ?? intake.profile;
    const rule = ruleOf(profile);
    const standing = householdId === null ? undefined : await this.households.standing(tx, householdId);
    const receipt: ObjectionReceipt = {
      ...{ id: randomUUID(), kind, channel, householdId },
      anonymous: objector === null,
      period: standing?.stage.period ?? intake.period,
      receivedAt: (intake.receivedAt ?? recorded).toISOString(),
      recordedAt: recorded.toISOString(),
    };
    const problems = checkReceipt(rule, receipt);
    if (problems.length > 0) throw new ObjectionRefused(problems);
    const objection = objectionFrom(rule, receipt, standing?.clock ?? null);
    const { remindAt = null, dueAt = null } = objectionDeadline(profile.calendar, rule, objection) ?? {};
    const row: ObjectionRow = {
      ...objection,
      ...{ version: 1, sequence: 0, profileId: profile.id, statement, remindAt, dueAt },
      areaCode: household?.areaCode ?? intake.areaCode,
      receipt: unguessableCode(),
      receivedAt: new Date(receipt.receivedAt),
      recordedAt: recorded,
      since: recorded,
    };
    await this.objections.add(tx, row, objector);
    await this.objections.addStep(tx, row, { kind: 'receive', at: receipt.recordedAt, by: origin.actor });
    await startWorkflow(tx, row);
    await tellOpened(tx, origin, row, ownerOf(rule, objectionOf(row)));
    return { id: row.id };
  }
}

/** @throws InvalidInput */
export function objectorOf(given: { name: string; phone?: string | null } | null | undefined): Objector | null {
  if (!given) return null;
  const objector = { name: given.name.trim(), phone: given.phone?.trim() || null };
  assertObjector(objector);
  return objector;
}
