import type { Caller } from '@jingzhun/access';
import { Database } from '@jingzhun/database';
import { explain, type Explanation } from '@jingzhun/identification-rules';
import { Inject, Injectable } from '@nestjs/common';
import { FrozenProfiles } from '../profile/frozen-profiles';
import { ScoreSheetRepository, type CorrectionRow } from './score-sheet.repository';
import { itemsOf } from './score-sheet.rules';

/** Why sheets say what they say, for screens. */
@Injectable()
export class ScoreSheetQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(FrozenProfiles) private readonly profiles: FrozenProfiles,
    @Inject(ScoreSheetRepository) private readonly sheets: ScoreSheetRepository,
  ) {}

  /** 一户一评 of each sheet, by the form it was filled on. */
  async explanations(caller: Caller, sheetIds: readonly string[]): Promise<Map<string, Explanation[]>> {
    const sheets = await this.database.read(caller, (tx) => this.sheets.whole(tx, sheetIds));
    const found = new Map<string, Explanation[]>();
    for (const sheet of sheets) {
      const form = sheet.profileId === null ? undefined : (await this.profiles.of(sheet.profileId)).form;
      found.set(sheet.id, form ? explain(form, itemsOf(form, sheet)) : []);
    }
    return found;
  }

  async corrections(caller: Caller, sheetIds: readonly string[]): Promise<Map<string, CorrectionRow[]>> {
    const rows = await this.database.read(caller, (tx) => this.sheets.corrections(tx, sheetIds));
    const found = new Map<string, CorrectionRow[]>();
    for (const row of rows) found.set(row.sheetId, [...(found.get(row.sheetId) ?? []), row]);
    return found;
  }
}
