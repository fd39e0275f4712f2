// Written by `npm run generate` from the SDL of this service. Do not edit.

export interface AnswerInput {
  item: string;
  levels: string[];
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

export interface Campaign {
  id: string;
  version: number;
  name: string;
  areaCode: string;
  state: CampaignState;
  openedAt?: Date | null;
  stages: Stage[];
  form?: Form | null;
}

export interface CampaignAlreadyOpen {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

export type CampaignState = 'prepared' | 'open';

export interface CaseEffect {
  householdId: string;
  effect: CaseEffectKind;
}

export type CaseEffectKind = 'enters' | 'ends' | 'moves';

export type CauseOfAdding = 'birth' | 'marriage' | 'adoption' | 'movedIn' | 'returned' | 'other';

export type CauseOfRemoving = 'death' | 'marriage' | 'movedOut' | 'enlisted' | 'duplicate' | 'other';

export type ChangeKind = 'split' | 'merge' | 'transfer' | 'head' | 'identity' | 'memberAdded' | 'memberRemoved' | 'householdAdded';

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

export interface CodeTaken {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
}

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

export interface EntriesRecorded {
  entered: number;
  householdIds: string[];
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
  total: number;
  vetoed: boolean;
  vetoReason?: string | null;
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
}

export interface Form {
  version: string;
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
  minutes: string;
  exceptions: VerdictInput[];
}

export type HoldReviewResult = Sitting | StaleVersion | KeyReused | NotFound | InvalidInput | NotAtStage;

export interface Household {
  changeRequests: ChangeRequest[];
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

export interface LeadDecided {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
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

export interface Mutation {
  mergeVillages: MergeVillagesResult;
  openCampaign: OpenCampaignResult;
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
  decideDuplicate: DecideDuplicateResult;
  recordEntries: RecordEntriesResult;
  revealIdNumber: RevealIdNumberResult;
  postNotice: PostNoticeResult;
  recordScoreSheet: RecordScoreSheetResult;
  holdGroupReview: HoldReviewResult;
  holdVillageReview: HoldReviewResult;
  recordVisit: RecordVisitResult;
}

export interface MutationDecideChangeRequestArgs {
  input: DecideChangeRequestInput;
}

export interface MutationDecideDuplicateArgs {
  input: DecideDuplicateInput;
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

export interface MutationMergeVillagesArgs {
  input: MergeVillagesInput;
}

export interface MutationOpenCampaignArgs {
  input: OpenCampaignInput;
}

export interface MutationPostNoticeArgs {
  input: PostNoticeInput;
}

export interface MutationRecordEntriesArgs {
  input: RecordEntriesInput;
}

export interface MutationRecordScoreSheetArgs {
  input: RecordScoreSheetInput;
}

export interface MutationRecordVisitArgs {
  input: RecordVisitInput;
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

export interface MutationWithdrawChangeRequestArgs {
  input: WithdrawChangeRequestInput;
}

export interface NewMemberInput {
  name: string;
  relation: string;
  idNumber: string;
  ethnicity: string;
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

export interface OpenCampaignInput {
  key: string;
  campaignId: string;
  version: number;
  profile: string;
  dayMilliseconds?: number | null;
  startsOn?: string | null;
}

export type OpenCampaignResult = Campaign | StaleVersion | KeyReused | NotFound | InvalidInput | CampaignAlreadyOpen;

export interface OwnChangeRequest {
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

export interface PostNoticeInput {
  key: string;
  sittingId: string;
  version: number;
  place: string;
}

export type PostNoticeResult = Sitting | StaleVersion | KeyReused | NotFound | InvalidInput | NotAtStage;

export interface Progress {
  area: Area;
  households: number;
  stages: StageCount[];
  children: AreaProgress[];
}

export interface Publicity {
  openedAt: Date;
  postedAt?: Date | null;
  place?: string | null;
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
  duplicateLead?: DuplicateLead | null;
  duplicateLeads: DuplicateLeadConnection;
  hamlet?: Hamlet | null;
  hamlets: HamletConnection;
  household?: Household | null;
  households: HouseholdConnection;
  householdsAsOf: HouseholdConnection;
  findMemberByIdNumber: Member[];
  identityReadings: IdentityReadingConnection;
  sitting?: Sitting | null;
  sittings: SittingConnection;
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

export interface QueryDuplicateLeadArgs {
  id: string;
}

export interface QueryDuplicateLeadsArgs {
  filter?: DuplicateLeadFilter | null;
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

export interface QueryProgressArgs {
  areaCode: string;
}

export interface QuerySittingArgs {
  id: string;
}

export interface QuerySittingsArgs {
  filter?: SittingFilter | null;
  first: number;
  after?: string | null;
}

export interface RecordEntriesInput {
  key: string;
  entries: EntryInput[];
}

export type RecordEntriesResult = EntriesRecorded | StaleVersion | KeyReused | NotFound | InvalidInput | NotAtStage | EntryDiffers;

export interface RecordScoreSheetInput {
  key: string;
  householdId: string;
  version: number;
  formVersion: string;
  answers: AnswerInput[];
}

export type RecordScoreSheetResult = Household | StaleVersion | KeyReused | NotFound | InvalidInput | NotAtStage | SheetNotValid;

export interface RecordVisitInput {
  key: string;
  householdId: string;
  version: number;
  visitedAt: Date;
  personsPresent: number;
  observation: string;
}

export type RecordVisitResult = Household | StaleVersion | KeyReused | NotFound | InvalidInput | NotAtStage;

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

export interface ScoreSheet {
  formVersion: string;
  round: number;
  total: number;
  points: ItemPoints[];
  recordedAt: Date;
}

export interface SheetNotValid {
  code: string;
  message: string;
  field?: string | null;
  advice: string;
  problems: SheetProblem[];
}

export interface SheetProblem {
  item: string;
  problem: string;
}

export interface Sitting {
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

export type SittingState = 'open' | 'held' | 'closed';

export interface Stage {
  key: string;
  name: string;
  unit: string;
  days: number;
  dayKind: string;
  ownerRole: string;
  legalBasis: string;
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

export type Verdict = 'confirmed' | 'returned';

export interface VerdictInput {
  householdId: string;
  verdict: Verdict;
  reason?: string | null;
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

export interface WithdrawChangeRequestInput {
  key: string;
  changeRequestId: string;
  version: number;
}
