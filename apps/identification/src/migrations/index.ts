import { CreateRegister20261123090000 } from './20261123090000-create-register';
import { CreateStages20261123091000 } from './20261123091000-create-stages';
import { CreateIdentityReadings20261124100000 } from './20261124100000-create-identity-readings';
import { CreateFormerPlaces20261124101000 } from './20261124101000-create-former-places';
import { CreateChangeRequests20261124102000 } from './20261124102000-create-change-requests';
import { CreateDuplicateLeads20261124103000 } from './20261124103000-create-duplicate-leads';

/** In the order they are run. */
export const migrations = [
  CreateRegister20261123090000,
  CreateStages20261123091000,
  CreateIdentityReadings20261124100000,
  CreateFormerPlaces20261124101000,
  CreateChangeRequests20261124102000,
  CreateDuplicateLeads20261124103000,
];
