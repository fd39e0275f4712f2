// Written by `npm run generate` from the SDL of this service. Do not edit.

export interface Account {
  id: string;
  version: number;
  login: string;
  person?: Person | null;
  state: AccountState;
  lockedUntil?: Date | null;
  grants: AccountGrant[];
}

export interface AccountGrant {
  role: string;
  areaCode?: string | null;
}

export interface AccountGrantInput {
  role: string;
  areaCode?: string | null;
}

export type AccountState = 'waiting' | 'active' | 'locked' | 'disabled';

export interface ActivateAccountInput {
  login: string;
  activationCode: string;
  password: string;
}

export type ActivateAccountResult = Session | ActivationFailed | InvalidInput;

export interface ActivationFailed {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface AssignTeamInput {
  key: string;
  areaCode: string;
  version: number;
  teamId?: string | null;
}

export type AssignTeamResult = Assignment | StaleVersion | KeyReused | NotFound | InvalidInput | NotAllowed | TeamNotAssignable;

export interface Assignment {
  id: string;
  version: number;
  areaCode: string;
  role: string;
  team?: Team | null;
  person?: Person | null;
  changedAt: Date;
}

export interface AssignmentConnection {
  nodes: Assignment[];
  totalCount: number;
  pageInfo: PageInfo;
}

export interface AssignmentFilter {
  areaCode?: string | null;
  role?: string | null;
  teamId?: string | null;
}

export interface ChangeAccountInput {
  key: string;
  accountId: string;
  version: number;
}

export type ChangeAccountResult = Account | StaleVersion | KeyReused | NotFound;

export interface ChangePasswordInput {
  key: string;
  currentPassword: string;
  newPassword: string;
}

export type ChangePasswordResult = PasswordChanged | KeyReused | InvalidInput | WrongPassword;

export interface CreateAccountInput {
  key: string;
  personId: string;
  login: string;
  grants: AccountGrantInput[];
  activationCode: string;
}

export type CreateAccountResult = Account | KeyReused | NotFound | InvalidInput | NotAllowed | LoginTaken;

export interface EffectiveGrant {
  role: string;
  areas: string[];
}

export interface ImportStaffInput {
  key: string;
  fileId: string;
}

export type ImportStaffResult = StaffImport | KeyReused | NotFound;

export interface InvalidInput {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface KeyReused {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface LoginTaken {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface Me {
  accountId: string;
  person?: Person | null;
  teams: Team[];
  grants: EffectiveGrant[];
}

export interface Mutation {
  createAccount: CreateAccountResult;
  disableAccount: ChangeAccountResult;
  unlockAccount: ChangeAccountResult;
  changePassword: ChangePasswordResult;
  assignTeam: AssignTeamResult;
  signIn: SignInResult;
  activateAccount: ActivateAccountResult;
  refreshSession: RefreshSessionResult;
  signOut: SignOutResult;
  importStaff: ImportStaffResult;
}

export interface MutationActivateAccountArgs {
  input: ActivateAccountInput;
}

export interface MutationAssignTeamArgs {
  input: AssignTeamInput;
}

export interface MutationChangePasswordArgs {
  input: ChangePasswordInput;
}

export interface MutationCreateAccountArgs {
  input: CreateAccountInput;
}

export interface MutationDisableAccountArgs {
  input: ChangeAccountInput;
}

export interface MutationImportStaffArgs {
  input: ImportStaffInput;
}

export interface MutationRefreshSessionArgs {
  input: RefreshSessionInput;
}

export interface MutationSignInArgs {
  input: SignInInput;
}

export interface MutationSignOutArgs {
  input: SignOutInput;
}

export interface MutationUnlockAccountArgs {
  input: ChangeAccountInput;
}

export interface NotAllowed {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface NotFound {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface PageInfo {
  endCursor?: string | null;
  hasNextPage: boolean;
}

export interface PasswordChanged {
  changedAt: Date;
}

export interface Person {
  accounts: Account[];
  id: string;
  number: string;
  name: string;
  phone: string;
  phoneInFull: string;
  areaCode: string;
  teams: Team[];
}

export interface PersonConnection {
  nodes: Person[];
  totalCount: number;
  pageInfo: PageInfo;
}

export interface PersonFilter {
  areaCode?: string | null;
}

export interface Query {
  assignments: AssignmentConnection;
  person?: Person | null;
  people: PersonConnection;
  me: Me;
  staffImport?: StaffImport | null;
  team?: Team | null;
  teams: TeamConnection;
}

export interface QueryAssignmentsArgs {
  filter?: AssignmentFilter | null;
  first: number;
  after?: string | null;
}

export interface QueryPeopleArgs {
  filter?: PersonFilter | null;
  first: number;
  after?: string | null;
}

export interface QueryPersonArgs {
  id: string;
}

export interface QueryStaffImportArgs {
  id: string;
}

export interface QueryTeamArgs {
  id: string;
}

export interface QueryTeamsArgs {
  filter?: TeamFilter | null;
  first: number;
  after?: string | null;
}

export interface RefreshSessionInput {
  refreshToken: string;
}

export type RefreshSessionResult = Session | SessionOver;

export interface Refusal {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface Session {
  accessToken: string;
  accessTokenExpiresAt: Date;
  refreshToken: string;
  refreshTokenExpiresAt: Date;
}

export interface SessionOver {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface SignInFailed {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface SignInInput {
  login: string;
  password: string;
}

export type SignInResult = Session | SignInFailed;

export interface SignOutInput {
  key: string;
  refreshToken: string;
}

export type SignOutResult = SignedOut | KeyReused;

export interface SignedOut {
  signedOutAt: Date;
}

export interface StaffImport {
  id: string;
  state: StaffImportState;
  linesRead: number;
  problems: StaffImportProblem[];
  counts?: StaffImportCounts | null;
  startedAt: Date;
  endedAt?: Date | null;
}

export interface StaffImportCounts {
  people: number;
  teams: number;
  assignments: number;
  accounts: number;
}

export interface StaffImportProblem {
  line: number;
  problem: string;
}

export type StaffImportState = 'running' | 'done' | 'refused' | 'failed';

export interface StaleVersion {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface Team {
  assignedAreas: string[];
  id: string;
  number: string;
  kind: TeamKind;
  name: string;
  areaCode: string;
  leader?: Person | null;
  members: Person[];
}

export interface TeamConnection {
  nodes: Team[];
  totalCount: number;
  pageInfo: PageInfo;
}

export interface TeamFilter {
  areaCode?: string | null;
  kind?: TeamKind | null;
}

export type TeamKind = 'field' | 'taskGroup';

export interface TeamNotAssignable {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface WrongPassword {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}
