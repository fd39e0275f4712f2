import { generateCounty } from '../generator/generate-county';
import { differences } from './differences';
import type { Evidence } from './evidence';
import type { HistoriesOfType } from './histories';
import { countyLine } from './table';

/** A county in which no two objections are of one kind and outcome, and one changes a score. */
const { expectation: expected } = generateCounty({ households: 60, seed: 'differences' });

/** What a campaign leaves in which everything went as it should. */
function flawless(): Evidence {
  const { townships, villages, groups, hamlets, households, members, meetings } = expected;
  const ended = (completed: number): HistoriesOfType => ({ completed, other: 0, events: [], stateTransitions: [] });
  const { returned, changed, groupSittings, publicities, villageSittings } = meetings;
  const ofObjections = expected.objections.map(({ anonymous }) => (anonymous ? 5 : 6));
  const clocks =
    3 * households +
    [returned, changed, groupSittings, publicities, villageSittings, ...ofObjections].reduce(
      (sum, count) => sum + count,
      0,
    );
  return {
    figures: {
      ...{ townships, villages, groups, hamlets, households, members },
      householdsInPoorVillages: expected.inPoorVillages,
      householdsElsewhere: expected.elsewhere,
      ...{ visited: households, scored: households, entered: households },
      ...{ groupReviews: groups, groupPublicities: groups, villageReviews: villages },
      ...{ returned: meetings.returned, adjourned: meetings.adjourned },
      ...expected.stories,
      byTownship: expected.byTownship.map((township) => ({
        ...township,
        visited: township.households,
        scored: township.households,
        groupReviews: township.meetings.groupSittings,
        published: township.households,
        villageReviews: township.meetings.villageSittings,
        entered: township.households,
      })),
    },
    deadlines: { clocks, open: 0, reminders: 0, breaches: 0 },
    objections: expected.objections.map(({ kind, decision }) => ({ kind, decision, objections: 1 })),
    histories: new Map([
      ['householdCase', ended(households)],
      ['groupSitting', ended(groupSittings)],
      ['objectionCase', ended(expected.objections.length)],
      ['villageSitting', ended(villageSittings)],
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
      completed: expected.meetings.villageSittings - 1,
      other: 1,
      events: [],
      stateTransitions: [],
    });
    evidence.deadlines.open = 1;
    evidence.flow.consumed = [{ consumer: 'supervision', topic: 'identification', events: 899 }];
    expect(differences(expected, evidence)).toEqual([
      `Temporal, villageSitting: completed is ${expected.meetings.villageSittings - 1} instead of ${expected.meetings.villageSittings}`,
      'Temporal, villageSitting: other is 1 instead of 0',
      'supervision: open is 1 instead of 0',
      'consumer supervision: identification is 899 instead of 900',
    ]);
  });

  it('names an objection that was lost, one that was decided otherwise, and a village that never sat', () => {
    const evidence = flawless();
    evidence.objections = [{ kind: 'own', decision: 'unchanged', objections: 1 }];
    const [township] = evidence.figures.byTownship;
    township!.villageReviews -= 1;
    expect(differences(expected, evidence)).toEqual([
      `${township!.name}: villageReviews is ${township!.villageReviews} instead of ${township!.villageReviews + 1}`,
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
