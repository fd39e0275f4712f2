import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import { withObservations, type Observation } from '@jingzhun/identification-rules';
import { InvalidInput, StaleVersion } from '@jingzhun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { CaseLock } from '../case/case-lock';
import { CaseService } from '../case/case.service';
import type { HouseholdRow } from '../household/household.entity';
import { HouseholdRepository } from '../household/household.repository';
import { HouseholdFacts } from '../observation/household-facts';
import { ObservationRepository } from '../observation/observation.repository';
import { assertFacts, changesIn, inPresentForm, observationsOf, type GivenFact } from '../observation/observation.rules';
import { StoredFileService } from '../stored-file/stored-file.service';
import { ScoreSheetRepository, type WholeSheet } from './score-sheet.repository';
import { assertReason, assertSheetOpen, assertSigned, assertUnknown, fillSheet, type FilledSheet } from './score-sheet.rules';
import { SheetCorrections } from './sheet-corrections';

export interface RecordScoreSheet {
  key: string;
  householdId: string;
  version: number;
  formVersion: string;
  observations: GivenFact[];
  reason?: string | null;
  headSignatureId?: string | null;
  assessorSignatureIds?: string[] | null;
}

export interface CorrectScoreSheet {
  key: string;
  householdId: string;
  revision: number;
  observations: GivenFact[];
  reason: string;
}

@Injectable()
export class ScoreSheetService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CaseService) private readonly cases: CaseService,
    @Inject(CaseLock) private readonly lock: CaseLock,
    @Inject(HouseholdFacts) private readonly facts: HouseholdFacts,
    @Inject(ObservationRepository) private readonly observations: ObservationRepository,
    @Inject(ScoreSheetRepository) private readonly sheets: ScoreSheetRepository,
    @Inject(SheetCorrections) private readonly corrections: SheetCorrections,
    @Inject(HouseholdRepository) private readonly households: HouseholdRepository,
    @Inject(StoredFileService) private readonly files: StoredFileService,
  ) {}

  /** Takes the facts that are still wanted; levels, points and total follow from all that is known. */
  async record(caller: Caller, { key, ...asked }: RecordScoreSheet): Promise<HouseholdRow> {
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        const { cases, at } = await this.cases.lockForStep(tx, 'scoring', [asked]);
        const { id: householdId, areaCode, round, profile } = cases[0]!;
        const form = profile.form!;
        const facts = await this.facts.of(tx, householdId, profile);
        const given = inPresentForm(profile, asked.formVersion, facts, observationsOf(asked.observations));
        assertFacts(profile, given, facts.members);
        // A household that was returned is looked at again: what is found otherwise then corrects the sheet of the round before.
        if (round === 1) assertUnknown(facts.known, given);
        assertSigned(profile, asked);
        const filled = fillSheet(form, facts.members, withObservations(facts.known, given));

        const { personId: recordedBy } = caller;
        const before = round === 1 ? undefined : await this.sheets.newest(tx, householdId);
        await this.observations.add(tx, newIn(facts.known, given), {
          householdId,
          areaCode,
          formVersion: form.version,
          observedAt: at,
          recordedAt: at,
          recordedBy,
          visitId: null,
        });
        const id = randomUUID();
        const headSignatureId = asked.headSignatureId ?? null;
        const assessorSignatureIds = asked.assessorSignatureIds ?? [];
        const signed = { headSignatureId, assessorSignatureIds, recordedAt: at, recordedBy };
        const profileId = profile.id;
        await this.sheets.add(tx, { id, householdId, areaCode, round, profileId, ...filled, ...signed });
        const to = { subject: 'score-sheet', id, areaCode, by: recordedBy };
        await this.files.attach(tx, headSignatureId ? [headSignatureId] : [], { ...to, field: 'headSignatureId' }, 'signature');
        await this.files.attach(tx, assessorSignatureIds, { ...to, field: 'assessorSignatureIds' }, 'signature');
        if (before) await this.recordReturned(tx, before, filled, { id, areaCode, at, recordedBy, reason: asked.reason });

        const origin = { actor: caller.accountId, correlation: caller.requestId };
        await this.cases.completeAll(tx, cases, { origin, at });
        return this.households.get(tx, householdId);
      }),
    );
  }

  /** Alters facts of a sheet that no meeting has spoken on yet. */
  async correct(caller: Caller, { key, ...asked }: CorrectScoreSheet): Promise<HouseholdRow> {
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        const locked = await this.lock.one(tx, asked.householdId);
        const { household, profile } = locked;
        const sheet = await this.sheets.newest(tx, household.id);
        assertSheetOpen(profile, { stage: household.stage, hasSheet: sheet?.round === household.round });
        if (sheet?.revision !== asked.revision)
          throw new StaleVersion('The sheet was corrected after it was read.', 'revision');
        assertReason(asked.reason);
        const changes = await this.corrections.apply(tx, locked, {
          observations: observationsOf(asked.observations),
          reason: asked.reason,
          personId: caller.personId,
          ground: 'beforeMeeting',
        });
        if (changes.length === 0)
          throw new InvalidInput('The sheet says so already.', 'observations', 'Send the facts that are other ones.');
        return this.households.get(tx, household.id);
      }),
    );
  }

  private async recordReturned(
    tx: EntityManager,
    before: WholeSheet,
    after: FilledSheet,
    now: { id: string; areaCode: string; at: Date; recordedBy: string; reason?: string | null },
  ): Promise<void> {
    const changes = changesIn(before.facts, after.facts);
    if (changes.length === 0) return;
    assertReason(now.reason);
    const { householdId, formVersion, answers, points, total, facts } = before;
    await this.sheets.addCorrection(tx, {
      id: randomUUID(),
      householdId,
      areaCode: now.areaCode,
      sheetId: now.id,
      ground: 'returned',
      decisionId: null,
      reason: now.reason,
      changes,
      before: { formVersion, answers, points, total, facts },
      after,
      correctedAt: now.at,
      correctedBy: now.recordedBy,
    });
  }
}

/** The observations that say something new; what is known already is not recorded a second time. */
function newIn(known: readonly Observation[], given: readonly Observation[]): Observation[] {
  return changesIn(known, given).map(({ fact, member, after: value }) => ({ fact, ...(member && { member }), value }));
}
