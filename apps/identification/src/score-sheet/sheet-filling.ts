import type { Caller } from '@jingzhun/access';
import { withObservations, type Observation } from '@jingzhun/identification-rules';
import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { StandingCase } from '../case/case.service';
import { HouseholdFacts } from '../observation/household-facts';
import { ObservationRepository } from '../observation/observation.repository';
import {
  assertFacts,
  changesIn,
  inPresentForm,
  observationsOf,
  type GivenFact,
} from '../observation/observation.rules';
import { StoredFileService } from '../stored-file/stored-file.service';
import { ScoreSheetRepository, type WholeSheet } from './score-sheet.repository';
import { assertReason, assertSigned, assertUnknown, fillSheet, type FilledSheet } from './score-sheet.rules';

/** What is handed in to fill a sheet. */
export interface GivenSheet {
  formVersion: string;
  observations: GivenFact[];
  reason?: string | null;
  headSignatureId?: string | null;
  assessorSignatureIds?: string[] | null;
}

interface Filling {
  caller: Caller;
  at: Date;
}

/** Fills sheets from facts: what is still wanted is recorded, and levels, points and total follow. */
@Injectable()
export class SheetFilling {
  constructor(
    @Inject(HouseholdFacts) private readonly facts: HouseholdFacts,
    @Inject(ObservationRepository) private readonly observations: ObservationRepository,
    @Inject(ScoreSheetRepository) private readonly sheets: ScoreSheetRepository,
    @Inject(StoredFileService) private readonly files: StoredFileService,
  ) {}

  /** @throws FactsNotValid, InvalidInput, FileNotUsable */
  async fill(tx: EntityManager, standing: StandingCase, asked: GivenSheet, { caller, at }: Filling): Promise<void> {
    const { id: householdId, areaCode, round, profile } = standing;
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
      ...{
        householdId,
        areaCode,
        formVersion: form.version,
        observedAt: at,
        recordedAt: at,
        recordedBy,
        visitId: null,
      },
    });
    const id = randomUUID();
    await this.sheets.add(tx, {
      ...{ id, householdId, areaCode, round, profileId: profile.id, ...filled, recordedAt: at, recordedBy },
      headSignatureId: asked.headSignatureId ?? null,
      assessorSignatureIds: asked.assessorSignatureIds ?? [],
    });
    await this.attach(tx, { id, areaCode, by: recordedBy }, asked);
    if (before) await this.recordReturned(tx, before, filled, { id, areaCode, at, recordedBy, reason: asked.reason });
  }

  private async attach(
    tx: EntityManager,
    sheet: { id: string; areaCode: string; by: string },
    { headSignatureId, assessorSignatureIds }: GivenSheet,
  ): Promise<void> {
    const to = { subject: 'score-sheet', ...sheet };
    await this.files.attach(
      tx,
      headSignatureId ? [headSignatureId] : [],
      { ...to, field: 'headSignatureId' },
      'signature',
    );
    await this.files.attach(tx, assessorSignatureIds ?? [], { ...to, field: 'assessorSignatureIds' }, 'signature');
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
