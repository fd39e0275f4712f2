import { CreateRegister20261123090000 } from './20261123090000-create-register';
import { CreateStages20261123091000 } from './20261123091000-create-stages';
import { CreateProfiles20261124090000 } from './20261124090000-create-profiles';
import { CreateObservations20261124093000 } from './20261124093000-create-observations';
import { ScoreFromFacts20261124093100 } from './20261124093100-score-from-facts';
import { CreateVetoes20261124093200 } from './20261124093200-create-vetoes';
import { CreateScoreLines20261124096000 } from './20261124096000-create-score-lines';
import { CreateStoredFiles20261124110000 } from './20261124110000-create-stored-files';
import { CreateEntryWorkbooks20261124120000 } from './20261124120000-create-entry-workbooks';

/** In the order they are run. */
export const migrations = [
  CreateRegister20261123090000,
  CreateStages20261123091000,
  CreateProfiles20261124090000,
  CreateObservations20261124093000,
  ScoreFromFacts20261124093100,
  CreateVetoes20261124093200,
  CreateScoreLines20261124096000,
  CreateStoredFiles20261124110000,
  CreateEntryWorkbooks20261124120000,
];
