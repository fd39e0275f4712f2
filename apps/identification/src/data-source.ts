import { DataSource } from 'typeorm';
import { AreaRow } from './area/area.entity';
import { CampaignRow } from './campaign/campaign.entity';
import { StageRecordRow } from './case/stage-record.entity';
import { CountyImportRow } from './county-import/county-import.entity';
import { HouseholdRow } from './household/household.entity';
import { MemberRow } from './household/member.entity';
import { ObjectionRow } from './objection/objection.entity';
import { ProfileMigrationRow } from './profile-migration/profile-migration.entity';
import { ProfileRow } from './profile/profile.entity';
import { PublicityRow } from './publicity/publicity.entity';
import { ScoreLineProposalRow } from './score-line/score-line-proposal.entity';
import { ScoreLineRow } from './score-line/score-line.entity';
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
      CountyImportRow,
      HouseholdRow,
      MemberRow,
      ObjectionRow,
      ProfileMigrationRow,
      ProfileRow,
      PublicityRow,
      ScoreLineProposalRow,
      ScoreLineRow,
      ScoreSheetRow,
      SittingRow,
      StageRecordRow,
    ],
    // Ids are made by the server's own gen_random_uuid(); the running role may not create extensions.
    installExtensions: false,
    extra: { max: 16 },
  });
}
