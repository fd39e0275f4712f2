import type { Evidence } from './evidence';
import type { Figures } from './figures';
import { byOutcome } from './objection-figures';
import { spreadOf, type Spread } from './spread';
import type { Usage } from './usage';

/** What a campaign run leaves behind, also as JSON. */
export interface CampaignResult {
  /** Every figure agrees with the generator and with the Temporal server. */
  ok: boolean;
  /** What does not agree. */
  problems: string[];
  households: number;
  seed: string;
  dayMilliseconds: number;
  figures: Figures & { objections: Record<string, number> };
  wallSeconds: Record<string, number>;
  /** Over the campaign phase: from its opening to the last entry. */
  householdsPerSecond: number;
  cpuMsPerHousehold: Record<string, number>;
  rssMiB: Record<string, number>;
  stateTransitionsPerHousehold: Spread;
  eventsPerHousehold: Spread;
  outboxPending: number;
  eventsPublished: number;
  /** By consumer and topic. */
  eventsConsumed: Record<string, number>;
  reminders: number;
  breaches: number;
  /** Requests that met something broken; each was repeated. */
  errors: number;
}

export interface Measured {
  problems: string[];
  households: number;
  seed: string;
  dayMilliseconds: number;
  wallSeconds: Record<string, number>;
  usage: Usage;
  errors: number;
}

export function resultOf(evidence: Evidence, measured: Measured): CampaignResult {
  const { figures, deadlines, objections, histories, flow } = evidence;
  const { usage, ...rest } = measured;
  const { households, problems, wallSeconds } = rest;
  const cases = histories.get('householdCase');
  return {
    ok: problems.length === 0,
    ...rest,
    figures: { ...figures, objections: byOutcome(objections) },
    householdsPerSecond: Math.round((100 * households) / (wallSeconds['campaign'] ?? Infinity)) / 100,
    cpuMsPerHousehold: usage.cpuMsPerHousehold(households),
    rssMiB: usage.rssMiB(),
    stateTransitionsPerHousehold: spreadOf(cases?.stateTransitions ?? []),
    eventsPerHousehold: spreadOf(cases?.events ?? []),
    outboxPending: flow.outboxPending,
    eventsPublished: Object.values(flow.published).reduce((sum, events) => sum + events, 0),
    eventsConsumed: Object.fromEntries(
      flow.consumed.map(({ consumer, topic, events }) => [`${consumer}/${topic}`, events]),
    ),
    reminders: deadlines.reminders,
    breaches: deadlines.breaches,
  };
}
