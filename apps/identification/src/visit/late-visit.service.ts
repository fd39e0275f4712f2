import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CaseLock, type LockedCase } from '../case/case-lock';
import { ObservationRepository } from '../observation/observation.repository';
import { keepable, type FactChange } from '../observation/observation.rules';
import { ScoreSheetRepository } from '../score-sheet/score-sheet.repository';
import { assertSheetOpen } from '../score-sheet/score-sheet.rules';
import { SheetCorrections } from '../score-sheet/sheet-corrections';
import { VisitRepository, type LateVisitRow } from './visit.repository';
import { assertMayDecide } from './visit.rules';

export interface DecideLateVisit {
  key: string;
  visitId: string;
  take: 'first' | 'later';
  reason: string;
}

/** What becomes of visits that came when their household had moved on. */
@Injectable()
export class LateVisitService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CaseLock) private readonly lock: CaseLock,
    @Inject(VisitRepository) private readonly visits: VisitRepository,
    @Inject(ObservationRepository) private readonly observations: ObservationRepository,
    @Inject(ScoreSheetRepository) private readonly sheets: ScoreSheetRepository,
    @Inject(SheetCorrections) private readonly corrections: SheetCorrections,
  ) {}

  async decide(caller: Caller, { key, ...asked }: DecideLateVisit): Promise<LateVisitRow> {
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        const late = await this.visits.lockLate(tx, asked.visitId);
        const locked = await this.lock.one(tx, late.householdId);
        const visits = await this.visits.ofHouseholds(tx, [late.householdId]);
        const first = visits.findLast((visit) => !visit.late);
        const recorders = [late.recordedBy, ...(first ? [first.recordedBy] : [])];
        assertMayDecide(late, recorders, caller, asked.reason);
        const { take: taken, reason } = asked;
        const changes = taken === 'later' ? await this.take(tx, locked, late, { reason, by: caller.personId }) : null;
        const decision = { taken, reason, changes, decidedAt: locked.at, decidedBy: caller.personId };
        await this.visits.decideLate(tx, late.visitId, decision);
        return { ...late, ...decision };
      }),
    );
  }

  private async take(
    tx: EntityManager,
    locked: LockedCase,
    late: LateVisitRow,
    { reason, by }: { reason: string; by: string },
  ): Promise<FactChange[]> {
    const { household, profile } = locked;
    const sheet = await this.sheets.newest(tx, household.id);
    if (sheet?.round === household.round) assertSheetOpen(profile, { stage: household.stage, hasSheet: true });
    const members = await this.observations.members(tx, household.id);
    return this.corrections.apply(tx, locked, {
      observations: keepable(profile, late.observations, members),
      reason,
      personId: by,
      ground: 'lateVisit',
      decisionId: late.visitId,
      visitId: late.visitId,
      observedAt: late.visitedAt,
    });
  }
}
