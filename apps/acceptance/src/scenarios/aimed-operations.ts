import { idNumberOf } from '@jingzhun/identification-rules';
import { formVersion, visitInput } from '../testing/case-steps';
import { groups, villages } from '../testing/three-villages';
import { secondLookMutations, secondLookQueries } from './second-look-calls';

/** What the worker of the first village must never see or touch: everything of the second one. */
export interface Foreign {
  householdId: string;
  version: number;
  clockId: string;
  clockVersion: number;
  personId: string;
  teamId: string;
  accountId: string;
}

const page = `totalCount nodes`;

/** The identity number of a member of the second village, as the county file has it. */
const numberInSecondVillage = idNumberOf('45122519700101005');

/** A call of every query that exists, aimed at the other village. */
export function queriesAimedAt({ householdId, personId, teamId }: Foreign): Record<string, string> {
  const [, village] = villages;
  const [, group] = groups;
  return {
    areas: `{ areas(parent: "${village}") { code name } }`,
    campaign: `{ campaign { areaCode } }`,
    profiles: `{ profiles { key version } }`,
    scoreLineTable: `{ scoreLineTable(quota: 1) { candidate } }`,
    scoreLine: `{ scoreLine { reason } }`,
    scoreLines: `{ scoreLines { reason } }`,
    scoreLineProposals: `{ scoreLineProposals { reason } }`,
    poorHouseholds: `{ poorHouseholds(villageCode: "${village}", first: 100) { ${page} { number } } }`,
    ...secondLookQueries({ householdId, village }),
    profileMigrations: `{ profileMigrations { id } }`,
    profileMigrationPreview: `{ profileMigrationPreview(fromProfileId: "${householdId}", toProfileId: "${householdId}") { households } }`,
    progress: `{ progress(areaCode: "${village}") { households stages { households } children { households } } }`,
    figures: `{ figures { households members visited } }`,
    changeRequest: `{ changeRequest(id: "${householdId}") { reason } }`,
    changeRequests: `{ changeRequests(filter: { areaCode: "${group}" }, first: 100) { ${page} { reason } } }`,
    countyImport: `{ countyImport(id: "${householdId}") { state } }`,
    missingFacts: `{ missingFacts(householdId: "${householdId}") { fact } }`,
    lateVisits: `{ lateVisits(filter: { areaCode: "${group}" }, first: 100) { ${page} { visitId } } }`,
    vetoes: `{ vetoes(filter: { areaCode: "${group}" }, first: 100) { ${page} { id } } }`,
    leads: `{ leads(filter: { areaCode: "${group}" }, first: 100) { ${page} { id } } }`,
    matchFiles: `{ matchFiles { id } }`,
    storedFile: `{ storedFile(id: "${householdId}") { id } }`,
    export: `{ export(id: "${householdId}") { areaCode } }`,
    entryWorkbookImport: `{ entryWorkbookImport(id: "${householdId}") { id } }`,
    exportRecords: `{ exportRecords(first: 100) { ${page} { id } } }`,
    duplicateLead: `{ duplicateLead(id: "${householdId}") { state } }`,
    duplicateLeads: `{ duplicateLeads(filter: { areaCode: "${group}" }, first: 100) { ${page} { state } } }`,
    findMemberByIdNumber: `{ findMemberByIdNumber(idNumber: "${numberInSecondVillage}") { name household { number } } }`,
    hamlet: `{ hamlet(code: "${village}H001") { name areaCode households } }`,
    hamlets: `{ hamlets(filter: { areaCode: "${village}" }, first: 100) { ${page} { name areaCode } } }`,
    household: `{ household(id: "${householdId}") { number address members { name } } }`,
    households: `{ households(filter: { areaCode: "${group}" }, first: 100) { ${page} { id number } } }`,
    householdsAsOf: `{ householdsAsOf(areaCode: "${group}", asOf: "2100-01-01T00:00:00Z", first: 100) { ${page} { number } } }`,
    identityReadings: `{ identityReadings(filter: { areaCode: "${group}" }, first: 100) { ${page} { reason } } }`,
    sitting: `{ sitting(id: "${householdId}") { areaCode tally { ballots { householdId } } } }`,
    villageRepresentatives: `{ villageRepresentatives(villageCode: "${village}") { members { personId name } } }`,
    sittings: `{ sittings(filter: { areaCode: "${group}" }, first: 100) { ${page} { id } } }`,
    notice: `{ notice(sittingId: "${householdId}") { place } }`,
    objection: `{ objection(id: "${householdId}") { statement } }`,
    objections: `{ objections(filter: { areaCode: "${group}" }, first: 100) { ${page} { id } } }`,
    objectionFigures: `{ objectionFigures { kind } }`,
    myRechecks: `{ myRechecks { householdNumber } }`,
    objectionReceipt: `{ objectionReceipt(receipt: "ABCDE-FGHJK-MNPQR") { state } }`,
    assignments: `{ assignments(filter: { areaCode: "${group}" }, first: 100) { ${page} { id } } }`,
    person: `{ person(id: "${personId}") { number name } }`,
    people: `{ people(filter: { areaCode: "${village}" }, first: 100) { ${page} { number name } } }`,
    me: `{ me { grants { areas } teams { number } person { number } } }`,
    staffImport: `{ staffImport(id: "${householdId}") { state } }`,
    team: `{ team(id: "${teamId}") { number } }`,
    teams: `{ teams(filter: { areaCode: "${village}" }, first: 100) { ${page} { number } } }`,
    board: `{ board(areaCode: "${village}", by: STAGE) { total { onTrack { clocks households } breached { clocks } } } }`,
    stuckCases: `{ stuckCases(filter: { areaCode: "${village}" }, first: 100) { ${page} { subjectId } } }`,
    deadlineFigures: `{ deadlineFigures(areaCode: "${village}") { clocks } }`,
    clock: `{ clock(subjectId: "${householdId}") { dueAt } }`,
    clocks: `{ clocks(subjectId: "${householdId}") { dueAt } }`,
    waitingExtensions: `{ waitingExtensions(areaCode: "${village}", first: 100) { ${page} { id } } }`,
  };
}

/** A call of every mutation that changes a record, aimed at the other village. Those on the caller's own session are left out. */
export function mutationsAimedAt(foreign: Foreign): Record<string, [input: string, value: Record<string, unknown>]> {
  const { householdId, version, clockId, clockVersion, personId, teamId, accountId } = foreign;
  const members = [{ memberId: householdId, relation: '01' }];
  const person = { name: 'Stranger', relation: '01', idNumber: numberInSecondVillage, ethnicity: 'Han' };
  const place = { areaCode: groups[1], hamletCode: `${villages[1]}H001`, address: 'House 99' };
  const why = { reason: 'No reason.', evidence: 'No paper.' };
  const meeting = { sittingId: householdId, version: 1 };
  const sitting = { place: 'The school', noticeOn: '2015-10-19' };
  const lift = { vetoId: householdId, version: 1, reason: 'gone', evidence: [] };
  const lead = { leadId: householdId, version: 1 };
  const review = { ...meeting, ...sitting, heldOn: '2015-10-20', attendance: [personId], minutes: 'None.' };
  const objection = { objectionId: householdId, version: 1 };
  return {
    recordObjection: ['RecordObjectionInput', { kind: 'own', channel: 'paper', householdId, statement: 'No.' }],
    objectByCode: ['ObjectByCodeInput', { code: 'ABCDE-FGHJK-MNPQR', kind: 'missed', statement: 'No.' }],
    registerObjection: ['ObjectionStepInput', objection],
    assignRecheck: ['AssignRecheckInput', { ...objection, team: 'team', persons: [personId] }],
    recordRecheck: ['RecordRecheckInput', { ...objection, finding: 'Nothing' }],
    decideObjection: ['DecideObjectionInput', { ...objection, decision: 'unchanged', reason: 'None' }],
    answerObjection: ['ObjectionStepInput', objection],
    callObjectorBack: ['CallObjectorBackInput', { ...objection, satisfied: true }],
    openCampaign: ['OpenCampaignInput', { campaignId: householdId, version: 1, profile: 'luocheng-2015' }],
    importCounty: ['ImportCountyInput', { fileId: householdId }],
    importStaff: ['ImportStaffInput', { fileId: householdId }],
    recordVisit: ['RecordVisitInput', visitInput({ id: householdId, version, members: [] })],
    recordVisitAttempt: [
      'RecordVisitAttemptInput',
      {
        householdId,
        attemptedAt: new Date().toISOString(),
        companionIds: [personId],
        outcome: 'absent',
        reason: 'None',
        plannedOn: '2030-01-01',
      },
    ],
    decideLateVisit: ['DecideLateVisitInput', { visitId: householdId, take: 'later', reason: 'None' }],
    recordScoreSheet: ['RecordScoreSheetInput', { householdId, version, formVersion, observations: [] }],
    correctScoreSheet: ['CorrectScoreSheetInput', { householdId, revision: 1, observations: [], reason: 'None' }],
    proposeVeto: [
      'ProposeVetoInput',
      { householdId, rule: 'V4', reason: 'None', evidence: [{ kind: 'vehicle-record', reference: 'None' }] },
    ],
    letVetoesStand: ['LetVetoesStandInput', { vetoIds: [householdId] }],
    verifyVetoLift: ['VerifyVetoLiftInput', lift],
    decideVetoLift: ['DecideVetoLiftInput', { ...lift, lift: true }],
    importMatchFile: ['ImportMatchFileInput', { fileId: householdId }],
    notifyOfLead: ['LeadStepInput', lead],
    recordLeadReply: ['RecordLeadReplyInput', { ...lead, reply: 'None' }],
    decideLead: ['DecideLeadInput', { ...lead, outcome: 'cleared', reason: 'None', evidence: [] }],
    holdGroupReview: ['HoldReviewInput', review],
    holdVillageReview: ['HoldReviewInput', review],
    conveneMeeting: ['ConveneMeetingInput', { ...meeting, ...sitting, on: '2015-10-20' }],
    recordAttendance: ['RecordAttendanceInput', { ...meeting, persons: [personId] }],
    declareRecusals: [
      'DeclareRecusalsInput',
      { ...meeting, recusals: [{ personId, householdId, relation: 'parent' }] },
    ],
    recordVotes: ['RecordVotesInput', { ...meeting, rest: { for: 1, against: 0, abstain: 0 } }],
    referHouseholds: ['ReferHouseholdsInput', { ...meeting, referrals: [{ householdId, reason: 'None' }] }],
    recordMinutes: ['RecordMinutesInput', { ...meeting, minutes: 'None.' }],
    adjournMeeting: ['AdjournMeetingInput', { ...meeting, to: '2015-10-21', reason: 'None' }],
    strikeMeetingFact: ['StrikeMeetingFactInput', { ...meeting, fact: 1, reason: 'None' }],
    closeMeeting: ['CloseMeetingInput', meeting],
    setVillageRepresentatives: ['SetVillageRepresentativesInput', { villageCode: villages[1], memberIds: [personId] }],
    postNotice: ['PostNoticeInput', { sittingId: householdId, version: 1, place: 'Board', photoIds: [] }],
    proposeScoreLine: ['ProposeScoreLineInput', { line: 1, quota: 1, reason: 'None', mayLeaveOpen: true }],
    decideScoreLine: ['DecideScoreLineInput', { proposalId: householdId, version: 1, approve: true }],
    postAnnouncement: ['PostAnnouncementInput', { villageCode: villages[1], place: 'Board' }],
    adoptProfile: ['AdoptProfileInput', { campaignId: householdId, version: 1, profile: 'luocheng-2015' }],
    requestProfileMigration: [
      'RequestProfileMigrationInput',
      { fromProfileId: householdId, toProfileId: householdId, reason: 'None' },
    ],
    decideProfileMigration: ['DecideProfileMigrationInput', { migrationId: householdId, version: 1, approve: true }],
    saveProfile: ['SaveProfileInput', { terms: { key: 'a-profile-of-his-own' } }],
    recordAudits: ['RecordAuditsInput', { audits: [{ householdId, version, verdict: 'confirmed' }] }],
    recordEntries: ['RecordEntriesInput', { entries: [{ householdId, version, total: 1, vetoed: false }] }],
    ...secondLookMutations({ householdId, village: villages[1] }),
    exportEntryWorkbook: ['ExportAreaInput', { areaCode: villages[1], reason: 'Curiosity' }],
    exportRegister: ['ExportAreaInput', { areaCode: villages[1], reason: 'Curiosity' }],
    exportRegisterInFull: ['ExportAreaInput', { areaCode: villages[1], reason: 'Curiosity' }],
    exportAssessments: ['ExportAreaInput', { areaCode: villages[1], reason: 'Curiosity' }],
    exportPoorHouseholds: ['ExportAreaInput', { areaCode: villages[1], reason: 'Curiosity' }],
    exportScoreLineTable: ['ExportScoreLineTableInput', { quota: 1, reason: 'Curiosity' }],
    importEntryWorkbook: ['ImportEntryWorkbookInput', { fileId: householdId }],
    createAccount: [
      'CreateAccountInput',
      { personId, login: 'stranger', grants: [{ role: 'fieldWorker' }], activationCode: 'a-code-of-some-length' },
    ],
    disableAccount: ['ChangeAccountInput', { accountId, version: 1 }],
    unlockAccount: ['ChangeAccountInput', { accountId, version: 1 }],
    assignTeam: ['AssignTeamInput', { areaCode: groups[1], version: 1, teamId }],
    requestExtension: [
      'RequestExtensionInput',
      { clockId, version: clockVersion, dueAt: new Date(Date.now() + 60_000).toISOString(), reason: 'More time' },
    ],
    requestSplit: ['RequestSplitInput', { householdId, members, ...why }],
    requestMerger: ['RequestMergerInput', { householdId, intoHouseholdId: accountId, members, ...why }],
    requestTransfer: ['RequestTransferInput', { householdId, ...place, ...why }],
    requestChangeOfHead: ['RequestChangeOfHeadInput', { householdId, members, ...why }],
    requestIdentityCorrection: [
      'RequestIdentityCorrectionInput',
      { householdId, memberId: accountId, name: 'Other', ...why },
    ],
    requestMemberAdded: ['RequestMemberAddedInput', { householdId, cause: 'birth', member: person, ...why }],
    requestMemberRemoved: ['RequestMemberRemovedInput', { householdId, memberId: accountId, cause: 'death', ...why }],
    requestHouseholdAdded: [
      'RequestHouseholdAddedInput',
      { ...place, category: 'newApplicant', members: [person], ...why },
    ],
    withdrawChangeRequest: ['WithdrawChangeRequestInput', { changeRequestId: householdId, version: 1 }],
    decideChangeRequest: ['DecideChangeRequestInput', { changeRequestId: householdId, version: 1, approve: true }],
    // Numbers that leave are a reading each; these two take no key.
    revealIdNumber: ['RevealIdNumberInput', { key: undefined, memberId: householdId, reason: 'curious' }],
    revealRequestedIdNumbers: [
      'RevealRequestedIdNumbersInput',
      { key: undefined, changeRequestId: householdId, reason: 'curious' },
    ],
    decideDuplicate: [
      'DecideDuplicateInput',
      { leadId: householdId, version: 1, verdict: 'differentPeople', reason: 'None.' },
    ],
    mergeVillages: [
      'MergeVillagesInput',
      {
        villages: [villages[1], villages[2]],
        code: '451225100299',
        name: 'New',
        kind: 'village',
        poor: true,
        document: 'None',
      },
    ],
    decideExtension: ['DecideExtensionInput', { extensionId: clockId, approve: true }],
  };
}
