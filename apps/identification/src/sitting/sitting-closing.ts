import { checkClosing, dateOf, tallyOf, type Meeting, type MeetingTerms } from '@jingzhun/identification-rules';
import type { Origin } from '@jingzhun/outbox';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CaseService } from '../case/case.service';
import { SittingNotValid } from '../meeting/meeting.errors';
import type { FrozenProfile } from '../profile/profile.repository';
import { PublicityRepository } from '../publicity/publicity.repository';
import { VetoService } from '../veto/veto.service';
import { openStage, tellCompleted, tellOpened, tellWorkflow } from './sitting-events';
import type { SittingRow } from './sitting.entity';
import { SittingRepository } from './sitting.repository';
import { publicityAfter, verdictsOf } from './sitting.rules';

export interface HeldMeeting {
  sitting: SittingRow;
  profile: FrozenProfile;
  terms: MeetingTerms;
  meeting: Meeting;
  origin: Origin;
}

/** The meeting has spoken: each household goes where its tally sends it. */
@Injectable()
export class SittingClosing {
  constructor(
    @Inject(SittingRepository) private readonly sittings: SittingRepository,
    @Inject(PublicityRepository) private readonly publicities: PublicityRepository,
    @Inject(CaseService) private readonly cases: CaseService,
    @Inject(VetoService) private readonly vetoes: VetoService,
  ) {}

  /** @throws SittingNotValid */
  async close(tx: EntityManager, { sitting, profile, terms, meeting, origin }: HeldMeeting): Promise<void> {
    const laid = meeting.households.map(({ householdId }) => householdId);
    const at = await this.cases.lockForSitting(tx, laid);
    const problems = checkClosing(meeting, terms, dateOf(profile.calendar, at));
    if (problems.length > 0) throw new SittingNotValid(problems);

    const verdicts = verdictsOf(tallyOf(meeting, terms));
    const back = verdicts.filter(({ verdict }) => verdict === 'returned').map(({ householdId }) => householdId);
    const on = verdicts.filter(({ verdict }) => verdict !== 'returned').map(({ householdId }) => householdId);
    const passage = { profile, stage: sitting.openingStage, origin, at };
    await this.sittings.saveVerdicts(tx, sitting.id, verdicts);
    await this.vetoes.note(tx, { sittingId: sitting.id, kind: sitting.kind, profile, at }, on);
    await this.cases.giveBack(tx, passage, back);
    await this.cases.complete(tx, passage, on);

    const publicity = on.length > 0 ? publicityAfter(profile, sitting.openingStage, at) : undefined;
    const outcome = on.length > 0 ? 'completed' : 'returned';
    await tellCompleted(tx, origin, sitting, { stage: sitting.openingStage, outcome, at });
    await this.sittings.save(tx, sitting, {
      state: publicity ? 'held' : 'closed',
      stage: publicity?.stage.key ?? null,
      sequence: sitting.sequence + 1,
      households: on.length,
      heldOn: meeting.sittings.at(-1)?.convening?.on ?? dateOf(profile.calendar, at),
      heldAt: at,
      minutes: meeting.sittings.flatMap(({ minutes }) => minutes || []).join('\n\n'),
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
  }
}
