export { secureByArea } from './area-security';
export { Database } from './database';
export { DatabaseModule } from './database.module';
export { guardedUpdate } from './guarded-update';
export { migrate } from './migrate';
export { createOnceTable, once, type OnceRequest } from './once';
export { PreparingClient } from './preparing-client';
export { databaseUrls, provisionDatabase, type DatabaseUrls } from './provision-database';
export { countyWide, type Scope } from './scope';
