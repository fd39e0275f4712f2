import { CreateRegister20261123090000 } from './20261123090000-create-register';
import { CreateStages20261123091000 } from './20261123091000-create-stages';
import { CreateProfiles20261124090000 } from './20261124090000-create-profiles';
import { CreateObservations20261124093000 } from './20261124093000-create-observations';
import { ScoreFromFacts20261124093100 } from './20261124093100-score-from-facts';
import { CreateVetoes20261124093200 } from './20261124093200-create-vetoes';
import { CreateLeads20261124093300 } from './20261124093300-create-leads';
import { CreateMeetings20261124094000 } from './20261124094000-create-meetings';
import { CreateObjections20261124095000 } from './20261124095000-create-objections';
import { CreateScoreLines20261124096000 } from './20261124096000-create-score-lines';
import { CreateIdentityReadings20261124100000 } from './20261124100000-create-identity-readings';
import { CreateFormerPlaces20261124101000 } from './20261124101000-create-former-places';
import { CreateChangeRequests20261124102000 } from './20261124102000-create-change-requests';
import { CreateDuplicateLeads20261124103000 } from './20261124103000-create-duplicate-leads';
import { CreateStoredFiles20261124110000 } from './20261124110000-create-stored-files';
import { CreateEntryWorkbooks20261124120000 } from './20261124120000-create-entry-workbooks';
import { GeneraliseExports20261124121000 } from './20261124121000-generalise-exports';
import { CreateDoubleEntries20261124130000 } from './20261124130000-create-double-entries';
import { CreateLookBacks20261124131000 } from './20261124131000-create-look-backs';
import { CreateHouseholdCards20261124132000 } from './20261124132000-create-household-cards';

/** In the order they are run. */
export const migrations = [
  CreateRegister20261123090000,
  CreateStages20261123091000,
  CreateProfiles20261124090000,
  CreateObservations20261124093000,
  ScoreFromFacts20261124093100,
  CreateVetoes20261124093200,
  CreateLeads20261124093300,
  CreateMeetings20261124094000,
  CreateObjections20261124095000,
  CreateScoreLines20261124096000,
  CreateIdentityReadings20261124100000,
  CreateFormerPlaces20261124101000,
  CreateChangeRequests20261124102000,
  CreateDuplicateLeads20261124103000,
  CreateStoredFiles20261124110000,
  CreateEntryWorkbooks20261124120000,
  GeneraliseExports20261124121000,
  CreateDoubleEntries20261124130000,
  CreateLookBacks20261124131000,
  CreateHouseholdCards20261124132000,
];
