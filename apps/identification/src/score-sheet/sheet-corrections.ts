import { withObservations, type Observation } from '@jingzhun/identification-rules';
import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { LockedCase } from '../case/case-lock';
import { HouseholdFacts } from '../observation/household-facts';
import { ObservationRepository } from '../observation/observation.repository';
import { assertFacts, changesIn, type FactChange } from '../observation/observation.rules';
import { ScoreSheetRepository, type CorrectionGround } from './score-sheet.repository';
import { fillSheet } from './score-sheet.rules';

/** Facts that are found to be other ones, why, and by whom. */
export interface Correction {
  observations: readonly Observation[];
  reason: string;
  personId: string;
  ground: CorrectionGround;
  /** The decision that allows it, where its ground is one. */
  decisionId?: string;
  visitId?: string;
  observedAt?: Date;
}

/** Alters facts, and with them what the present round's sheet says: before, after, reason and person are kept. */
@Injectable()
export class SheetCorrections {
  constructor(
    @Inject(HouseholdFacts) private readonly facts: HouseholdFacts,
    @Inject(ObservationRepository) private readonly observations: ObservationRepository,
    @Inject(ScoreSheetRepository) private readonly sheets: ScoreSheetRepository,
  ) {}

  /**
   * Records what is found otherwise, and fills the sheet of the present round anew if there is one. Whether the sheet may be
   * altered is for the caller to say.
   *
   * @throws FactsNotValid when a fact may not be kept, or the change makes others wanted
   */
  async apply(
    tx: EntityManager,
    { household, profile, at }: LockedCase,
    correction: Correction,
  ): Promise<FactChange[]> {
    const { id: householdId, areaCode, round } = household;
    const { members, known } = await this.facts.of(tx, householdId, profile);
    assertFacts(profile, correction.observations, members);
    const changes = changesIn(known, correction.observations);
    if (changes.length === 0) return [];

    const found = changes.map(({ fact, member, after: value }) => ({ fact, ...(member && { member }), value }));
    await this.observations.add(tx, found, {
      householdId,
      areaCode,
      formVersion: profile.form?.version ?? null,
      observedAt: correction.observedAt ?? at,
      recordedAt: at,
      recordedBy: correction.personId,
      visitId: correction.visitId ?? null,
    });

    const sheet = await this.sheets.newest(tx, householdId);
    if (profile.form && sheet?.round === round) {
      const { formVersion, answers, points, total, facts } = sheet;
      const after = fillSheet(profile.form, members, withObservations(known, found));
      await this.sheets.rewrite(tx, sheet.id, profile.id, after);
      await this.sheets.addCorrection(tx, {
        id: randomUUID(),
        householdId,
        areaCode,
        sheetId: sheet.id,
        ground: correction.ground,
        decisionId: correction.decisionId ?? null,
        reason: correction.reason,
        changes,
        before: { formVersion, answers, points, total, facts },
        after,
        correctedAt: at,
        correctedBy: correction.personId,
      });
    }
    return changes;
  }
}
