import { DataSource } from 'typeorm';
import { AccountRow } from './account/account.entity';
import { AssignmentRow } from './assignment/assignment.entity';
import { PersonRow } from './person/person.entity';
import { StaffImportRow } from './staff-import/staff-import.entity';
import { TeamRow } from './team/team.entity';

/** The service's database, for the application and its specs. */
export function dataSource(url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [AccountRow, AssignmentRow, PersonRow, StaffImportRow, TeamRow],
    extra: { max: 16 },
  });
}
