import { countyWide, Database, once } from '@jingzhun/database';
import type { ObjectionKind } from '@jingzhun/identification-rules';
import { areaAt, InvalidInput, NotFound } from '@jingzhun/kernel';
import type { Origin } from '@jingzhun/outbox';
import { Inject, Injectable } from '@nestjs/common';
import { RunningCampaign } from '../campaign/running-campaign';
import { PublicityRepository } from '../publicity/publicity.repository';
import { ObjectionReceiving, objectorOf } from './objection-receiving';
import { TooManyObjections } from './objection.errors';
import { ObjectionRepository } from './objection.repository';
import { usesPerHour } from './objection.rules';
import { readCode } from './unguessable-code';

export interface ObjectByCode {
  key: string;
  /** As printed on the notice. */
  code: string;
  kind: ObjectionKind;
  /** The household as the notice calls it; left out when one was missed. */
  householdCode?: string | null;
  statement: string;
  objector?: { name: string; phone?: string | null } | null;
}

/** Takes objections from everybody who reads a notice, signed in or not. */
@Injectable()
export class ObjectionByCode {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RunningCampaign) private readonly campaign: RunningCampaign,
    @Inject(ObjectionRepository) private readonly objections: ObjectionRepository,
    @Inject(PublicityRepository) private readonly publicities: PublicityRepository,
    @Inject(ObjectionReceiving) private readonly receiving: ObjectionReceiving,
  ) {}

  /**
   * From whoever reads the notice. He learns a receipt and nothing else; that a code is wrong and that its notice was taken down
   * is one answer. @throws NotFound, InvalidInput, ObjectionRefused, TooManyObjections
   */
  async record(requestId: string, { key, ...asked }: ObjectByCode): Promise<{ receipt: string }> {
    const code = readCode(asked.code);
    const found = code && (await this.database.read(countyWide, (tx) => this.publicities.hangingUnder(tx, code)));
    if (!code || !found) throw new NotFound('No notice with this code hangs now.', 'code');
    const scope = { areas: [areaAt(found.areaCode, 'village')] };
    const objector = objectorOf(asked.objector);
    // Counted for itself, so that a refused try counts too.
    const uses = await this.database.transaction(scope, (tx) => this.objections.countUse(tx, code));
    if (uses > usesPerHour) throw new TooManyObjections('This code was used too often in this hour.', 'code');
    const profile = await this.campaign.profile();
    return this.database.transaction(scope, async (tx) => {
      const publicity = await this.publicities.hangingUnder(tx, code);
      if (!publicity) throw new NotFound('No notice with this code hangs now.', 'code');
      const request = { accountId: `code ${code}`, key, payload: asked };
      const { id } = await once(tx, request, async () => {
        const { kind, statement, householdCode = null } = asked;
        const householdId = householdCode && (await this.publicities.householdOn(tx, publicity, householdCode));
        if (householdCode && !householdId)
          throw new InvalidInput('The notice shows no such household.', 'householdCode', 'Copy it from the notice.');
        const { period = 'publicity' } = profile.stages.find((stage) => stage.key === publicity.stage) ?? {};
        const origin: Origin = { actor: 'villager', correlation: requestId };
        return this.receiving.take(tx, origin, {
          ...{ kind, statement, profile, period, objector },
          channel: 'code',
          householdId: householdId || null,
          areaCode: publicity.areaCode,
          receivedAt: null,
        });
      });
      const { receipt } = await this.objections.get(tx, id);
      return { receipt };
    });
  }
}
