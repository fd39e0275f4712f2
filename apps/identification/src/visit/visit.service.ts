import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import type { Observation } from '@jingzhun/identification-rules';
import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { CaseLock, type LockedCase } from '../case/case-lock';
import { CaseService } from '../case/case.service';
import { stageToComplete } from '../case/case.rules';
import type { HouseholdRow } from '../household/household.entity';
import { HouseholdRepository } from '../household/household.repository';
import { HouseholdFacts } from '../observation/household-facts';
import { ObservationRepository } from '../observation/observation.repository';
import { assertFacts, inPresentForm, observationsOf, type GivenFact } from '../observation/observation.rules';
import { StoredFileService } from '../stored-file/stored-file.service';
import { VisitRepository, type VisitRow } from './visit.repository';
import {
  assertAttempt,
  assertVisit,
  clockSkew,
  isLate,
  type AttemptAsked,
  type Outing,
  type VisitAsked,
} from './visit.rules';

export interface RecordVisit extends VisitAsked {
  key: string;
  householdId: string;
  version: number;
  formVersion?: string | null;
  observations: GivenFact[];
  photoIds?: string[] | null;
  signatureIds?: string[] | null;
}

export interface RecordVisitAttempt extends AttemptAsked {
  key: string;
  householdId: string;
}

/** The household after the visit, or the visit that was kept aside. */
export type VisitRecorded =
  (HouseholdRow & { __typename: 'Household' }) | { __typename: 'LateVisitKept'; visitId: string; householdId: string };

/** What field teams do at the doors of households. */
@Injectable()
export class VisitService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CaseService) private readonly cases: CaseService,
    @Inject(CaseLock) private readonly lock: CaseLock,
    @Inject(VisitRepository) private readonly visits: VisitRepository,
    @Inject(HouseholdFacts) private readonly facts: HouseholdFacts,
    @Inject(ObservationRepository) private readonly observations: ObservationRepository,
    @Inject(HouseholdRepository) private readonly households: HouseholdRepository,
    @Inject(StoredFileService) private readonly files: StoredFileService,
  ) {}

  /** A visit that comes when the household has moved on is kept, and counts for nothing until a person says so. */
  async record(caller: Caller, { key, sentAt, ...asked }: RecordVisit): Promise<VisitRecorded> {
    return this.database.transaction(caller, (tx) =>
      // When it is sent again the device's clock has gone on: the moment of sending is no part of what is asked.
      once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        const locked = await this.lock.one(tx, asked.householdId);
        const { household, profile, at } = locked;
        assertVisit({ ...asked, sentAt }, profile, caller.personId, at);
        const late = isLate(household, profile, asked.version);
        const facts = await this.facts.of(tx, household.id, profile);
        const observations = inPresentForm(profile, asked.formVersion, facts, observationsOf(asked.observations));
        if (!late) assertFacts(profile, observations, facts.members);

        const { visitedAt, personsPresent, observation } = asked;
        const what = { visitedAt, personsPresent, observation, late };
        const visit = { ...outingOf({ ...asked, sentAt }, locked, caller), ...what };
        await this.visits.add(tx, visit);
        await this.attach(tx, visit, asked);
        if (late) {
          await this.visits.keepLate(tx, visit, asked.version, observations);
          return { __typename: 'LateVisitKept', visitId: visit.id, householdId: household.id };
        }
        await this.keep(tx, visit, locked, observations);
        const standing = {
          ...household,
          profile,
          atStage: stageToComplete(household, profile, 'visit', asked.version),
        };
        const origin = { actor: caller.accountId, correlation: caller.requestId };
        await this.cases.completeAll(tx, [standing], { origin, at });
        return { ...(await this.households.get(tx, household.id)), __typename: 'Household' };
      }),
    );
  }

  /** The team found nobody, or was sent away: the stage stays open. */
  async recordAttempt(caller: Caller, { key, sentAt, ...asked }: RecordVisitAttempt): Promise<HouseholdRow> {
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        const locked = await this.lock.one(tx, asked.householdId);
        assertAttempt({ ...asked, sentAt }, locked.profile, caller.personId, locked.at);
        const { attemptedAt, outcome, reason, plannedOn } = asked;
        const what = { attemptedAt, outcome, reason, plannedOn };
        await this.visits.addAttempt(tx, { ...outingOf({ ...asked, sentAt }, locked, caller), ...what });
        return this.households.get(tx, asked.householdId);
      }),
    );
  }

  private keep(tx: EntityManager, visit: VisitRow, { profile, at }: LockedCase, found: readonly Observation[]) {
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
    { photoIds, signatureIds, commitmentId }: Pick<RecordVisit, 'photoIds' | 'signatureIds' | 'commitmentId'>,
  ): Promise<void> {
    const to = { subject: 'visit', id, areaCode, by: recordedBy };
    await this.files.attach(tx, photoIds ?? [], { ...to, field: 'photoIds' }, 'photo');
    await this.files.attach(tx, signatureIds ?? [], { ...to, field: 'signatureIds' }, 'signature');
    await this.files.attach(tx, commitmentId ? [commitmentId] : [], { ...to, field: 'commitmentId' }, 'document');
  }
}

/** What is kept alike of a visit and of an attempt. */
function outingOf({ companionIds, sentAt }: Outing, { household, at }: LockedCase, { personId }: Caller) {
  const { id: householdId, areaCode, stage, round } = household;
  const clocks = { sentAt: sentAt ?? null, clockSkewMilliseconds: clockSkew(sentAt, at), recordedAt: at };
  return { id: randomUUID(), householdId, areaCode, stage, round, ...clocks, recordedBy: personId, companionIds };
}
