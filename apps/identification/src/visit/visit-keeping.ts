import type { Caller } from '@jingzhun/access';
import type { Observation } from '@jingzhun/identification-rules';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LockedCase } from '../case/case-lock';
import { HouseholdFacts } from '../observation/household-facts';
import { ObservationRepository } from '../observation/observation.repository';
import { assertFacts, inPresentForm, observationsOf, type GivenFact } from '../observation/observation.rules';
import { StoredFileService } from '../stored-file/stored-file.service';
import { outingOf } from './outing';
import { VisitRepository, type VisitRow } from './visit.repository';
import type { VisitAsked } from './visit.rules';

/** What a team brings from a house. */
export interface BroughtVisit extends VisitAsked {
  householdId: string;
  version: number;
  formVersion?: string | null;
  observations: GivenFact[];
  photoIds?: string[] | null;
  signatureIds?: string[] | null;
}

/** Keeps what a team brings: what counts, and beside it what came late. */
@Injectable()
export class VisitKeeping {
  constructor(
    @Inject(VisitRepository) private readonly visits: VisitRepository,
    @Inject(HouseholdFacts) private readonly facts: HouseholdFacts,
    @Inject(ObservationRepository) private readonly observations: ObservationRepository,
    @Inject(StoredFileService) private readonly files: StoredFileService,
  ) {}

  /** @throws FactsNotValid unless it is late, FileNotUsable, InvalidInput */
  async keep(
    tx: EntityManager,
    caller: Caller,
    asked: BroughtVisit,
    { locked, late }: { locked: LockedCase; late: boolean },
  ): Promise<VisitRow> {
    const found = await this.found(tx, asked, { locked, late });
    const { visitedAt, personsPresent, observation } = asked;
    const visit = { ...outingOf(asked, locked, caller), visitedAt, personsPresent, observation, late };
    await this.visits.add(tx, visit);
    await this.attach(tx, visit, asked);
    if (late) await this.visits.keepLate(tx, visit, asked.version, found);
    else await this.record(tx, visit, locked, found);
    return visit;
  }

  private async found(
    tx: EntityManager,
    { formVersion, observations }: BroughtVisit,
    { locked: { household, profile }, late }: { locked: LockedCase; late: boolean },
  ): Promise<Observation[]> {
    if (observations.length === 0) return [];
    const facts = await this.facts.of(tx, household.id, profile);
    const found = inPresentForm(profile, formVersion, facts, observationsOf(observations));
    if (!late) assertFacts(profile, found, facts.members);
    return found;
  }

  private record(tx: EntityManager, visit: VisitRow, { profile, at }: LockedCase, found: readonly Observation[]) {
    return this.observations.add(tx, found, {
      householdId: visit.householdId,
      areaCode: visit.areaCode,
      formVersion: profile.form?.version ?? null,
      observedAt: visit.visitedAt,
      recordedAt: at,
      recordedBy: visit.recordedBy,
      visitId: visit.id,
    });
  }

  private async attach(
    tx: EntityManager,
    { id, areaCode, recordedBy }: VisitRow,
    { photoIds, signatureIds, commitmentId }: Pick<BroughtVisit, 'photoIds' | 'signatureIds' | 'commitmentId'>,
  ): Promise<void> {
    const to = { subject: 'visit', id, areaCode, by: recordedBy };
    await this.files.attach(tx, photoIds ?? [], { ...to, field: 'photoIds' }, 'photo');
    await this.files.attach(tx, signatureIds ?? [], { ...to, field: 'signatureIds' }, 'signature');
    await this.files.attach(tx, commitmentId ? [commitmentId] : [], { ...to, field: 'commitmentId' }, 'document');
  }
}
