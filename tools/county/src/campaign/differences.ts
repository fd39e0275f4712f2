import type { Expectation } from '../generator/expectation';
import type { Evidence } from './evidence';
import type { HistoriesOfType } from './histories';

/** Every figure that is not what the generator says it must be, named in one line each. */
export function differences(expected: Expectation, { figures, deadlines, histories, flow }: Evidence): string[] {
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
    ...differ('supervision', deadlines, { clocks: clocksOf(expected), open: 0 }),
    ...differ('the services', flow, { outboxPending: 0, deadLetters: 0 }),
    ...flow.consumed.flatMap(({ consumer, topic, events }) =>
      differ(`consumer ${consumer}`, { [topic]: events }, { [topic]: flow.published[topic] ?? 0 }),
    ),
  ];
}

/**
 * One clock per stage and round: visit and entry of every household, its scoring once more each time it was sent back, the
 * reviews and notices of groups, and the reviews of villages.
 */
function clocksOf({ households, meetings }: Expectation): number {
  const { returned, groupSittings, publicities, villageSittings } = meetings;
  return 3 * households + returned + groupSittings + publicities + villageSittings;
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
