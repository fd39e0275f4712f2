import { csvLine } from './csv';
import type { Staff } from './staff';

/** The lines of the staff file: persons, teams with members, assignments, accounts, and the control line. */
export function* staffLines({ persons, teams, assignments, accounts }: Staff): Generator<string> {
  yield csvLine('staff', 1);
  for (const { number, name, phone } of persons) yield csvLine('person', number, name, phone);
  for (const { number, kind, name, areaCode, members } of teams) {
    yield csvLine('team', number, kind, name, areaCode, members[0] ?? '');
    for (const member of members) yield csvLine('team-member', number, member);
  }
  for (const { areaCode, role, team = '', person = '' } of assignments) {
    yield csvLine('assignment', areaCode, role, team, person);
  }
  for (const { login, person, role, areaCode, activationCode } of accounts) {
    yield csvLine('account', login, person, role, areaCode, activationCode);
  }
  yield csvLine('end', persons.length, teams.length, assignments.length, accounts.length);
}
