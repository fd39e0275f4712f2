import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import { dateOf } from '@jingzhun/identification-rules';
import type { Origin } from '@jingzhun/outbox';
import { Inject, Injectable } from '@nestjs/common';
import { CaseService } from '../case/case.service';
import { FrozenProfiles } from '../profile/frozen-profiles';
import { PublicityRepository } from '../publicity/publicity.repository';
import { openStage, tellCompleted, tellOpened, tellWorkflow } from './sitting-events';
import type { SittingRow } from './sitting.entity';
import { SittingRepository } from './sitting.repository';
import { assertHeldOn, assertMayBeHeld, publicityAfter, returnedBy, type Exception } from './sitting.rules';

export interface HoldReview {
  key: string;
  sittingId: string;
  version: number;
  heldOn: string;
  minutes: string;
  exceptions: Exception[];
}

/** The meetings of groups and villages over their households. */
@Injectable()
export class SittingService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(FrozenProfiles) private readonly profiles: FrozenProfiles,
    @Inject(SittingRepository) private readonly sittings: SittingRepository,
    @Inject(PublicityRepository) private readonly publicities: PublicityRepository,
    @Inject(CaseService) private readonly cases: CaseService,
  ) {}

  async hold(caller: Caller, kind: 'group' | 'village', { key, ...asked }: HoldReview): Promise<SittingRow> {
    const origin: Origin = { actor: caller.accountId, correlation: caller.requestId };
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        const sitting = await this.sittings.lock(tx, asked.sittingId);
        assertMayBeHeld(sitting, kind, asked.version);
        const profile = await this.profiles.of(sitting.profileId);
        const laid = await this.sittings.householdsOf(tx, sitting.id);
        const returned = returnedBy(asked.exceptions, laid);
        const at = await this.cases.lockForSitting(tx, laid);
        assertHeldOn(asked.heldOn, dateOf(profile.calendar, at));

        const back = new Set(returned.map(({ householdId }) => householdId));
        const passage = { profile, stage: sitting.openingStage, origin, at };
        await this.sittings.saveVerdicts(tx, sitting.id, returned);
        await this.cases.giveBack(tx, passage, [...back]);
        await this.cases.complete(
          tx,
          passage,
          laid.filter((id) => !back.has(id)),
        );

        const publicity = back.size < laid.length ? publicityAfter(profile, sitting.openingStage, at) : undefined;
        const outcome = publicity || back.size < laid.length ? 'completed' : 'returned';
        await tellCompleted(tx, origin, sitting, { stage: sitting.openingStage, outcome, at });
        await this.sittings.save(tx, sitting, {
          state: publicity ? 'held' : 'closed',
          stage: publicity?.stage.key ?? null,
          sequence: sitting.sequence + 1,
          households: laid.length - back.size,
          heldOn: asked.heldOn,
          heldAt: at,
          minutes: asked.minutes,
          ...(publicity ? { stageOpenedAt: at, ...publicity.deadline } : { closedAt: at }),
        });
        if (publicity) {
          await this.publicities.open(tx, sitting, publicity.stage.key, at);
          await tellOpened(tx, origin, sitting, publicity.stage.ownerRole);
        }
        await tellWorkflow(tx, sitting, {
          kind: 'stage-completed',
          sequence: sitting.sequence,
          stage: sitting.openingStage,
          round: sitting.round,
          at: at.toISOString(),
          ...(publicity ? { next: openStage(sitting) } : {}),
        });
        return sitting;
      }),
    );
  }
}
