import { DataSource } from 'typeorm';
import { ClockRow } from './clock/clock.entity';
import { DutyRow } from './duty/duty.entity';
import { ExtensionRow } from './extension/extension.entity';

/** The service's database, for the application and its specs. */
export function dataSource(url: string): DataSource {
  return new DataSource({ type: 'postgres', url, entities: [ClockRow, DutyRow, ExtensionRow], extra: { max: 16 } });
}
