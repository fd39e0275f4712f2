import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import { publicityClock, stageOf, type Calendar, type StageDefinition } from '@jingzhun/identification-rules';
import type { Origin } from '@jingzhun/outbox';
import { Inject, Injectable } from '@nestjs/common';
import { CaseService } from '../case/case.service';
import { tellPosted, tellWorkflow } from '../sitting/sitting-events';
import type { SittingRow } from '../sitting/sitting.entity';
import { SittingRepository } from '../sitting/sitting.repository';
import { StoredFileService } from '../stored-file/stored-file.service';
import { publicityRuleOf } from './household-publicity';
import { PublicityRepository } from './publicity.repository';
import { unguessableCode } from '../objection/unguessable-code';
import { assertMayBePosted, assertOwes } from './publicity.rules';

export interface PostNotice {
  key: string;
  sittingId: string;
  version: number;
  place: string;
  photoIds: string[];
}

/** The public notice of a group or village: posted by its secretary. */
@Injectable()
export class PublicityService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SittingRepository) private readonly sittings: SittingRepository,
    @Inject(PublicityRepository) private readonly publicities: PublicityRepository,
    @Inject(CaseService) private readonly cases: CaseService,
    @Inject(StoredFileService) private readonly files: StoredFileService,
  ) {}

  async post(caller: Caller, { key, ...asked }: PostNotice): Promise<SittingRow> {
    const origin: Origin = { actor: caller.accountId, correlation: caller.requestId };
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        const sitting = await this.sittings.lock(tx, asked.sittingId);
        const publicity = await this.publicities.find(tx, sitting.id);
        assertMayBePosted(sitting, publicity, asked);
        const profile = await this.cases.profileOf(sitting.profileId);
        const stage = stageOf(profile, publicity!.stage);
        assertOwes(stage, caller.roles);
        // A decision on an objection waits, so that it sees the posting and sets its household's timer, or comes before it.
        const at = await this.cases.lockForSitting(tx, await this.sittings.householdsOf(tx, sitting.id));
        const closesAt = endOf(stage, profile.calendar, at);
        const evidence = { subject: 'publicity', id: sitting.id, areaCode: sitting.areaCode, by: caller.personId };
        await this.files.attach(tx, asked.photoIds, { ...evidence, field: 'photoIds' }, 'photo');
        await this.publicities.save(tx, sitting.id, {
          postedAt: at,
          postedBy: caller.personId,
          place: asked.place,
          closesAt,
          objectionCode: publicity!.objectionCode ?? unguessableCode(),
        });
        await this.sittings.save(tx, sitting, { sequence: sitting.sequence + 1, dueAt: closesAt });
        await tellPosted(tx, origin, sitting, at, closesAt);
        await tellWorkflow(tx, sitting, {
          kind: 'notice-posted',
          sequence: sitting.sequence,
          stage: publicity!.stage,
          round: sitting.round,
          at: at.toISOString(),
          closesAt: closesAt.toISOString(),
        });
        return sitting;
      }),
    );
  }
}

/** When a notice posted at `at` has hung long enough for a household that nobody disturbs. */
function endOf(stage: StageDefinition, calendar: Calendar, at: Date): Date {
  const { closesAt } = publicityClock(publicityRuleOf(stage), calendar, [{ kind: 'posted', at: at.toISOString() }]);
  if (!closesAt) throw new Error(`a notice of ${stage.key} would hang for ever`);
  return new Date(closesAt);
}
