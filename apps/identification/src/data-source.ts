import { PreparingClient } from '@jingzhun/database';
import { DataSource } from 'typeorm';
import { AreaRow } from './area/area.entity';
import { FormerAreaRow } from './area/former-area.entity';
import { CampaignRow } from './campaign/campaign.entity';
import { StageRecordRow } from './case/stage-record.entity';
import { ChangeRequestRow } from './change-request/change-request.entity';
import { CountyImportRow } from './county-import/county-import.entity';
import { DoubleEntryDrawRow } from './double-entry/double-entry-draw.entity';
import { DoubleEntryRow } from './double-entry/double-entry.entity';
import { EntryDifferenceRow } from './double-entry/entry-difference.entity';
import { EntryImportRow } from './entry-workbook/entry-import.entity';
import { ExportRecordRow } from './export/export-record.entity';
import { ExportRow } from './export/export.entity';
import { HouseholdCardRow } from './household-card/household-card.entity';
import { HouseholdRow } from './household/household.entity';
import { MemberRow } from './household/member.entity';
import { MeetingFactRow } from './meeting/meeting-fact.entity';
import { ObjectionRow } from './objection/objection.entity';
import { ProfileMigrationRow } from './profile-migration/profile-migration.entity';
import { ProfileRow } from './profile/profile.entity';
import { DuplicateLeadRow } from './duplicate/duplicate.entity';
import { HamletRow } from './hamlet/hamlet.entity';
import { FormerHouseholdRow } from './household/former-household.entity';
import { IdentityReadingRow } from './identity-number/identity-reading.entity';
import { LookBackHouseholdRow } from './look-back/look-back-household.entity';
import { LookBackRow } from './look-back/look-back.entity';
import { PublicityRow } from './publicity/publicity.entity';
import { ScoreLineProposalRow } from './score-line/score-line-proposal.entity';
import { ScoreLineRow } from './score-line/score-line.entity';
import { ScoreSheetRow } from './score-sheet/score-sheet.entity';
import { SittingRow } from './sitting/sitting.entity';
import { StoredFileRow } from './stored-file/stored-file.entity';

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
      DoubleEntryDrawRow,
      DoubleEntryRow,
      EntryDifferenceRow,
      EntryImportRow,
      ExportRecordRow,
      ExportRow,
      DuplicateLeadRow,
      FormerAreaRow,
      FormerHouseholdRow,
      HamletRow,
      HouseholdCardRow,
      HouseholdRow,
      IdentityReadingRow,
      LookBackHouseholdRow,
      LookBackRow,
      MeetingFactRow,
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
      StoredFileRow,
    ],
    // Ids are made by the server's own gen_random_uuid(); the running role may not create extensions.
    installExtensions: false,
    extra: { max: 16, Client: PreparingClient },
  });
}
