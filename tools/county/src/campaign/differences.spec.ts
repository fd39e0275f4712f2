import { generateCounty } from '../generator/generate-county';
import { differences } from './differences';
import type { Evidence } from './evidence';
import type { HistoriesOfType } from './histories';
import { countyLine } from './table';

/** A county in which no two objections are of one kind and outcome, and one changes a score. */
const { expectation: expected } = generateCounty({ households: 60, seed: 'differences' });

const again = expected.objections.filter(({ decision }) => decision === 'scoreChanged').length;

/** Households 3, groups 2 and villages 1, and what the objections of this county add. */
function clocks(): number {
  const { households, groups, villages, objections } = expected;
  const states = objections.map(({ anonymous }) => (anonymous ? 5 : 6));
  return 3 * households + again + 2 * (groups + again) + villages + states.reduce((sum, count) => sum + count, 0);
}

/** What a campaign leaves in which everything went as it should. */
function flawless(): Evidence {
  const { townships, villages, groups, hamlets, households, members } = expected;
  const ended = (completed: number): HistoriesOfType => ({ completed, other: 0, events: [], stateTransitions: [] });
  return {
    figures: {
      ...{ townships, villages, groups, hamlets, households, members },
      householdsInPoorVillages: expected.inPoorVillages,
      householdsElsewhere: expected.elsewhere,
      ...{ visited: households, scored: households, entered: households },
      ...{ groupReviews: groups, groupPublicities: groups, villageReviews: villages },
      villageSittings: villages,
      byTownship: expected.byTownship.map((township) => ({
        ...township,
        visited: township.households,
        scored: township.households,
        groupReviews: township.groups + township.groupsAgain,
        published: township.households,
        villageReviews: township.villages,
        entered: township.households,
      })),
    },
    deadlines: { clocks: clocks(), open: 0, reminders: 0, breaches: 0 },
    objections: expected.objections.map(({ kind, decision }) => ({ kind, decision, objections: 1 })),
    histories: new Map([
      ['householdCase', ended(households)],
      ['groupSitting', ended(groups + again)],
      ['objectionCase', ended(expected.objections.length)],
      ['villageSitting', ended(villages)],
    ]),
    flow: {
      outboxPending: 0,
      deadLetters: 0,
      published: { identification: 900 },
      consumed: [{ consumer: 'supervision', topic: 'identification', events: 900 }],
    },
  };
}

describe('comparing a finished campaign with what was generated', () => {
  it('finds nothing when everything is as it should be', () => {
    expect(differences(expected, flawless())).toEqual([]);
  });

  it('names a household that was not entered, for the county and for its township', () => {
    const evidence = flawless();
    const [township] = evidence.figures.byTownship;
    evidence.figures.entered -= 1;
    if (township) township.entered -= 1;
    expect(differences(expected, evidence)).toEqual([
      'the county: entered is 59 instead of 60',
      `${township?.name}: entered is ${(township?.households ?? 0) - 1} instead of ${township?.households}`,
    ]);
  });

  it('names a workflow that is still open, a deadline without an end, and events that nobody took', () => {
    const evidence = flawless();
    evidence.histories.set('villageSitting', {
      completed: expected.villages - 1,
      other: 1,
      events: [],
      stateTransitions: [],
    });
    evidence.deadlines.open = 1;
    evidence.flow.consumed = [{ consumer: 'supervision', topic: 'identification', events: 899 }];
    expect(differences(expected, evidence)).toEqual([
      `Temporal, villageSitting: completed is ${expected.villages - 1} instead of ${expected.villages}`,
      'Temporal, villageSitting: other is 1 instead of 0',
      'supervision: open is 1 instead of 0',
      'consumer supervision: identification is 899 instead of 900',
    ]);
  });

  it('names an objection that was lost, one that was decided otherwise, and a village that never sat', () => {
    const evidence = flawless();
    evidence.objections = [{ kind: 'own', decision: 'unchanged', objections: 1 }];
    evidence.figures.villageSittings = expected.villages - 1;
    const sittings = evidence.histories.get('villageSitting')!;
    sittings.completed -= 1;
    evidence.deadlines.clocks -= 1;
    expect(differences(expected, evidence)).toEqual([
      `the villages sat ${expected.villages - 1} times, not ${expected.villages} to ${expected.villages + 2}`,
      'objections: own unchanged is 1 instead of 0',
      'objections: report unchanged is 0 instead of 1',
      'objections: own scoreChanged is 0 instead of 1',
    ]);
  });

  it('writes the county line as the county writes it', () => {
    const figures = {
      ...flawless().figures,
      ...{ townships: 11, villages: 137, groups: 1_714, hamlets: 1_637, households: 54_860 },
      ...{ householdsInPoorVillages: 32_103, householdsElsewhere: 22_757 },
      ...{ groupReviews: 1_714, groupPublicities: 1_714, villageReviews: 137, entered: 54_860 },
    };
    expect(countyLine(figures)).toBe(
      '11 / 137 / 1,714 / 1,637 / 54,860 (32,103 + 22,757); 1,714 group reviews 100 %; 1,714 group publicities 100 %; ' +
        '137 village reviews 100 %; 54,860 households entered 100 %',
    );
  });
});
