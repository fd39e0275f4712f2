import type { Role } from '@jingzhun/access';
import type { AccountGrant } from '../account/account.rules';
import type { TeamKind } from '../graph.generated';

/** What a staff file brings, as rows that name each other by id. */
export interface StaffRows {
  people: NewPerson[];
  teams: NewTeam[];
  members: { teamId: string; personId: string }[];
  assignments: NewAssignment[];
  accounts: NewAccount[];
}

export interface NewPerson {
  id: string;
  number: string;
  name: string;
  phone: string;
  areaCode: string;
}

export interface NewTeam {
  id: string;
  number: string;
  kind: TeamKind;
  name: string;
  areaCode: string;
  leaderId: string;
}

export interface NewAssignment {
  id: string;
  areaCode: string;
  role: Role;
  teamId: string | null;
  personId: string | null;
  /** Leader of the team, for the event. */
  leaderId: string | undefined;
}

export interface NewAccount {
  id: string;
  login: string;
  personId: string;
  grants: AccountGrant[];
  /** SHA-256 of the one-time code, in hexadecimal digits. */
  activationCodeHash: string;
}

/** What is stored already; a file may refer to it and must not bring it again. */
export interface KnownStaff {
  people: ReadonlyMap<string, { id: string; areaCode: string }>;
  teams: ReadonlyMap<string, { id: string; kind: TeamKind; areaCode: string; leaderId: string }>;
  /** Area and role with a blank between. */
  assignments: ReadonlySet<string>;
  logins: ReadonlySet<string>;
}
