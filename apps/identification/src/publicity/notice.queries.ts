import type { Caller } from '@jingzhun/access';
import { Database } from '@jingzhun/database';
import { isUuid } from '@jingzhun/kernel';
import type { NoticeColumn } from '@jingzhun/identification-rules';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CaseService } from '../case/case.service';
import { SittingRow } from '../sitting/sitting.entity';
import { wordsOf } from '../veto/veto.rules';
import { HouseholdPublicity } from './household-publicity';
import { noticeContent, type NoticeContent, type PublicHousehold } from './notice.view';
import type { PublicityRow } from './publicity.entity';
import { PublicityRepository } from './publicity.repository';
import { maySeePreview } from './publicity.rules';

export interface Notice extends NoticeContent, Pick<PublicityRow, 'stage' | 'postedAt' | 'place' | 'objectionCode'> {
  sittingId: string;
  areaCode: string;
  round: number;
  /** It does not hang yet. */
  preview: boolean;
  columns: NoticeColumn[];
}

/** The notice of a sitting, as long as it is public; before that to those who are to post it. */
@Injectable()
export class NoticeQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CaseService) private readonly cases: CaseService,
    @Inject(PublicityRepository) private readonly publicities: PublicityRepository,
    @Inject(HouseholdPublicity) private readonly households: HouseholdPublicity,
  ) {}

  async find(caller: Caller, sittingId: string): Promise<Notice | undefined> {
    if (!isUuid(sittingId)) return undefined;
    return this.database.read(caller, async (tx) => {
      const sitting = await tx.getRepository(SittingRow).findOneBy({ id: sittingId });
      const publicity = sitting && (await this.publicities.find(tx, sittingId));
      if (!sitting || !publicity || (!publicity.postedAt && !maySeePreview(caller.roles))) return undefined;
      const profile = await this.cases.profileOf(sitting.profileId);
      const columns = profile.publicity?.columns ?? [];
      const households = (await this.shown(tx, sittingId)).map((shown) => {
        return { ...shown, vetoes: wordsOf(profile, shown.vetoes) };
      });
      const ids = households.map(({ id }) => id);
      const content = noticeContent({
        ...{ areaCode: sitting.areaCode, columns, households, form: profile.form },
        clocks: await this.households.clocks(tx, publicity, profile, ids),
        at: await this.cases.moment(tx),
      });
      if (!content) return undefined;
      const { stage, postedAt, place, objectionCode } = publicity;
      const { areaCode, round } = sitting;
      const of = { sittingId, areaCode, round, stage, postedAt, place, objectionCode };
      return { ...of, ...content, columns, preview: postedAt === null };
    });
  }

  /** Those whom the sitting confirmed and who have not left it, each with the sheet the meeting had before it and the rules it noted. */
  private shown(tx: EntityManager, sittingId: string): Promise<PublicHousehold[]> {
    return tx.query<PublicHousehold[]>(
      `SELECT h.id, h.number, sheet.points, sheet.total,
              ARRAY(SELECT rule FROM veto WHERE household_id = h.id AND state NOT IN ('proposed', 'lifted') ORDER BY rule) AS vetoes,
              coalesce((SELECT name FROM member WHERE household_id = h.id ORDER BY position LIMIT 1), '') AS head
         FROM sitting_household AS laid
         JOIN sitting ON sitting.id = laid.sitting_id
         JOIN household AS h ON h.id = laid.household_id
         LEFT JOIN LATERAL (
           SELECT points, total FROM score_sheet
            WHERE household_id = h.id AND recorded_at <= coalesce(sitting.held_at, sitting.opened_at)
            ORDER BY round DESC LIMIT 1) AS sheet ON true
        WHERE laid.sitting_id = $1 AND laid.left_at IS NULL AND laid.verdict IS DISTINCT FROM 'returned'
        ORDER BY h.number`,
      [sittingId],
    );
  }
}
