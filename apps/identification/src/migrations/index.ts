import { CreateRegister20261123090000 } from './20261123090000-create-register';
import { CreateStages20261123091000 } from './20261123091000-create-stages';
import { CreateProfiles20261124090000 } from './20261124090000-create-profiles';
import { CreateObjections20261124095000 } from './20261124095000-create-objections';
import { CreateScoreLines20261124096000 } from './20261124096000-create-score-lines';

/** In the order they are run. */
export const migrations = [
  CreateRegister20261123090000,
  CreateStages20261123091000,
  CreateProfiles20261124090000,
  CreateObjections20261124095000,
  CreateScoreLines20261124096000,
];
