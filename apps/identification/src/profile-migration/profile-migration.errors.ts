import { Refusal } from '@jingzhun/kernel';

export class MigrationDecided extends Refusal {
  readonly type = 'MigrationDecided';
  readonly code = 'MIGRATION_DECIDED';
  readonly advice = 'Read the record again; request another change if one is still wanted.';
}
