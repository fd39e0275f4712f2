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

export interface CellProblem {
  sheet: string;
  row: number;
  column: string;
  header: string;
  code: string;
  reason: string;
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
}

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

export interface EntryWorkbook {
  id: string;
  state: EntryWorkbookState;
  areaCode: string;
  rows?: number | null;
  namesMasked: boolean;
  path?: string | null;
}

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

export type EntryWorkbookState = 'running' | 'ready' | 'failed' | 'expired';

export interface ExportEntryWorkbookInput {
  key: string;
  areaCode: string;
  reason: string;
}

export type ExportEntryWorkbookResult = EntryWorkbook | KeyReused | NotFound | InvalidInput;

export interface ExportRecord {
  id: string;
  at: Date;
  action: string;
  kind: string;
  exportId: string;
  accountId: string;
  areaCode: string;
  rows: number;
  namesMasked: boolean;
  reason: string;
}

export interface ExportRecordConnection {
  nodes: ExportRecord[];
  totalCount: number;
  pageInfo: PageInfo;
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
  id: string;
  version: number;
  number: string;
  areaCode: string;
  hamletCode: string;
  address: string;
  inPoorVillage: boolean;
  stage?: string | null;
  round: number;
  stageOpenedAt?: Date | null;
  dueAt?: Date | null;
  members: Member[];
  scoreSheet?: ScoreSheet | null;
  history: StageRecord[];
}

export interface HouseholdConnection {
  nodes: Household[];
  totalCount: number;
  pageInfo: PageInfo;
}

export interface HouseholdFilter {
  areaCode?: string | null;
  stage?: string | null;
}

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

export interface Member {
  id: string;
  name: string;
  relation: string;
  sex: string;
  birthDate: string;
  idNumberMasked: string;
  ethnicity: string;
}

export interface Mutation {
  openCampaign: OpenCampaignResult;
  importCounty: ImportCountyResult;
  exportEntryWorkbook: ExportEntryWorkbookResult;
  importEntryWorkbook: ImportEntryWorkbookResult;
  recordEntries: RecordEntriesResult;
  postNotice: PostNoticeResult;
  recordScoreSheet: RecordScoreSheetResult;
  holdGroupReview: HoldReviewResult;
  holdVillageReview: HoldReviewResult;
  recordVisit: RecordVisitResult;
}

export interface MutationExportEntryWorkbookArgs {
  input: ExportEntryWorkbookInput;
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

export interface OpenCampaignInput {
  key: string;
  campaignId: string;
  version: number;
  profile: string;
  dayMilliseconds?: number | null;
  startsOn?: string | null;
}

export type OpenCampaignResult = Campaign | StaleVersion | KeyReused | NotFound | InvalidInput | CampaignAlreadyOpen;

export interface PageInfo {
  endCursor?: string | null;
  hasNextPage: boolean;
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
  countyImport?: CountyImport | null;
  entryWorkbook?: EntryWorkbook | null;
  entryWorkbookImport?: EntryWorkbookImport | null;
  exportRecords: ExportRecordConnection;
  household?: Household | null;
  households: HouseholdConnection;
  sitting?: Sitting | null;
  sittings: SittingConnection;
}

export interface QueryAreasArgs {
  parent?: string | null;
}

export interface QueryCountyImportArgs {
  id: string;
}

export interface QueryEntryWorkbookArgs {
  id: string;
}

export interface QueryEntryWorkbookImportArgs {
  id: string;
}

export interface QueryExportRecordsArgs {
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
