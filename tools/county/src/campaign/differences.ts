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
    ...workflows(histories, 'groupSitting', expected.meetings.groupSittings),
    ...workflows(histories, 'villageSitting', expected.meetings.villageSittings),
    ...workflows(histories, 'objectionCase', expected.objections.length),
    ...differ(
      'objections',
      { ...noneOf(outcomes), ...byOutcome(objections) },
      { ...noneOf(byOutcome(objections)), ...outcomes },
    ),
    ...differ('supervision', deadlines, { clocks: clocksOf(expected), open: 0 }),
    ...differ('the services', flow, { outboxPending: 0, deadLetters: 0 }),
    ...flow.consumed.flatMap(({ consumer, topic, events }) =>
      differ(`consumer ${consumer}`, { [topic]: events }, { [topic]: flow.published[topic] ?? 0 }),
    ),
  ];
}

/**
 * One clock per stage and round: visit and entry of every household, its scoring once more each time it was sent back, the
 * reviews and notices of groups, and the reviews of villages; six on an objection, of which an anonymous one has no answer to
 * call back after.
 */
function clocksOf({ households, meetings, objections }: Expectation): number {
  const { returned, changed, groupSittings, publicities, villageSittings } = meetings;
  const ofObjections = objections.reduce((sum, { anonymous }) => sum + (anonymous ? 5 : 6), 0);
  return 3 * households + returned + changed + groupSittings + publicities + villageSittings + ofObjections;
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
    returned: expected.meetings.returned,
    adjourned: expected.meetings.adjourned,
    ...expected.stories,
  };
}

function townshipLine({ villages, groups, households, meetings }: Expectation['byTownship'][number]) {
  return {
    villages,
    groups,
    households,
    visited: households,
    scored: households,
    groupReviews: meetings.groupSittings,
    published: households,
    villageReviews: meetings.villageSittings,
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
