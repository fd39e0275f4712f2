import type { Expectation } from '../generator/expectation';
import type { Evidence } from './evidence';
import type { HistoriesOfType } from './histories';
import { byOutcome } from './objection-figures';

/** Every figure that is not what the generator says it must be, named in one line each. */
export function differences(expected: Expectation, evidence: Evidence): string[] {
  const { figures, deadlines, objections, histories, flow } = evidence;
  const outcomes = outcomesOf(expected);
  return [
    ...differ('the county', figures, countyLine(expected)),
    ...differ('the county', { townships: figures.byTownship.length }, { townships: expected.townships }),
    ...expected.byTownship.flatMap((township) => {
      const seen = figures.byTownship.find(({ code }) => code === township.code);
      return seen ? differ(township.name, seen, townshipLine(township)) : [`${township.name} is missing`];
    }),
    ...workflows(histories, 'householdCase', expected.households),
    ...workflows(histories, 'groupSitting', expected.groups + groupsAgain(expected)),
    ...workflows(histories, 'villageSitting', figures.villageSittings),
    ...workflows(histories, 'objectionCase', expected.objections.length),
    ...villageSittings(expected, figures.villageSittings),
    ...differ(
      'objections',
      { ...noneOf(outcomes), ...byOutcome(objections) },
      { ...noneOf(byOutcome(objections)), ...outcomes },
    ),
    ...differ('supervision', deadlines, { clocks: clocksOf(expected) + figures.villageSittings, open: 0 }),
    ...differ('the services', flow, { outboxPending: 0, deadLetters: 0 }),
    ...flow.consumed.flatMap(({ consumer, topic, events }) =>
      differ(`consumer ${consumer}`, { [topic]: events }, { [topic]: flow.published[topic] ?? 0 }),
    ),
  ];
}

/**
 * One clock per stage, the villages' left out: three on the household, and one more where it is scored again; review and publicity
 * on the group, in each round; six on an objection, of which an anonymous one has no answer to call back after.
 */
function clocksOf(expected: Expectation): number {
  const { households, groups, objections } = expected;
  const scoredAgain = objections.filter(({ decision }) => decision === 'scoreChanged').length;
  const ofObjections = objections.reduce((sum, { anonymous }) => sum + (anonymous ? 5 : 6), 0);
  return 3 * households + scoredAgain + 2 * (groups + groupsAgain(expected)) + ofObjections;
}

function groupsAgain({ byTownship }: Expectation): number {
  return byTownship.reduce((sum, township) => sum + township.groupsAgain, 0);
}

/** Each village sits once for all, and at most once more for each household that an objection held. */
function villageSittings({ villages, objections }: Expectation, seen: number): string[] {
  const most = villages + objections.filter(({ kind }) => kind !== 'missed').length;
  return seen >= villages && seen <= most ? [] : [`the villages sat ${seen} times, not ${villages} to ${most}`];
}

function outcomesOf({ objections }: Expectation): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind, decision } of objections) {
    const outcome = `${kind} ${decision}`;
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}

/** The same outcomes, none of each, so that one which only the other side knows is a difference too. */
function noneOf(counts: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.keys(counts).map((outcome) => [outcome, 0]));
}

function countyLine(expected: Expectation) {
  const { townships, villages, groups, hamlets, households, members } = expected;
  return {
    townships,
    villages,
    groups,
    hamlets,
    households,
    members,
    householdsInPoorVillages: expected.inPoorVillages,
    householdsElsewhere: expected.elsewhere,
    visited: households,
    scored: households,
    groupReviews: groups,
    groupPublicities: groups,
    villageReviews: villages,
    entered: households,
  };
}

function townshipLine({ villages, groups, groupsAgain: again, households }: Expectation['byTownship'][number]) {
  return {
    villages,
    groups,
    households,
    visited: households,
    scored: households,
    groupReviews: groups + again,
    published: households,
    villageReviews: villages,
    entered: households,
  };
}

function workflows(histories: Map<string, HistoriesOfType>, type: string, expected: number): string[] {
  const { completed = 0, other = 0 } = histories.get(type) ?? {};
  return differ(`Temporal, ${type}`, { completed, other }, { completed: expected, other: 0 });
}

function differ<Key extends string>(
  where: string,
  seen: Readonly<Record<NoInfer<Key>, number>>,
  expected: Readonly<Record<Key, number>>,
): string[] {
  return (Object.keys(expected) as Key[])
    .filter((key) => seen[key] !== expected[key])
    .map((key) => `${where}: ${key} is ${seen[key]} instead of ${expected[key]}`);
}
