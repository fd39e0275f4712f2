// Written by `npm run generate` from the SDL of this service. Do not edit.

export interface AdjournMeetingInput {
  key: string;
  sittingId: string;
  version: number;
  to: string;
  reason: string;
}

export interface AdjournmentInput {
  to: string;
  reason: string;
}

export interface AdoptProfileInput {
  key: string;
  campaignId: string;
  version: number;
  profile: string;
}

export type AdoptProfileResult = Campaign | StaleVersion | KeyReused | NotFound | InvalidInput;

export interface AnnouncedAlready {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface Announcement {
  villageCode: string;
  lineVersion: number;
  households: number;
  persons: number;
  postedAt: Date;
}

export interface Area {
  code: string;
  name: string;
  level: AreaLevel;
  kind: string;
  poor: boolean;
  validFrom?: Date | null;
  validTo?: Date | null;
  successor?: Area | null;
  predecessors: Area[];
}

export type AreaLevel = 'county' | 'township' | 'village' | 'group';

export interface AreaProgress {
  area: Area;
  households: number;
  stages: StageCount[];
}

export interface AssessedAgain {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface AssessedFactInput {
  fact: string;
  memberId?: string | null;
  value: unknown;
}

export interface AssignRecheckInput {
  key: string;
  objectionId: string;
  version: number;
  team: string;
  persons: string[];
}

export interface AuditInput {
  householdId: string;
  version: number;
  verdict: Verdict;
  reason?: string | null;
}

export interface AuditsRecorded {
  confirmed: number;
  returned: number;
}

export interface Ballot {
  householdId: string;
  householdNumber: string;
  assessment: string;
  verdict: BallotVerdict;
  by?: string | null;
  confirmedIn?: number | null;
  sitting?: number | null;
  entitled: number;
  barred: number;
  for: number;
  against: number;
  abstain: number;
  reason?: string | null;
}

export type BallotVerdict = 'confirmed' | 'returned' | 'referred' | 'undecided';

export interface CallObjectorBackInput {
  key: string;
  objectionId: string;
  version: number;
  satisfied: boolean;
}

export interface Campaign {
  id: string;
  version: number;
  name: string;
  areaCode: string;
  state: CampaignState;
  openedAt?: Date | null;
  profile?: Profile | null;
}

export interface CampaignAlreadyOpen {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export type CampaignState = 'prepared' | 'open';

export interface CardDecisionInput {
  fact: string;
  memberId?: string | null;
  value: unknown;
}

export interface CardNotOffered {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface CardOption {
  key: string;
  name: string;
  code?: string | null;
}

export interface CardQuestion {
  kind: CardQuestionKind;
  fact: string;
  name: string;
  memberId?: string | null;
  valueKind: string;
  unit?: string | null;
  options: CardOption[];
  required: boolean;
}

export type CardQuestionKind = 'fact' | 'decision';

export type CardSource = 'fact' | 'register' | 'computed' | 'decision';

export interface CaseEffect {
  householdId: string;
  effect: CaseEffectKind;
}

export type CaseEffectKind = 'enters' | 'ends' | 'moves';

export type CauseOfAdding = 'birth' | 'marriage' | 'adoption' | 'movedIn' | 'returned' | 'other';

export type CauseOfRemoving = 'death' | 'marriage' | 'movedOut' | 'enlisted' | 'duplicate' | 'other';

export interface CellProblem {
  sheet: string;
  row: number;
  column: string;
  header: string;
  code: string;
  reason: string;
}

export type ChangeKind = 'split' | 'merge' | 'transfer' | 'head' | 'identity' | 'memberAdded' | 'memberRemoved' | 'householdAdded';

export type ChangeLeadResult = Lead | StaleVersion | KeyReused | NotFound | InvalidInput | NotAtStage | LeadRefused | VetoRefused | FileNotUsable;

export interface ChangeRequest {
  id: string;
  version: number;
  kind: ChangeKind;
  state: ChangeRequestState;
  areaCode: string;
  household?: Household | null;
  otherHousehold?: Household | null;
  cause?: string | null;
  reason: string;
  evidence: string;
  before: HouseholdSnapshot[];
  after: HouseholdSnapshot[];
  caseEffects: CaseEffect[];
  requestedAt: Date;
  requestedBy?: Person | null;
  decidedAt?: Date | null;
  decidedBy?: Person | null;
  note?: string | null;
}

export interface ChangeRequestConnection {
  nodes: ChangeRequest[];
  totalCount: number;
  pageInfo: PageInfo;
}

export interface ChangeRequestDecided {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface ChangeRequestFilter {
  areaCode?: string | null;
  householdId?: string | null;
  kind?: ChangeKind | null;
  state?: ChangeRequestState | null;
}

export type ChangeRequestState = 'waiting' | 'approved' | 'declined' | 'withdrawn';

export type ChangeVetoResult = Veto | StaleVersion | KeyReused | NotFound | InvalidInput | NotAllowed | VetoRefused | FileNotUsable;

export interface CheckedAlready {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface CloseMeetingInput {
  key: string;
  sittingId: string;
  version: number;
}

export interface ClosingProblem {
  code: string;
  field: string;
  problem: string;
  advice: string;
  householdId?: string | null;
}

export interface CodeTaken {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface ConveneMeetingInput {
  key: string;
  sittingId: string;
  version: number;
  on: string;
  place: string;
  noticeOn: string;
}

export interface CorrectScoreSheetInput {
  key: string;
  householdId: string;
  revision: number;
  observations: ObservationInput[];
  reason: string;
}

export type CorrectScoreSheetResult = Household | StaleVersion | KeyReused | NotFound | InvalidInput | NotAtStage | FactsNotValid | SheetClosed;

export type CorrectionGround = 'beforeMeeting' | 'lateVisit' | 'returned';

export interface CountyAlreadyImported {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface CountyImport {
  id: string;
  state: ImportState;
  linesRead: number;
  problems: ImportProblem[];
  campaignId?: string | null;
  duplicateLeads?: number | null;
  startedAt: Date;
  endedAt?: Date | null;
}

export interface DecideChangeRequestInput {
  key: string;
  changeRequestId: string;
  version: number;
  approve: boolean;
  note?: string | null;
}

export type DecideChangeRequestResult = ChangeRequest | StaleVersion | KeyReused | NotFound | InvalidInput | ChangeRequestDecided | OwnChangeRequest | RegisterChanged | HouseholdInPublicity | HouseholdUnderReview | NotInScope;

export interface DecideDuplicateInput {
  key: string;
  leadId: string;
  version: number;
  verdict: DuplicateVerdict;
  keeperHouseholdId?: string | null;
  reason: string;
}

export type DecideDuplicateResult = DuplicateLead | StaleVersion | KeyReused | NotFound | InvalidInput | LeadDecided | HeadMayNotLeave;

export interface DecideLateVisitInput {
  key: string;
  visitId: string;
  take: VisitTaken;
  reason: string;
}

export type DecideLateVisitResult = LateVisit | KeyReused | NotFound | InvalidInput | NotAllowed | NotAtStage | FactsNotValid | SheetClosed | VisitDecided;

export interface DecideLeadInput {
  key: string;
  leadId: string;
  version: number;
  outcome: LeadVerdict;
  reason: string;
  evidence: EvidenceInput[];
}

export interface DecideObjectionInput {
  key: string;
  objectionId: string;
  version: number;
  decision: ObjectionDecision;
  reason: string;
  newHouseholdNumber?: string | null;
}

export interface DecideProfileMigrationInput {
  key: string;
  migrationId: string;
  version: number;
  approve: boolean;
}

export type DecideProfileMigrationResult = ProfileMigration | StaleVersion | KeyReused | NotFound | NotAllowed | MigrationDecided;

export interface DecideScoreLineInput {
  key: string;
  proposalId: string;
  version: number;
  approve: boolean;
}

export type DecideScoreLineResult = ScoreLineProposal | StaleVersion | KeyReused | NotFound | InvalidInput | NotAllowed | ProposalDecided | LineNotFrozen;

export interface DecideVetoLiftInput {
  key: string;
  vetoId: string;
  version: number;
  lift: boolean;
  reason: string;
  evidence: EvidenceInput[];
}

export interface DeclareRecusalsInput {
  key: string;
  sittingId: string;
  version: number;
  recusals: RecusalInput[];
}

export type Disclosure = 'absent' | 'masked' | 'inFull';

export interface DoubleEntry {
  household?: Household | null;
  state: DoubleEntryState;
  enteredAt?: Date | null;
  differences: EntryDifference[];
}

export interface DoubleEntryConnection {
  nodes: DoubleEntry[];
  totalCount: number;
  pageInfo: PageInfo;
}

export interface DoubleEntryDraw {
  id: string;
  areaCode: string;
  seed: string;
  percent: number;
  minimum: number;
  covered: number;
  drawn: number;
  drawnAt: Date;
  drawnBy: string;
}

export interface DoubleEntryDrawConnection {
  nodes: DoubleEntryDraw[];
  totalCount: number;
  pageInfo: PageInfo;
}

export interface DoubleEntryFigures {
  entered: number;
  covered: number;
  drawn: number;
  waiting: number;
  agreed: number;
  differing: number;
  settled: number;
}

export interface DoubleEntryFilter {
  areaCode?: string | null;
  state?: DoubleEntryState | null;
}

export type DoubleEntryState = 'waiting' | 'agreed' | 'differs' | 'settled';

export interface DrawDoubleEntriesInput {
  key: string;
  areaCode: string;
}

export type DrawDoubleEntriesResult = DoubleEntryDraw | KeyReused | NotFound | InvalidInput | NothingToDraw;

export interface DrawLookBackInput {
  key: string;
  areaCode: string;
  samples?: TownshipSampleInput[] | null;
  reason: string;
}

export type DrawLookBackResult = LookBack | KeyReused | NotFound | InvalidInput | NobodyToDraw;

export interface DuplicateLead {
  id: string;
  version: number;
  areaCode: string;
  state: DuplicateState;
  reasons: DuplicateReason[];
  one?: Member | null;
  other?: Member | null;
  differences: string[];
  foundAt: Date;
  decidedAt?: Date | null;
  decidedBy?: Person | null;
  reason?: string | null;
  keeper?: Household | null;
  changeRequest?: ChangeRequest | null;
}

export interface DuplicateLeadConnection {
  nodes: DuplicateLead[];
  totalCount: number;
  pageInfo: PageInfo;
}

export interface DuplicateLeadFilter {
  areaCode?: string | null;
  state?: DuplicateState | null;
}

export type DuplicateReason = 'sameIdNumber' | 'sameNameAndBirth';

export type DuplicateState = 'open' | 'differentPeople' | 'samePerson' | 'settled';

export type DuplicateVerdict = 'differentPeople' | 'samePerson';

export interface EnteredSheet {
  total?: number | null;
  vetoed: boolean;
  vetoReason?: string | null;
}

export interface EntriesRecorded {
  entered: number;
  householdIds: string[];
}

export interface Entry {
  total?: number | null;
  vetoed: boolean;
  vetoReason?: string | null;
  enteredAt: Date;
  check: EntryCheck;
  corrections: EntryCorrection[];
}

export type EntryCheck = 'notCovered' | 'notDrawn' | 'waiting' | 'agreed' | 'differs' | 'settled';

export interface EntryCorrection {
  before: EnteredSheet;
  after: EnteredSheet;
  reason: string;
  correctedAt: Date;
  correctedBy: string;
}

export interface EntryDifference {
  id: string;
  version: number;
  field: string;
  first?: unknown | null;
  second?: unknown | null;
  resolver: string;
  stands?: unknown | null;
  reason?: string | null;
  decidedAt?: Date | null;
  decidedBy?: string | null;
}

export interface EntryDiffers {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
  householdIds: string[];
}

export interface EntryInput {
  householdId: string;
  version: number;
  total?: number | null;
  vetoed: boolean;
  vetoReason?: string | null;
}

export type EntryStanding = 'first' | 'second' | 'neither';

export interface EntryWorkbookImport {
  id: string;
  state: EntryWorkbookImportState;
  rowsRead: number;
  entered: number;
  alreadyEntered: number;
  problemCount: number;
  problems: CellProblem[];
}

export type EntryWorkbookImportState = 'running' | 'done' | 'refused';

export interface ErrorRate {
  wrong: number;
  sample: number;
  rate?: number | null;
}

export interface EvidenceInput {
  kind: string;
  fileId?: string | null;
  reference?: string | null;
}

export interface ExplanationLine {
  item: string;
  name: string;
  observed: string;
  rule: string;
  points: number;
  maximum: number;
  sentence: string;
}

export interface Export {
  id: string;
  kind: ExportKind;
  state: ExportState;
  areaCode: string;
  rows?: number | null;
  names: Disclosure;
  idNumbers: Disclosure;
  path?: string | null;
}

export interface ExportAreaInput {
  key: string;
  areaCode: string;
  reason: string;
}

export type ExportAreaResult = Export | KeyReused | NotFound | InvalidInput;

export type ExportKind = 'entryWorkbook' | 'register' | 'registerInFull' | 'assessments' | 'poorHouseholds' | 'scoreLineTable';

export type ExportPoorHouseholdsResult = Export | KeyReused | NotFound | InvalidInput | NoLineYet;

export interface ExportRecord {
  id: string;
  at: Date;
  action: string;
  kind: ExportKind;
  exportId: string;
  accountId: string;
  areaCode: string;
  rows: number;
  names: Disclosure;
  idNumbers: Disclosure;
  reason: string;
}

export interface ExportRecordConnection {
  nodes: ExportRecord[];
  totalCount: number;
  pageInfo: PageInfo;
}

export interface ExportScoreLineTableInput {
  key: string;
  reason: string;
  quota: number;
  lines?: number[] | null;
}

export type ExportScoreLineTableResult = Export | KeyReused | NotFound | InvalidInput | NotAllowed;

export type ExportState = 'running' | 'ready' | 'failed' | 'expired';

export interface FactChange {
  fact: string;
  memberId?: string | null;
  before?: unknown | null;
  after: unknown;
}

export interface FactDefinition {
  key: string;
  name: string;
  about: string;
  kind: string;
  unit?: string | null;
  whole: boolean;
  options: FactOption[];
  minimum?: number | null;
  maximum?: number | null;
  unasked?: UnaskedAges | null;
  sensitive: string;
  step?: string | null;
}

export interface FactOption {
  key: string;
  name: string;
}

export interface FactProblem {
  fact: string;
  memberId?: string | null;
  code: string;
  problem: string;
}

export interface FactsNotValid {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
  problems: FactProblem[];
}

export interface Figures {
  asOf: Date;
  townships: number;
  villages: number;
  groups: number;
  hamlets: number;
  households: number;
  householdsInPoorVillages: number;
  householdsElsewhere: number;
  members: number;
  visited: number;
  scored: number;
  groupReviews: number;
  groupPublicities: number;
  villageReviews: number;
  entered: number;
  returned: number;
  adjourned: number;
  visitAttempts: number;
  lateVisits: number;
  corrections: number;
  vetoes: number;
  vetoesStanding: number;
  vetoesLifted: number;
  leads: number;
  leadsConfirmed: number;
}

export type FileFault = 'missing' | 'foreign' | 'wrongKind' | 'attachedElsewhere';

export type FileKind = 'photo' | 'signature' | 'document';

export interface FileNotUsable {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
  files: FileProblem[];
}

export interface FileProblem {
  fileId: string;
  fault: FileFault;
}

export interface FillHouseholdCardInput {
  key: string;
  householdId: string;
  version: number;
  facts: ObservationInput[];
  decisions: CardDecisionInput[];
  reason?: string | null;
}

export type FillHouseholdCardResult = HouseholdCard | StaleVersion | KeyReused | NotFound | InvalidInput | NotAtStage | FactsNotValid | CardNotOffered;

export interface Form {
  version: string;
  standardDate: string;
  facts: FactDefinition[];
  items: FormItem[];
}

export interface FormItem {
  key: string;
  name: string;
  choice: string;
  maximum: number;
  levels: FormLevel[];
}

export interface FormLevel {
  key: string;
  text: string;
  points: number;
}

export interface Hamlet {
  code: string;
  name: string;
  areaCode: string;
  households: number;
}

export interface HamletConnection {
  nodes: Hamlet[];
  totalCount: number;
  pageInfo: PageInfo;
}

export interface HamletFilter {
  areaCode?: string | null;
  name?: string | null;
}

export interface HeadMayNotLeave {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface HoldReviewInput {
  key: string;
  sittingId: string;
  version: number;
  heldOn: string;
  place: string;
  noticeOn: string;
  attendance: string[];
  recusals: RecusalInput[];
  votes: VoteInput[];
  rest?: VoteOnTheRestInput | null;
  referrals: ReferralInput[];
  minutes: string;
  photos: string[];
  signatures: SignatureInput[];
  adjournment?: AdjournmentInput | null;
}

export interface Household {
  changeRequests: ChangeRequest[];
  entry?: Entry | null;
  hamlet?: Hamlet | null;
  id: string;
  version: number;
  number: string;
  areaCode: string;
  hamletCode: string;
  address: string;
  inPoorVillage: boolean;
  category: HouseholdCategory;
  registeredAt: Date;
  endedAt?: Date | null;
  successor?: Household | null;
  stage?: string | null;
  round: number;
  stageOpenedAt?: Date | null;
  dueAt?: Date | null;
  members: Member[];
  scoreSheet?: ScoreSheet | null;
  history: StageRecord[];
  leads: Lead[];
  observations: Observation[];
  privateObservations: Observation[];
  vetoes: Veto[];
  vetoSuggestions: VetoSuggestion[];
  visits: Visit[];
  visitAttempts: VisitAttempt[];
  visitAttemptCount: number;
}

export interface HouseholdCard {
  householdId: string;
  version: number;
  lineVersion: number;
  complete: boolean;
  fields: HouseholdCardField[];
  missing: MissingCardField[];
  questions: CardQuestion[];
  versions: HouseholdCardVersion[];
}

export interface HouseholdCardField {
  code: string;
  name: string;
  memberId?: string | null;
  value: unknown;
  text: string;
  officialCodes: string[];
  source: CardSource;
}

export interface HouseholdCardFigures {
  listed: number;
  begun: number;
  complete: number;
}

export interface HouseholdCardVersion {
  version: number;
  lineVersion: number;
  complete: boolean;
  reason?: string | null;
  savedAt: Date;
  savedBy: string;
}

export type HouseholdCategory = 'ordinary' | 'registeredPoor' | 'newApplicant';

export interface HouseholdConnection {
  nodes: Household[];
  totalCount: number;
  pageInfo: PageInfo;
}

export interface HouseholdFilter {
  areaCode?: string | null;
  stage?: string | null;
}

export interface HouseholdInPublicity {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface HouseholdSnapshot {
  id: string;
  number?: string | null;
  areaCode: string;
  hamletCode: string;
  address: string;
  category: HouseholdCategory;
  members: MemberSnapshot[];
}

export interface HouseholdUnderReview {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface IdNumberForgotten {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface IdentityReading {
  id: string;
  at: Date;
  kind: IdentityReadingKind;
  areaCode: string;
  by?: Person | null;
  memberId?: string | null;
  householdId?: string | null;
  changeRequestId?: string | null;
  exportId?: string | null;
  found?: number | null;
  reason?: string | null;
}

export interface IdentityReadingConnection {
  nodes: IdentityReading[];
  totalCount: number;
  pageInfo: PageInfo;
}

export interface IdentityReadingFilter {
  areaCode?: string | null;
  memberId?: string | null;
}

export type IdentityReadingKind = 'reading' | 'search';

export interface ImportCountyInput {
  key: string;
  fileId: string;
}

export type ImportCountyResult = CountyImport | KeyReused | NotFound | InvalidInput | CountyAlreadyImported;

export interface ImportEntryWorkbookInput {
  key: string;
  fileId: string;
}

export type ImportEntryWorkbookResult = EntryWorkbookImport | KeyReused | NotFound | InvalidInput;

export interface ImportMatchFileInput {
  key: string;
  fileId: string;
}

export type ImportMatchFileResult = MatchFile | MatchFileRefused | KeyReused | NotFound | InvalidInput;

export interface ImportProblem {
  line: number;
  problem: string;
}

export type ImportState = 'running' | 'done' | 'refused';

export interface InvalidInput {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface ItemPoints {
  item: string;
  points: number;
}

export interface KeyReused {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface LateVisit {
  visitId: string;
  householdId: string;
  areaCode: string;
  visit: Visit;
  first?: Visit | null;
  changes: FactChange[];
  taken?: VisitTaken | null;
  reason?: string | null;
  decidedAt?: Date | null;
  decidedBy?: string | null;
}

export interface LateVisitConnection {
  nodes: LateVisit[];
  totalCount: number;
  pageInfo: PageInfo;
}

export interface LateVisitFilter {
  areaCode?: string | null;
  decided?: boolean | null;
}

export interface LateVisitKept {
  visitId: string;
  householdId: string;
}

export interface Lead {
  id: string;
  version: number;
  householdId: string;
  areaCode: string;
  memberId: string;
  source: MatchSource;
  record: string;
  subject: string;
  matchedBy: MatchedBy;
  confidence: number;
  assetAcquiredOn?: string | null;
  state: LeadState;
  openedAt: Date;
  notifiedAt?: Date | null;
  replyDueAt?: Date | null;
  repliedAt?: Date | null;
  reply?: string | null;
  decisionId?: string | null;
  decidedAt?: Date | null;
  decidedBy?: string | null;
  reason?: string | null;
  evidence: string[];
  vetoId?: string | null;
}

export interface LeadConnection {
  nodes: Lead[];
  totalCount: number;
  pageInfo: PageInfo;
}

export interface LeadDecided {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface LeadFilter {
  areaCode?: string | null;
  state?: LeadState | null;
  source?: MatchSource | null;
}

export interface LeadRefused {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export type LeadState = 'open' | 'awaitingReply' | 'confirmed' | 'cleared';

export interface LeadStepInput {
  key: string;
  leadId: string;
  version: number;
}

export type LeadVerdict = 'confirmed' | 'cleared';

export interface LetVetoesStandInput {
  key: string;
  vetoIds: string[];
}

export type LetVetoesStandResult = VetoesStanding | KeyReused | NotFound | InvalidInput | VetoRefused;

export interface LineCases {
  scored: number;
  vetoed: number;
  excluded: number;
  unresolved: number;
}

export interface LineNotFrozen {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
  problems: LineProblem[];
}

export interface LineProblem {
  code: string;
  field: string;
  problem: string;
  advice: string;
}

export interface LineScenario {
  line: number;
  households: number;
  persons: number;
  overQuota: number;
  townships: TownshipListed[];
  exclusion?: ErrorRate | null;
  inclusion?: ErrorRate | null;
}

export interface LookBack {
  id: string;
  areaCode: string;
  seed: string;
  stratum: LookBackPlace;
  sample: LookBackSample;
  townshipSamples: TownshipSample[];
  reason: string;
  population: number;
  drawn: number;
  drawnAt: Date;
  drawnBy: string;
}

export interface LookBackConnection {
  nodes: LookBack[];
  totalCount: number;
  pageInfo: PageInfo;
}

export interface LookBackFigures {
  areaCode: string;
  drawn: number;
  assessed: number;
  changed: number;
  changedShare?: number | null;
  meanDifference?: number | null;
  meanAbsoluteDifference?: number | null;
  items: LookBackItemFigures[];
}

export interface LookBackFilter {
  lookBackId?: string | null;
  areaCode?: string | null;
  assessed?: boolean | null;
}

export interface LookBackHousehold {
  id: string;
  version: number;
  lookBackId: string;
  household?: Household | null;
  firstTotal: number;
  secondTotal?: number | null;
  difference?: number | null;
  items: LookBackItem[];
  assessedOn?: string | null;
  recordedAt?: Date | null;
}

export interface LookBackHouseholdConnection {
  nodes: LookBackHousehold[];
  totalCount: number;
  pageInfo: PageInfo;
}

export interface LookBackItem {
  item: string;
  first?: number | null;
  second?: number | null;
}

export interface LookBackItemFigures {
  item: string;
  households: number;
}

export type LookBackPlace = 'township' | 'village';

export interface LookBackSample {
  percent: number;
  minimum: number;
}

export interface MatchFile {
  id: string;
  source: MatchSource;
  records: number;
  matched: number;
  leads: number;
  importedAt: Date;
  importedBy: string;
}

export interface MatchFileRefused {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
  problems: MatchLineProblem[];
}

export interface MatchLineProblem {
  line: number;
  problem: string;
}

export type MatchSource = 'vehicles' | 'property' | 'companies' | 'payroll' | 'registration';

export type MatchedBy = 'identity' | 'nameAndPlace';

export interface MeetingFact {
  sequence: number;
  kind: string;
  content: unknown;
  recordedAt: Date;
  recordedBy: string;
}

export type MeetingResult = Sitting | StaleVersion | KeyReused | NotFound | InvalidInput | NotAtStage | NotAllowed | SittingNotValid | FileNotUsable;

export interface MeetingTally {
  presence: Presence[];
  ballots: Ballot[];
}

export interface Member {
  id: string;
  version: number;
  household: Household;
  name: string;
  relation: string;
  sex: string;
  birthDate: string;
  idNumberMasked: string;
  ethnicity: string;
}

export interface MemberRelationInput {
  memberId: string;
  relation: string;
}

export interface MemberSnapshot {
  id: string;
  name: string;
  relation: string;
  sex: string;
  birthDate: string;
  idNumberMasked: string;
  ethnicity: string;
}

export interface MergeVillagesInput {
  key: string;
  villages: string[];
  code: string;
  name: string;
  kind: string;
  poor: boolean;
  document: string;
}

export type MergeVillagesResult = VillagesMerged | KeyReused | NotFound | InvalidInput | CodeTaken | VillageUnderReview;

export interface MigrationDecided {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface MigrationLine {
  stage: string;
  households: number;
  outcome: string;
  reason: string;
}

export interface MissingCardField {
  code: string;
  name: string;
  memberId?: string | null;
  source: CardSource;
}

export interface MissingFact {
  fact: string;
  name: string;
  memberId?: string | null;
}

export interface Mutation {
  mergeVillages: MergeVillagesResult;
  recordAudits: RecordAuditsResult;
  openCampaign: OpenCampaignResult;
  adoptProfile: AdoptProfileResult;
  requestSplit: RequestChangeResult;
  requestMerger: RequestChangeResult;
  requestTransfer: RequestChangeResult;
  requestChangeOfHead: RequestChangeResult;
  requestIdentityCorrection: RequestChangeResult;
  requestMemberAdded: RequestChangeResult;
  requestMemberRemoved: RequestChangeResult;
  requestHouseholdAdded: RequestChangeResult;
  withdrawChangeRequest: DecideChangeRequestResult;
  decideChangeRequest: DecideChangeRequestResult;
  revealRequestedIdNumbers: RevealRequestedIdNumbersResult;
  importCounty: ImportCountyResult;
  drawDoubleEntries: DrawDoubleEntriesResult;
  recordSecondEntries: RecordSecondEntriesResult;
  settleEntryDifference: SettleEntryDifferenceResult;
  decideDuplicate: DecideDuplicateResult;
  exportEntryWorkbook: ExportAreaResult;
  importEntryWorkbook: ImportEntryWorkbookResult;
  recordEntries: RecordEntriesResult;
  exportRegister: ExportAreaResult;
  exportRegisterInFull: ExportAreaResult;
  exportAssessments: ExportAreaResult;
  exportPoorHouseholds: ExportPoorHouseholdsResult;
  exportScoreLineTable: ExportScoreLineTableResult;
  fillHouseholdCard: FillHouseholdCardResult;
  revealIdNumber: RevealIdNumberResult;
  importMatchFile: ImportMatchFileResult;
  notifyOfLead: ChangeLeadResult;
  recordLeadReply: ChangeLeadResult;
  decideLead: ChangeLeadResult;
  drawLookBack: DrawLookBackResult;
  recordSecondAssessment: RecordSecondAssessmentResult;
  holdGroupReview: MeetingResult;
  holdVillageReview: MeetingResult;
  conveneMeeting: MeetingResult;
  recordAttendance: MeetingResult;
  declareRecusals: MeetingResult;
  recordVotes: MeetingResult;
  referHouseholds: MeetingResult;
  recordMinutes: MeetingResult;
  adjournMeeting: MeetingResult;
  strikeMeetingFact: MeetingResult;
  closeMeeting: MeetingResult;
  setVillageRepresentatives: SetVillageRepresentativesResult;
  recordObjection: RecordObjectionResult;
  objectByCode: ObjectByCodeResult;
  registerObjection: ObjectionStepResult;
  assignRecheck: ObjectionStepResult;
  recordRecheck: RecordRecheckResult;
  decideObjection: ObjectionStepResult;
  answerObjection: ObjectionStepResult;
  callObjectorBack: ObjectionStepResult;
  requestProfileMigration: RequestProfileMigrationResult;
  decideProfileMigration: DecideProfileMigrationResult;
  saveProfile: SaveProfileResult;
  postNotice: PostNoticeResult;
  proposeScoreLine: ProposeScoreLineResult;
  decideScoreLine: DecideScoreLineResult;
  postAnnouncement: PostAnnouncementResult;
  recordScoreSheet: RecordScoreSheetResult;
  correctScoreSheet: CorrectScoreSheetResult;
  proposeVeto: ProposeVetoResult;
  letVetoesStand: LetVetoesStandResult;
  verifyVetoLift: ChangeVetoResult;
  decideVetoLift: ChangeVetoResult;
  recordVisit: RecordVisitResult;
  recordVisitAttempt: RecordVisitAttemptResult;
  decideLateVisit: DecideLateVisitResult;
}

export interface MutationAdjournMeetingArgs {
  input: AdjournMeetingInput;
}

export interface MutationAdoptProfileArgs {
  input: AdoptProfileInput;
}

export interface MutationAnswerObjectionArgs {
  input: ObjectionStepInput;
}

export interface MutationAssignRecheckArgs {
  input: AssignRecheckInput;
}

export interface MutationCallObjectorBackArgs {
  input: CallObjectorBackInput;
}

export interface MutationCloseMeetingArgs {
  input: CloseMeetingInput;
}

export interface MutationConveneMeetingArgs {
  input: ConveneMeetingInput;
}

export interface MutationCorrectScoreSheetArgs {
  input: CorrectScoreSheetInput;
}

export interface MutationDecideChangeRequestArgs {
  input: DecideChangeRequestInput;
}

export interface MutationDecideDuplicateArgs {
  input: DecideDuplicateInput;
}

export interface MutationDecideLateVisitArgs {
  input: DecideLateVisitInput;
}

export interface MutationDecideLeadArgs {
  input: DecideLeadInput;
}

export interface MutationDecideObjectionArgs {
  input: DecideObjectionInput;
}

export interface MutationDecideProfileMigrationArgs {
  input: DecideProfileMigrationInput;
}

export interface MutationDecideScoreLineArgs {
  input: DecideScoreLineInput;
}

export interface MutationDecideVetoLiftArgs {
  input: DecideVetoLiftInput;
}

export interface MutationDeclareRecusalsArgs {
  input: DeclareRecusalsInput;
}

export interface MutationDrawDoubleEntriesArgs {
  input: DrawDoubleEntriesInput;
}

export interface MutationDrawLookBackArgs {
  input: DrawLookBackInput;
}

export interface MutationExportAssessmentsArgs {
  input: ExportAreaInput;
}

export interface MutationExportEntryWorkbookArgs {
  input: ExportAreaInput;
}

export interface MutationExportPoorHouseholdsArgs {
  input: ExportAreaInput;
}

export interface MutationExportRegisterArgs {
  input: ExportAreaInput;
}

export interface MutationExportRegisterInFullArgs {
  input: ExportAreaInput;
}

export interface MutationExportScoreLineTableArgs {
  input: ExportScoreLineTableInput;
}

export interface MutationFillHouseholdCardArgs {
  input: FillHouseholdCardInput;
}

export interface MutationHoldGroupReviewArgs {
  input: HoldReviewInput;
}

export interface MutationHoldVillageReviewArgs {
  input: HoldReviewInput;
}

export interface MutationImportCountyArgs {
  input: ImportCountyInput;
}

export interface MutationImportEntryWorkbookArgs {
  input: ImportEntryWorkbookInput;
}

export interface MutationImportMatchFileArgs {
  input: ImportMatchFileInput;
}

export interface MutationLetVetoesStandArgs {
  input: LetVetoesStandInput;
}

export interface MutationMergeVillagesArgs {
  input: MergeVillagesInput;
}

export interface MutationNotifyOfLeadArgs {
  input: LeadStepInput;
}

export interface MutationObjectByCodeArgs {
  input: ObjectByCodeInput;
}

export interface MutationOpenCampaignArgs {
  input: OpenCampaignInput;
}

export interface MutationPostAnnouncementArgs {
  input: PostAnnouncementInput;
}

export interface MutationPostNoticeArgs {
  input: PostNoticeInput;
}

export interface MutationProposeScoreLineArgs {
  input: ProposeScoreLineInput;
}

export interface MutationProposeVetoArgs {
  input: ProposeVetoInput;
}

export interface MutationRecordAttendanceArgs {
  input: RecordAttendanceInput;
}

export interface MutationRecordAuditsArgs {
  input: RecordAuditsInput;
}

export interface MutationRecordEntriesArgs {
  input: RecordEntriesInput;
}

export interface MutationRecordLeadReplyArgs {
  input: RecordLeadReplyInput;
}

export interface MutationRecordMinutesArgs {
  input: RecordMinutesInput;
}

export interface MutationRecordObjectionArgs {
  input: RecordObjectionInput;
}

export interface MutationRecordRecheckArgs {
  input: RecordRecheckInput;
}

export interface MutationRecordScoreSheetArgs {
  input: RecordScoreSheetInput;
}

export interface MutationRecordSecondAssessmentArgs {
  input: RecordSecondAssessmentInput;
}

export interface MutationRecordSecondEntriesArgs {
  input: RecordSecondEntriesInput;
}

export interface MutationRecordVisitArgs {
  input: RecordVisitInput;
}

export interface MutationRecordVisitAttemptArgs {
  input: RecordVisitAttemptInput;
}

export interface MutationRecordVotesArgs {
  input: RecordVotesInput;
}

export interface MutationReferHouseholdsArgs {
  input: ReferHouseholdsInput;
}

export interface MutationRegisterObjectionArgs {
  input: ObjectionStepInput;
}

export interface MutationRequestChangeOfHeadArgs {
  input: RequestChangeOfHeadInput;
}

export interface MutationRequestHouseholdAddedArgs {
  input: RequestHouseholdAddedInput;
}

export interface MutationRequestIdentityCorrectionArgs {
  input: RequestIdentityCorrectionInput;
}

export interface MutationRequestMemberAddedArgs {
  input: RequestMemberAddedInput;
}

export interface MutationRequestMemberRemovedArgs {
  input: RequestMemberRemovedInput;
}

export interface MutationRequestMergerArgs {
  input: RequestMergerInput;
}

export interface MutationRequestProfileMigrationArgs {
  input: RequestProfileMigrationInput;
}

export interface MutationRequestSplitArgs {
  input: RequestSplitInput;
}

export interface MutationRequestTransferArgs {
  input: RequestTransferInput;
}

export interface MutationRevealIdNumberArgs {
  input: RevealIdNumberInput;
}

export interface MutationRevealRequestedIdNumbersArgs {
  input: RevealRequestedIdNumbersInput;
}

export interface MutationSaveProfileArgs {
  input: SaveProfileInput;
}

export interface MutationSetVillageRepresentativesArgs {
  input: SetVillageRepresentativesInput;
}

export interface MutationSettleEntryDifferenceArgs {
  input: SettleEntryDifferenceInput;
}

export interface MutationStrikeMeetingFactArgs {
  input: StrikeMeetingFactInput;
}

export interface MutationVerifyVetoLiftArgs {
  input: VerifyVetoLiftInput;
}

export interface MutationWithdrawChangeRequestArgs {
  input: WithdrawChangeRequestInput;
}

export interface NewMemberInput {
  name: string;
  relation: string;
  idNumber: string;
  ethnicity: string;
}

export interface NoLineYet {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface NobodyToDraw {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface NotAllowed {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface NotAtStage {
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

export interface NotInScope {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface NothingToDraw {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface Notice {
  sittingId: string;
  areaCode: string;
  stage: string;
  round: number;
  preview: boolean;
  postedAt?: Date | null;
  place?: string | null;
  objectionCode?: string | null;
  columns: NoticeColumn[];
  items: NoticeItem[];
  rest?: NoticeRest | null;
  rows: NoticeRow[];
}

export type NoticeColumn = 'rank' | 'code' | 'head' | 'points' | 'total' | 'vetoes';

export interface NoticeItem {
  name: string;
  maximum: number;
  levels: NoticeLevel[];
}

export interface NoticeLevel {
  text: string;
  points: number;
}

export interface NoticeRest {
  items: string[];
  maximum: number;
}

export interface NoticeRow {
  rank?: number | null;
  code?: string | null;
  head?: string | null;
  points?: number[] | null;
  rest?: number | null;
  total?: number | null;
  vetoes?: string[] | null;
  suspended: boolean;
  closesAt?: Date | null;
}

export interface ObjectByCodeInput {
  key: string;
  code: string;
  kind: ObjectionKind;
  householdCode?: string | null;
  statement: string;
  objector?: ObjectorInput | null;
}

export type ObjectByCodeResult = ObjectionReceived | KeyReused | NotFound | InvalidInput | ObjectionRefused | TooManyObjections;

export interface Objection {
  id: string;
  version: number;
  kind: ObjectionKind;
  channel: ObjectionChannel;
  anonymous: boolean;
  period: ObjectionPeriod;
  household?: Household | null;
  areaCode: string;
  statement: string;
  receipt: string;
  receivedAt: Date;
  recordedAt: Date;
  effect: ObjectionEffect;
  state: ObjectionState;
  since: Date;
  dueAt?: Date | null;
  recheck?: Recheck | null;
  outcome?: ObjectionOutcome | null;
  consequence?: ObjectionConsequence | null;
  satisfied?: boolean | null;
  steps: ObjectionStepTaken[];
  objector?: Objector | null;
}

export type ObjectionChannel = 'paper' | 'phone' | 'code';

export interface ObjectionConnection {
  nodes: Objection[];
  totalCount: number;
  pageInfo: PageInfo;
}

export type ObjectionConsequence = 'resumes' | 'stands' | 'returnsToReview' | 'reopened' | 'isAssessed';

export type ObjectionDecision = 'unchanged' | 'scoreChanged' | 'vetoFound' | 'newHousehold';

export type ObjectionEffect = 'suspends' | 'late' | 'overtaken' | 'none';

export interface ObjectionFigure {
  kind: ObjectionKind;
  decision?: ObjectionDecision | null;
  objections: number;
}

export interface ObjectionFilter {
  areaCode?: string | null;
  state?: ObjectionState | null;
  householdId?: string | null;
}

export type ObjectionKind = 'own' | 'report' | 'missed';

export interface ObjectionOutcome {
  decision: ObjectionDecision;
  reason: string;
  at: Date;
  newHouseholdNumber?: string | null;
}

export type ObjectionPeriod = 'publicity' | 'announcement';

export interface ObjectionProblem {
  code: string;
  field: string;
  problem: string;
  advice: string;
}

export interface ObjectionProgress {
  state: ObjectionState;
  receivedAt: Date;
  since: Date;
  dueAt?: Date | null;
}

export interface ObjectionReceived {
  receipt: string;
}

export interface ObjectionRefused {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
  problems: ObjectionProblem[];
}

export type ObjectionState = 'received' | 'registered' | 'assigned' | 'rechecked' | 'decided' | 'answered' | 'closed';

export interface ObjectionStepInput {
  key: string;
  objectionId: string;
  version: number;
}

export type ObjectionStepResult = Objection | StaleVersion | KeyReused | NotFound | InvalidInput | ObjectionRefused;

export interface ObjectionStepTaken {
  kind: string;
  at: Date;
}

export interface Objector {
  name: string;
  phone?: string | null;
}

export interface ObjectorInput {
  name: string;
  phone?: string | null;
}

export interface Observation {
  fact: string;
  name: string;
  memberId?: string | null;
  value: unknown;
  observedAt: Date;
  recordedAt: Date;
  visitId?: string | null;
}

export interface ObservationInput {
  fact: string;
  memberId?: string | null;
  value: unknown;
}

export type OfficeChannel = 'paper' | 'phone';

export interface OpenCampaignInput {
  key: string;
  campaignId: string;
  version: number;
  profile: string;
  dayMilliseconds?: number | null;
  startsOn?: string | null;
}

export type OpenCampaignResult = Campaign | StaleVersion | KeyReused | NotFound | InvalidInput | CampaignAlreadyOpen;

export interface Outlier {
  group: string;
  finding: string;
  measure: number;
  median: number;
  neighboursMedian?: number | null;
  words: string;
  wordsInEnglish: string;
}

export interface OwnAssessment {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
  personIds: string[];
}

export interface OwnChangeRequest {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface OwnEntry {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface PageInfo {
  endCursor?: string | null;
  hasNextPage: boolean;
}

export interface Person {
  id: string;
}

export interface PoorHousehold {
  householdId: string;
  number: string;
  areaCode: string;
  score: number;
  persons: number;
}

export interface PoorHouseholdConnection {
  nodes: PoorHousehold[];
  totalCount: number;
  pageInfo: PageInfo;
}

export interface PostAnnouncementInput {
  key: string;
  villageCode: string;
  place: string;
}

export type PostAnnouncementResult = Announcement | KeyReused | NotFound | InvalidInput | NoLineYet | AnnouncedAlready;

export interface PostNoticeInput {
  key: string;
  sittingId: string;
  version: number;
  place: string;
  photoIds: string[];
}

export type PostNoticeResult = Sitting | StaleVersion | KeyReused | NotFound | InvalidInput | NotAtStage | NotAllowed | FileNotUsable;

export interface Presence {
  sitting: number;
  seats: number;
  taken: number;
  needed: number;
  quorate: boolean;
}

export interface Profile {
  id: string;
  key: string;
  version: number;
  name: string;
  stages: Stage[];
  form?: Form | null;
  terms: unknown;
  savedAt: Date;
  frozenAt?: Date | null;
}

export interface ProfileMigration {
  id: string;
  version: number;
  state: ProfileMigrationState;
  fromId: string;
  toId: string;
  reason: string;
  preview: MigrationLine[];
  result?: MigrationLine[] | null;
  requestedAt: Date;
  decidedAt?: Date | null;
}

export type ProfileMigrationState = 'requested' | 'refused' | 'done';

export interface ProfileNotValid {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
  problems: ProfileProblem[];
}

export interface ProfileProblem {
  path: string;
  problem: string;
}

export interface Progress {
  area: Area;
  households: number;
  stages: StageCount[];
  children: AreaProgress[];
}

export interface ProposalDecided {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface ProposeScoreLineInput {
  key: string;
  line: number;
  quota: number;
  reason: string;
  mayLeaveOpen: boolean;
}

export type ProposeScoreLineResult = ScoreLineProposal | KeyReused | NotFound | InvalidInput | NotAllowed;

export interface ProposeVetoInput {
  key: string;
  householdId: string;
  rule: string;
  reason: string;
  evidence: EvidenceInput[];
  assetAcquiredOn?: string | null;
}

export type ProposeVetoResult = Veto | KeyReused | NotFound | InvalidInput | NotAtStage | VetoRefused | FileNotUsable;

export interface Publicity {
  openedAt: Date;
  postedAt?: Date | null;
  place?: string | null;
  objectionCode?: string | null;
  photos: StoredFile[];
  closesAt?: Date | null;
  closedAt?: Date | null;
}

export interface Query {
  areas: Area[];
  campaign?: Campaign | null;
  progress?: Progress | null;
  figures?: Figures | null;
  changeRequest?: ChangeRequest | null;
  changeRequests: ChangeRequestConnection;
  countyImport?: CountyImport | null;
  doubleEntries: DoubleEntryConnection;
  secondEntriesWaiting: WaitingForSecondEntryConnection;
  doubleEntryDraws: DoubleEntryDrawConnection;
  doubleEntryFigures: DoubleEntryFigures;
  duplicateLead?: DuplicateLead | null;
  duplicateLeads: DuplicateLeadConnection;
  entryWorkbookImport?: EntryWorkbookImport | null;
  export?: Export | null;
  exportRecords: ExportRecordConnection;
  hamlet?: Hamlet | null;
  hamlets: HamletConnection;
  householdCard?: HouseholdCard | null;
  householdCardFigures: HouseholdCardFigures;
  household?: Household | null;
  households: HouseholdConnection;
  householdsAsOf: HouseholdConnection;
  findMemberByIdNumber: Member[];
  identityReadings: IdentityReadingConnection;
  leads: LeadConnection;
  matchFiles: MatchFile[];
  lookBacks: LookBackConnection;
  lookBackHouseholds: LookBackHouseholdConnection;
  lookBackFigures: LookBackFigures[];
  villageRepresentatives?: VillageRepresentatives | null;
  objection?: Objection | null;
  objections: ObjectionConnection;
  objectionFigures: ObjectionFigure[];
  myRechecks: RecheckDuty[];
  objectionReceipt?: ObjectionProgress | null;
  missingFacts?: MissingFact[] | null;
  profileMigrationPreview: MigrationLine[];
  profileMigrations: ProfileMigration[];
  profiles: Profile[];
  notice?: Notice | null;
  scoreLineTable: ScoreLineTable;
  scoreLine?: ScoreLine | null;
  scoreLines: ScoreLine[];
  scoreLineProposals: ScoreLineProposal[];
  poorHouseholds: PoorHouseholdConnection;
  sitting?: Sitting | null;
  sittings: SittingConnection;
  storedFile?: StoredFile | null;
  vetoes: VetoConnection;
  lateVisits: LateVisitConnection;
}

export interface QueryAreasArgs {
  parent?: string | null;
  asOf?: Date | null;
}

export interface QueryChangeRequestArgs {
  id: string;
}

export interface QueryChangeRequestsArgs {
  filter?: ChangeRequestFilter | null;
  first: number;
  after?: string | null;
}

export interface QueryCountyImportArgs {
  id: string;
}

export interface QueryDoubleEntriesArgs {
  filter?: DoubleEntryFilter | null;
  first: number;
  after?: string | null;
}

export interface QueryDoubleEntryDrawsArgs {
  first: number;
  after?: string | null;
}

export interface QueryDoubleEntryFiguresArgs {
  areaCode: string;
}

export interface QueryDuplicateLeadArgs {
  id: string;
}

export interface QueryDuplicateLeadsArgs {
  filter?: DuplicateLeadFilter | null;
  first: number;
  after?: string | null;
}

export interface QueryEntryWorkbookImportArgs {
  id: string;
}

export interface QueryExportArgs {
  id: string;
}

export interface QueryExportRecordsArgs {
  first: number;
  after?: string | null;
}

export interface QueryFindMemberByIdNumberArgs {
  idNumber: string;
}

export interface QueryHamletArgs {
  code: string;
}

export interface QueryHamletsArgs {
  filter?: HamletFilter | null;
  first: number;
  after?: string | null;
}

export interface QueryHouseholdArgs {
  id: string;
}

export interface QueryHouseholdCardArgs {
  householdId: string;
}

export interface QueryHouseholdCardFiguresArgs {
  areaCode: string;
}

export interface QueryHouseholdsArgs {
  filter?: HouseholdFilter | null;
  first: number;
  after?: string | null;
}

export interface QueryHouseholdsAsOfArgs {
  areaCode: string;
  asOf: Date;
  first: number;
  after?: string | null;
}

export interface QueryIdentityReadingsArgs {
  filter?: IdentityReadingFilter | null;
  first: number;
  after?: string | null;
}

export interface QueryLateVisitsArgs {
  filter?: LateVisitFilter | null;
  first: number;
  after?: string | null;
}

export interface QueryLeadsArgs {
  filter?: LeadFilter | null;
  first: number;
  after?: string | null;
}

export interface QueryLookBackFiguresArgs {
  lookBackId: string;
  by: LookBackPlace;
}

export interface QueryLookBackHouseholdsArgs {
  filter?: LookBackFilter | null;
  first: number;
  after?: string | null;
}

export interface QueryLookBacksArgs {
  first: number;
  after?: string | null;
}

export interface QueryMissingFactsArgs {
  householdId: string;
}

export interface QueryNoticeArgs {
  sittingId: string;
}

export interface QueryObjectionArgs {
  id: string;
}

export interface QueryObjectionReceiptArgs {
  receipt: string;
}

export interface QueryObjectionsArgs {
  filter?: ObjectionFilter | null;
  first: number;
  after?: string | null;
}

export interface QueryPoorHouseholdsArgs {
  villageCode: string;
  first: number;
  after?: string | null;
}

export interface QueryProfileMigrationPreviewArgs {
  fromProfileId: string;
  toProfileId: string;
}

export interface QueryProgressArgs {
  areaCode: string;
}

export interface QueryScoreLineTableArgs {
  quota: number;
  lines?: number[] | null;
}

export interface QuerySecondEntriesWaitingArgs {
  areaCode?: string | null;
  first: number;
  after?: string | null;
}

export interface QuerySittingArgs {
  id: string;
}

export interface QuerySittingsArgs {
  filter?: SittingFilter | null;
  first: number;
  after?: string | null;
}

export interface QueryStoredFileArgs {
  id: string;
}

export interface QueryVetoesArgs {
  filter?: VetoFilter | null;
  first: number;
  after?: string | null;
}

export interface QueryVillageRepresentativesArgs {
  villageCode: string;
}

export interface Recheck {
  team: string;
  persons: string[];
  finding: string;
}

export interface RecheckDuty {
  objectionId: string;
  version: number;
  kind: ObjectionKind;
  statement: string;
  areaCode: string;
  householdNumber?: string | null;
  address?: string | null;
  dueAt?: Date | null;
}

export interface RecheckRecorded {
  recorded: boolean;
}

export interface RecordAttendanceInput {
  key: string;
  sittingId: string;
  version: number;
  persons: string[];
}

export interface RecordAuditsInput {
  key: string;
  audits: AuditInput[];
}

export type RecordAuditsResult = AuditsRecorded | StaleVersion | KeyReused | NotFound | InvalidInput | NotAtStage | NotAllowed;

export interface RecordEntriesInput {
  key: string;
  entries: EntryInput[];
}

export type RecordEntriesResult = EntriesRecorded | StaleVersion | KeyReused | NotFound | InvalidInput | NotAtStage | EntryDiffers;

export interface RecordLeadReplyInput {
  key: string;
  leadId: string;
  version: number;
  reply: string;
}

export interface RecordMinutesInput {
  key: string;
  sittingId: string;
  version: number;
  minutes: string;
  photos: string[];
  signatures: SignatureInput[];
}

export interface RecordObjectionInput {
  key: string;
  kind: ObjectionKind;
  channel: OfficeChannel;
  householdId?: string | null;
  areaCode?: string | null;
  statement: string;
  objector?: ObjectorInput | null;
  receivedAt?: Date | null;
}

export type RecordObjectionResult = Objection | KeyReused | NotFound | InvalidInput | ObjectionRefused;

export interface RecordRecheckInput {
  key: string;
  objectionId: string;
  version: number;
  finding: string;
}

export type RecordRecheckResult = RecheckRecorded | StaleVersion | KeyReused | NotFound | InvalidInput | ObjectionRefused;

export interface RecordScoreSheetInput {
  key: string;
  householdId: string;
  version: number;
  formVersion: string;
  observations: ObservationInput[];
  reason?: string | null;
  headSignatureId?: string | null;
  assessorSignatureIds?: string[] | null;
}

export type RecordScoreSheetResult = Household | StaleVersion | KeyReused | NotFound | InvalidInput | NotAtStage | FactsNotValid | FileNotUsable;

export interface RecordSecondAssessmentInput {
  key: string;
  lookBackHouseholdId: string;
  version: number;
  assessedOn: string;
  assessors: string[];
  facts: AssessedFactInput[];
}

export type RecordSecondAssessmentResult = LookBackHousehold | StaleVersion | KeyReused | NotFound | InvalidInput | OwnAssessment | AssessedAgain | FactsNotValid;

export interface RecordSecondEntriesInput {
  key: string;
  entries: SecondEntryInput[];
}

export type RecordSecondEntriesResult = SecondEntriesRecorded | KeyReused | NotFound | InvalidInput | OwnEntry | CheckedAlready;

export interface RecordVisitAttemptInput {
  key: string;
  householdId: string;
  attemptedAt: Date;
  sentAt?: Date | null;
  companionIds: string[];
  outcome: VisitAttemptOutcome;
  reason: string;
  plannedOn: string;
}

export type RecordVisitAttemptResult = Household | KeyReused | NotFound | InvalidInput | NotAtStage;

export interface RecordVisitInput {
  key: string;
  householdId: string;
  version: number;
  formVersion?: string | null;
  visitedAt: Date;
  sentAt?: Date | null;
  companionIds: string[];
  personsPresent: number;
  observation: string;
  observations: ObservationInput[];
  photoIds?: string[] | null;
  signatureIds?: string[] | null;
  commitmentId?: string | null;
}

export type RecordVisitResult = Household | LateVisitKept | StaleVersion | KeyReused | NotFound | InvalidInput | NotAtStage | FactsNotValid | FileNotUsable;

export interface RecordVotesInput {
  key: string;
  sittingId: string;
  version: number;
  votes: VoteInput[];
  rest?: VoteOnTheRestInput | null;
}

export interface RecusalInput {
  personId: string;
  householdId: string;
  relation: string;
  relativeId?: string | null;
}

export interface ReferHouseholdsInput {
  key: string;
  sittingId: string;
  version: number;
  referrals: ReferralInput[];
}

export interface ReferralInput {
  householdId: string;
  reason: string;
}

export interface Refusal {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface RegisterChanged {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface RequestChangeOfHeadInput {
  key: string;
  householdId: string;
  members: MemberRelationInput[];
  reason: string;
  evidence: string;
}

export type RequestChangeResult = ChangeRequest | KeyReused | NotFound | InvalidInput | HeadMayNotLeave | NotInScope;

export interface RequestHouseholdAddedInput {
  key: string;
  areaCode: string;
  hamletCode: string;
  address: string;
  category: HouseholdCategory;
  members: NewMemberInput[];
  reason: string;
  evidence: string;
}

export interface RequestIdentityCorrectionInput {
  key: string;
  householdId: string;
  memberId: string;
  name?: string | null;
  idNumber?: string | null;
  ethnicity?: string | null;
  reason: string;
  evidence: string;
}

export interface RequestMemberAddedInput {
  key: string;
  householdId: string;
  cause: CauseOfAdding;
  member: NewMemberInput;
  reason: string;
  evidence: string;
}

export interface RequestMemberRemovedInput {
  key: string;
  householdId: string;
  memberId: string;
  cause: CauseOfRemoving;
  reason: string;
  evidence: string;
}

export interface RequestMergerInput {
  key: string;
  householdId: string;
  intoHouseholdId: string;
  members: MemberRelationInput[];
  reason: string;
  evidence: string;
}

export interface RequestProfileMigrationInput {
  key: string;
  fromProfileId: string;
  toProfileId: string;
  reason: string;
}

export type RequestProfileMigrationResult = ProfileMigration | KeyReused | NotFound | InvalidInput;

export interface RequestSplitInput {
  key: string;
  householdId: string;
  members: MemberRelationInput[];
  hamletCode?: string | null;
  address?: string | null;
  reason: string;
  evidence: string;
}

export interface RequestTransferInput {
  key: string;
  householdId: string;
  areaCode: string;
  hamletCode: string;
  address: string;
  reason: string;
  evidence: string;
}

export interface RequestedIdNumber {
  memberId: string;
  asked?: string | null;
  before?: string | null;
}

export interface RequestedIdNumbers {
  changeRequestId: string;
  numbers: RequestedIdNumber[];
}

export interface RevealIdNumberInput {
  memberId: string;
  reason: string;
}

export type RevealIdNumberResult = RevealedIdNumber | NotFound | InvalidInput | IdNumberForgotten;

export interface RevealRequestedIdNumbersInput {
  changeRequestId: string;
  reason: string;
}

export type RevealRequestedIdNumbersResult = RequestedIdNumbers | NotFound | InvalidInput | IdNumberForgotten;

export interface RevealedIdNumber {
  memberId: string;
  idNumber: string;
}

export interface SaveProfileInput {
  key: string;
  terms: unknown;
}

export type SaveProfileResult = Profile | KeyReused | ProfileNotValid;

export interface ScoreLine {
  version: number;
  line: number;
  comparison: string;
  quota: number;
  candidate?: number | null;
  cases: LineCases;
  scenario: LineScenario;
  reason: string;
  approvedAt: Date;
}

export interface ScoreLineProposal {
  id: string;
  version: number;
  state: ScoreLineProposalState;
  line: number;
  quota: number;
  reason: string;
  mayLeaveOpen: boolean;
  proposedAt: Date;
  decidedAt?: Date | null;
}

export type ScoreLineProposalState = 'proposed' | 'approved' | 'refused';

export interface ScoreLineTable {
  comparison: string;
  quota: number;
  cases: LineCases;
  candidate?: number | null;
  scenarios: LineScenario[];
}

export interface ScoreSheet {
  id: string;
  formVersion: string;
  round: number;
  revision: number;
  total: number;
  points: ItemPoints[];
  explanation: ExplanationLine[];
  privateExplanation: ExplanationLine[];
  corrections: SheetCorrection[];
  headSignatureId?: string | null;
  assessorSignatureIds: string[];
  recordedAt: Date;
}

export interface Seat {
  seat: string;
  householdId: string;
  householdNumber: string;
  holders: SeatHolder[];
}

export interface SeatHolder {
  personId: string;
  name: string;
  recusedFrom: string[];
}

export interface SecondEntriesRecorded {
  agreed: number;
  differing: number;
}

export interface SecondEntryInput {
  householdId: string;
  total?: number | null;
  vetoed: boolean;
  vetoReason?: string | null;
}

export interface SetVillageRepresentativesInput {
  key: string;
  villageCode: string;
  memberIds: string[];
}

export type SetVillageRepresentativesResult = VillageRepresentatives | KeyReused | NotFound | InvalidInput;

export interface SettleEntryDifferenceInput {
  key: string;
  differenceId: string;
  version: number;
  stands: EntryStanding;
  value?: unknown | null;
  reason: string;
}

export type SettleEntryDifferenceResult = DoubleEntry | StaleVersion | KeyReused | NotFound | InvalidInput | NotAllowed | OwnEntry | CheckedAlready | EntryDiffers;

export interface SheetClosed {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface SheetCorrection {
  id: string;
  ground: CorrectionGround;
  decisionId?: string | null;
  reason: string;
  changes: FactChange[];
  totalBefore: number;
  totalAfter: number;
  correctedAt: Date;
  correctedBy: string;
}

export type Signatory = 'chair' | 'recorder' | 'representative';

export interface SignatureInput {
  as: Signatory;
  personId: string;
  fileId?: string | null;
}

export interface Sitting {
  today: string;
  tally?: MeetingTally | null;
  facts: MeetingFact[];
  roster: Seat[];
  closingProblems: ClosingProblem[];
  outliers: Outlier[];
  id: string;
  version: number;
  kind: SittingKind;
  areaCode: string;
  round: number;
  state: SittingState;
  stage?: string | null;
  households: number;
  openedAt: Date;
  dueAt: Date;
  heldOn?: string | null;
  minutes?: string | null;
  publicity?: Publicity | null;
}

export interface SittingConnection {
  nodes: Sitting[];
  totalCount: number;
  pageInfo: PageInfo;
}

export interface SittingFilter {
  areaCode?: string | null;
  kind?: SittingKind | null;
  state?: SittingState | null;
}

export type SittingKind = 'group' | 'village';

export interface SittingNotValid {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
  problems: ClosingProblem[];
}

export type SittingState = 'open' | 'held' | 'closed';

export interface Stage {
  key: string;
  name: string;
  kind: string;
  unit: string;
  days: number;
  dayKind: string;
  ownerRole: string;
  legalBasis: string;
  publicDays?: number | null;
}

export interface StageCount {
  stage: string;
  households: number;
}

export interface StageRecord {
  stage: string;
  round: number;
  outcome: string;
  openedAt: Date;
  dueAt?: Date | null;
  completedAt: Date;
}

export interface StaleVersion {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface StoredFile {
  id: string;
  kind: FileKind;
  areaCode: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  width?: number | null;
  height?: number | null;
  uploadedAt: Date;
  attachedSubject?: string | null;
  attachedTo?: string | null;
  attachedAt?: Date | null;
  claimedTakenAt?: string | null;
  claimedLatitude?: number | null;
  claimedLongitude?: number | null;
}

export interface StrikeMeetingFactInput {
  key: string;
  sittingId: string;
  version: number;
  fact: number;
  reason: string;
}

export interface TooManyObjections {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface TownshipListed {
  township: string;
  households: number;
  persons: number;
}

export interface TownshipSample {
  townshipCode: string;
  percent: number;
  minimum: number;
}

export interface TownshipSampleInput {
  townshipCode: string;
  percent: number;
  minimum: number;
}

export interface UnaskedAges {
  belowAge?: number | null;
  fromAge?: number | null;
  value: unknown;
}

export type Verdict = 'confirmed' | 'returned';

export interface VerifyVetoLiftInput {
  key: string;
  vetoId: string;
  version: number;
  reason: string;
  evidence: EvidenceInput[];
}

export interface Veto {
  id: string;
  version: number;
  householdId: string;
  areaCode: string;
  state: VetoState;
  rule: string;
  reason: string;
  evidence: string[];
  proposedBy: string;
  proposedAt: Date;
  leadId?: string | null;
  assetAcquiredOn?: string | null;
  steps: VetoStep[];
}

export interface VetoConnection {
  nodes: Veto[];
  totalCount: number;
  pageInfo: PageInfo;
}

export interface VetoFilter {
  areaCode?: string | null;
  state?: VetoState | null;
}

export interface VetoRefused {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export type VetoState = 'proposed' | 'notedByGroup' | 'notedByVillage' | 'standing' | 'lifted';

export interface VetoStep {
  step: VetoStepKind;
  at: Date;
  by?: string | null;
  sittingId?: string | null;
  reason?: string | null;
  evidence: string[];
}

export type VetoStepKind = 'noteByGroup' | 'noteByVillage' | 'stand' | 'verifyLift' | 'lift' | 'refuseLift';

export interface VetoSuggestion {
  rule: string;
  condition: string;
}

export interface VetoesStanding {
  vetoes: Veto[];
}

export interface VillageRepresentatives {
  villageCode: string;
  members: SeatHolder[];
}

export interface VillageUnderReview {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export interface VillagesMerged {
  area: Area;
  groups: number;
  households: number;
}

export interface Visit {
  id: string;
  stage?: string | null;
  round: number;
  visitedAt: Date;
  recordedAt: Date;
  clockSkewMilliseconds?: number | null;
  recordedBy: string;
  companionIds: string[];
  personsPresent: number;
  observation: string;
  late: boolean;
}

export interface VisitAttempt {
  id: string;
  stage: string;
  round: number;
  outcome: VisitAttemptOutcome;
  reason: string;
  attemptedAt: Date;
  recordedAt: Date;
  clockSkewMilliseconds?: number | null;
  plannedOn: string;
  recordedBy: string;
  companionIds: string[];
}

export type VisitAttemptOutcome = 'absent' | 'refused';

export interface VisitDecided {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export type VisitTaken = 'first' | 'later';

export interface VoteInput {
  householdId: string;
  for: number;
  against: number;
  abstain: number;
  reason?: string | null;
}

export interface VoteOnTheRestInput {
  for: number;
  against: number;
  abstain: number;
  except?: string[] | null;
}

export interface WaitingForSecondEntry {
  householdId: string;
  number: string;
  areaCode: string;
}

export interface WaitingForSecondEntryConnection {
  nodes: WaitingForSecondEntry[];
  totalCount: number;
  pageInfo: PageInfo;
}

export interface WithdrawChangeRequestInput {
  key: string;
  changeRequestId: string;
  version: number;
}
