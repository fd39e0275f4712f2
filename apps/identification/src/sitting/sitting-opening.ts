import { caseWorkflow, type SittingCase } from '@jingzhun/contracts/identification';
import { deadlineOf, sameSitting, stageOf } from '@jingzhun/identification-rules';
import { areaAt } from '@jingzhun/kernel';
import { command, type Origin } from '@jingzhun/outbox';
import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { stagesBefore } from '../case/case.rules';
import { MeetingRepository, type Recording } from '../meeting/meeting.repository';
import { laidBefore } from '../meeting/meeting.rules';
import type { FrozenProfile } from '../profile/profile.repository';
import { PublicityRepository } from '../publicity/publicity.repository';
import { openStage, tellOpened } from './sitting-events';
import type { SittingRow } from './sitting.entity';
import { SittingRepository } from './sitting.repository';

export interface Arrival {
  profile: FrozenProfile;
  /** The review or publicity the households have come to. */
  stage: string;
  origin: Origin;
  at: Date;
}

/** Opens the sitting of a group or village when its last household has come, and starts the sitting's workflow. */
@Injectable()
export class SittingOpening {
  constructor(
    @Inject(SittingRepository) private readonly sittings: SittingRepository,
    @Inject(MeetingRepository) private readonly meetings: MeetingRepository,
    @Inject(PublicityRepository) private readonly publicities: PublicityRepository,
  ) {}

  /** `areaCodes` are the groups of the households that came. */
  async openWhereReady(tx: EntityManager, arrival: Arrival, areaCodes: readonly string[]): Promise<void> {
    const { unit } = stageOf(arrival.profile, arrival.stage);
    if (unit === 'household') return;
    for (const areaCode of [...new Set(areaCodes.map((code) => areaAt(code, unit)))].sort()) {
      await this.openIfReady(tx, arrival, unit, areaCode);
    }
  }

  /** The same for whatever comes after `stage`: households stay there, and nothing waits for them any more. */
  async openAfter(tx: EntityManager, arrival: Arrival, areaCodes: readonly string[]): Promise<void> {
    const { stages } = arrival.profile;
    const later = stages.slice(stages.indexOf(stageOf(arrival.profile, arrival.stage)));
    for (const [place, next] of later.slice(1).entries()) {
      if (next.unit === 'household' || sameSitting(later[place]!, next)) continue;
      await this.openWhereReady(tx, { ...arrival, stage: next.key }, areaCodes);
    }
  }

  private async openIfReady(
    tx: EntityManager,
    arrival: Arrival,
    kind: 'group' | 'village',
    areaCode: string,
  ): Promise<void> {
    const { profile, stage, origin, at } = arrival;
    const { before, here } = await this.sittings.readiness(tx, areaCode, {
      profileId: profile.id,
      stage,
      stagesBefore: stagesBefore(profile, stage),
    });
    if (before > 0 || here === 0) return;
    const definition = stageOf(profile, stage);
    const deadline = deadlineOf(definition, profile.calendar, at);
    const sitting = await this.sittings.open(tx, randomUUID(), {
      kind,
      areaCode,
      profileId: profile.id,
      stage,
      state: definition.kind === 'publicity' ? 'held' : 'open',
      at,
      deadline,
    });
    if (!sitting) return;
    if (definition.kind === 'review') await this.lay(tx, sitting, { by: origin.actor, at });
    if (definition.kind === 'publicity') await this.publicities.open(tx, sitting, stage, at);
    const input: SittingCase = { sittingId: sitting.id, areaCode, round: sitting.round, opened: openStage(sitting) };
    await command(tx, [{ workflowType: caseWorkflow[kind], workflowId: sitting.id, input }]);
    await tellOpened(tx, origin, sitting, definition.ownerRole);
  }

  private async lay(tx: EntityManager, sitting: SittingRow, recording: Recording): Promise<void> {
    const earlier = await this.meetings.earlierVerdicts(tx, sitting.id);
    const laid = laidBefore(earlier, await this.meetings.assessments(tx, sitting.id));
    await this.meetings.lay(tx, sitting, laid, recording);
  }
}
