import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import type { ObjectionKind } from '@jingzhun/identification-rules';
import { areaAt, covers, InvalidInput, isAreaCode, isUuid, levelOf, NotFound } from '@jingzhun/kernel';
import type { Origin } from '@jingzhun/outbox';
import { Inject, Injectable } from '@nestjs/common';
import { RunningCampaign } from '../campaign/running-campaign';
import { CaseService } from '../case/case.service';
import type { ObjectionRow } from './objection.entity';
import { ObjectionReceiving, objectorOf } from './objection-receiving';
import { ObjectionRepository } from './objection.repository';

export interface RecordObjection {
  key: string;
  kind: ObjectionKind;
  channel: 'paper' | 'phone';
  /** The household it is about, or the area in which one was missed. */
  householdId?: string | null;
  areaCode?: string | null;
  statement: string;
  /** Null for an anonymous one. */
  objector?: { name: string; phone?: string | null } | null;
  /** When the paper or the call came. */
  receivedAt?: string | Date | null;
}

/** Takes objections in that came to an office, on paper or by telephone. */
@Injectable()
export class ObjectionIntake {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RunningCampaign) private readonly campaign: RunningCampaign,
    @Inject(ObjectionRepository) private readonly objections: ObjectionRepository,
    @Inject(CaseService) private readonly cases: CaseService,
    @Inject(ObjectionReceiving) private readonly receiving: ObjectionReceiving,
  ) {}

  /** @throws NotFound, InvalidInput, ObjectionRefused */
  async record(caller: Caller, { key, ...asked }: RecordObjection): Promise<ObjectionRow> {
    const origin: Origin = { actor: caller.accountId, correlation: caller.requestId };
    const areaCode = await this.areaOf(caller, asked);
    const profile = await this.campaign.profile();
    const objector = objectorOf(asked.objector);
    // The notice and its sitting may belong to the village of the group the caller serves.
    return this.database.transaction({ areas: [areaAt(areaCode, 'village')] }, async (tx) => {
      const { id } = await once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        const { kind, channel, statement, householdId = null } = asked;
        const receivedAt = asked.receivedAt ? new Date(asked.receivedAt) : null;
        const intake = { kind, channel, statement, householdId, areaCode, profile, objector, receivedAt };
        return this.receiving.take(tx, origin, { ...intake, period: 'publicity' });
      });
      return this.objections.get(tx, id);
    });
  }

  /** Where an objection belongs. @throws NotFound, InvalidInput */
  private async areaOf(caller: Caller, { householdId, areaCode }: Omit<RecordObjection, 'key'>): Promise<string> {
    if (householdId) {
      const area = await this.database.read(caller, (tx) =>
        isUuid(householdId) ? this.cases.standing(tx, householdId) : Promise.resolve(undefined),
      );
      if (!area) throw new NotFound('There is no such household in your area.', 'householdId');
      return area.areaCode;
    }
    if (!areaCode || !isAreaCode(areaCode) || !['village', 'group'].includes(levelOf(areaCode) ?? ''))
      throw new InvalidInput('Name the household, or the group or village in which one was missed.', 'areaCode');
    if (!covers(caller.areas, areaCode)) throw new NotFound('There is no such area in your area.', 'areaCode');
    return areaCode;
  }
}
