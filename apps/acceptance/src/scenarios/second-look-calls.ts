interface Aim {
  householdId: string;
  village: string;
}

const page = `totalCount nodes`;

/** Queries about double entries, look-backs and household cards, aimed at a village. */
export function secondLookQueries({ householdId, village }: Aim): Record<string, string> {
  return {
    doubleEntries: `{ doubleEntries(filter: { areaCode: "${village}" }, first: 100) { ${page} { state household { number } } } }`,
    doubleEntryDraws: `{ doubleEntryDraws(first: 100) { ${page} { areaCode seed } } }`,
    doubleEntryFigures: `{ doubleEntryFigures(areaCode: "${village}") { entered drawn } }`,
    secondEntriesWaiting: `{ secondEntriesWaiting(areaCode: "${village}", first: 100) { ${page} { number } } }`,
    lookBacks: `{ lookBacks(first: 100) { ${page} { areaCode seed } } }`,
    lookBackHouseholds: `{ lookBackHouseholds(filter: { areaCode: "${village}" }, first: 100) { ${page} { id household { number } } } }`,
    lookBackFigures: `{ lookBackFigures(lookBackId: "${householdId}", by: village) { areaCode drawn } }`,
    householdCard: `{ householdCard(householdId: "${householdId}") { fields { code text } } }`,
    householdCardFigures: `{ householdCardFigures(areaCode: "${village}") { listed begun } }`,
  };
}

/** Mutations of the same. */
export function secondLookMutations({
  householdId,
  village,
}: Aim): Record<string, [input: string, value: Record<string, unknown>]> {
  return {
    drawDoubleEntries: ['DrawDoubleEntriesInput', { areaCode: village }],
    recordSecondEntries: ['RecordSecondEntriesInput', { entries: [{ householdId, total: 1, vetoed: false }] }],
    settleEntryDifference: [
      'SettleEntryDifferenceInput',
      { differenceId: householdId, version: 1, stands: 'first', reason: 'None.' },
    ],
    drawLookBack: ['DrawLookBackInput', { areaCode: village, reason: 'Curiosity' }],
    recordSecondAssessment: [
      'RecordSecondAssessmentInput',
      { lookBackHouseholdId: householdId, version: 1, assessedOn: '2015-11-20', assessors: [], facts: [] },
    ],
    fillHouseholdCard: ['FillHouseholdCardInput', { householdId, version: 0, facts: [], decisions: [] }],
  };
}
