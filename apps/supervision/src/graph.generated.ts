// Written by `npm run generate` from the SDL of this service. Do not edit.

export interface Area {
  code: string;
}

export interface Board {
  area?: Area | null;
  asOf: Date;
  total: BoardCounts;
  lines: BoardLine[];
}

export type BoardBy = 'AREA' | 'STAGE';

export interface BoardCounts {
  onTrack: Tally;
  atRisk: Tally;
  breached: Tally;
  waiting: Tally;
}

export interface BoardLine {
  area?: Area | null;
  stage?: string | null;
  counts: BoardCounts;
}

export interface Clock {
  id: string;
  version: number;
  subjectKind: ClockSubject;
  subjectId: string;
  household?: Household | null;
  sitting?: Sitting | null;
  objection?: Objection | null;
  stage: string;
  round: number;
  area: Area;
  areaCode: string;
  households: number;
  state: ClockState;
  since?: Date | null;
  lateSeconds: number;
  owner?: Owner | null;
  openedAt?: Date | null;
  remindAt?: Date | null;
  dueAt?: Date | null;
  firstDueAt?: Date | null;
  remindedAt?: Date | null;
  breachedAt?: Date | null;
  closesAt?: Date | null;
  completedAt?: Date | null;
  extensions: Extension[];
}

export interface ClockConnection {
  nodes: Clock[];
  totalCount: number;
  pageInfo: PageInfo;
}

export type ClockState = 'onTrack' | 'atRisk' | 'breached' | 'waiting' | 'met' | 'late';

export type ClockSubject = 'household' | 'group' | 'village' | 'objection';

export interface DeadlineFigures {
  asOf: Date;
  clocks: number;
  open: number;
  met: number;
  late: number;
  reminders: number;
  breaches: number;
  extensions: number;
}

export interface DeadlinePassed {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface DecideExtensionInput {
  key: string;
  extensionId: string;
  approve: boolean;
  note?: string | null;
}

export type DecideExtensionResult = Extension | KeyReused | NotFound | InvalidInput | StageOver | DeadlinePassed | OwnRequest | ExtensionDecided;

export interface Extension {
  id: string;
  clock: Clock;
  state: ExtensionState;
  reason: string;
  dueAt: Date;
  askedAt: Date;
  askedBy?: Person | null;
  decidedAt?: Date | null;
  decidedBy?: Person | null;
  note?: string | null;
}

export interface ExtensionConnection {
  nodes: Extension[];
  totalCount: number;
  pageInfo: PageInfo;
}

export interface ExtensionDecided {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface ExtensionLimitReached {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export type ExtensionState = 'waiting' | 'granted' | 'refused';

export interface ExtensionWaiting {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface Household {
  id: string;
  clock?: Clock | null;
}

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

export interface Mutation {
  requestExtension: RequestExtensionResult;
  decideExtension: DecideExtensionResult;
}

export interface MutationDecideExtensionArgs {
  input: DecideExtensionInput;
}

export interface MutationRequestExtensionArgs {
  input: RequestExtensionInput;
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

export interface Objection {
  id: string;
  clock?: Clock | null;
}

export interface OwnRequest {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface Owner {
  role: string;
  person?: Person | null;
  team?: Team | null;
}

export interface PageInfo {
  endCursor?: string | null;
  hasNextPage: boolean;
}

export interface Person {
  id: string;
}

export interface Query {
  board: Board;
  stuckCases: ClockConnection;
  deadlineFigures: DeadlineFigures;
  clock?: Clock | null;
  clocks: Clock[];
  waitingExtensions: ExtensionConnection;
}

export interface QueryBoardArgs {
  areaCode?: string | null;
  by: BoardBy;
}

export interface QueryClockArgs {
  subjectId: string;
}

export interface QueryClocksArgs {
  subjectId: string;
}

export interface QueryDeadlineFiguresArgs {
  areaCode?: string | null;
}

export interface QueryStuckCasesArgs {
  filter?: StuckFilter | null;
  first: number;
  after?: string | null;
}

export interface QueryWaitingExtensionsArgs {
  areaCode?: string | null;
  first: number;
  after?: string | null;
}

export interface Refusal {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface RequestExtensionInput {
  key: string;
  clockId: string;
  version: number;
  dueAt: Date;
  reason: string;
}

export type RequestExtensionResult = Extension | StaleVersion | KeyReused | NotFound | InvalidInput | NotAllowed | StageOver | DeadlinePassed | ExtensionWaiting | ExtensionLimitReached;

export interface Sitting {
  id: string;
  clock?: Clock | null;
}

export interface StageOver {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface StaleVersion {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface StuckFilter {
  areaCode?: string | null;
  stage?: string | null;
  state?: StuckState | null;
}

export type StuckState = 'atRisk' | 'breached';

export interface Tally {
  clocks: number;
  households: number;
}

export interface Team {
  id: string;
}
