import { CreateStaff20261123092000 } from './20261123092000-create-staff';
import { CreateAccounts20261123093000 } from './20261123093000-create-accounts';
import { CreateStaffImport20261123094000 } from './20261123094000-create-staff-import';

/** In the order they are run. */
export const migrations = [CreateStaff20261123092000, CreateAccounts20261123093000, CreateStaffImport20261123094000];
