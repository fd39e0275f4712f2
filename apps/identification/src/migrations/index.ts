import { CreateRegister20261123090000 } from './20261123090000-create-register';
import { CreateStages20261123091000 } from './20261123091000-create-stages';
import { CreateEntryWorkbooks20261124120000 } from './20261124120000-create-entry-workbooks';

/** In the order they are run. */
export const migrations = [
  CreateRegister20261123090000,
  CreateStages20261123091000,
  CreateEntryWorkbooks20261124120000,
];
