import { DataSource } from 'typeorm';
import { AreaRow } from './area/area.entity';
import { FormerAreaRow } from './area/former-area.entity';
import { CampaignRow } from './campaign/campaign.entity';
import { StageRecordRow } from './case/stage-record.entity';
import { ChangeRequestRow } from './change-request/change-request.entity';
import { CountyImportRow } from './county-import/county-import.entity';
import { DuplicateLeadRow } from './duplicate/duplicate.entity';
import { HamletRow } from './hamlet/hamlet.entity';
import { FormerHouseholdRow } from './household/former-household.entity';
import { HouseholdRow } from './household/household.entity';
import { MemberRow } from './household/member.entity';
import { IdentityReadingRow } from './identity-number/identity-reading.entity';
import { PublicityRow } from './publicity/publicity.entity';
import { ScoreSheetRow } from './score-sheet/score-sheet.entity';
import { SittingRow } from './sitting/sitting.entity';

/** The service's database, for the application and its tests. */
export function dataSource(url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [
      AreaRow,
      CampaignRow,
      ChangeRequestRow,
      CountyImportRow,
      DuplicateLeadRow,
      FormerAreaRow,
      FormerHouseholdRow,
      HamletRow,
      HouseholdRow,
      IdentityReadingRow,
      MemberRow,
      PublicityRow,
      ScoreSheetRow,
      SittingRow,
      StageRecordRow,
    ],
    extra: { max: 16 },
  });
}
