import { CreateRegister20261123090000 } from './20261123090000-create-register';
import { CreateStages20261123091000 } from './20261123091000-create-stages';
import { CreateStoredFiles20261124110000 } from './20261124110000-create-stored-files';

/** In the order they are run. */
export const migrations = [CreateRegister20261123090000, CreateStages20261123091000, CreateStoredFiles20261124110000];
