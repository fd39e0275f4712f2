import type { Calendar, DayKind } from './calendar';
import { afterCounting, timeCounted } from './working-time';

/** How long a household must be public, undisturbed (domain reference 4.3: 7 days by default). */
export interface PublicityRule {
  days: number;
  dayKind: DayKind;
}

/**
 * What moves the publicity of one household: its notice was posted (by the evidence); an objection was received; one was
 * decided without change; one changed the household, which thereby leaves this publicity. Instants in ISO 8601.
 */
export type PublicityFact = { at: string } & (
  { kind: 'posted' } | { kind: 'suspended' | 'resumed' | 'changed'; objectionId: string }
);

/** One household's publicity. Nothing in it depends on any other household. */
export interface PublicityClock {
  postedAt: string | null;
  /** Undisturbed time before `runningSince`, in the calendar's milliseconds. */
  counted: number;
  runningSince: string | null;
  /** Objections received and not decided, ordered by their ids. */
  objections: string[];
  /** When the period is over, if nothing else comes; null while it does not run. */
  closesAt: string | null;
  leftAt: string | null;
}

export type PublicityState = 'unposted' | 'running' | 'suspended' | 'over' | 'left';

/**
 * The clock after these facts, in whatever order they come and however often. It counts from the posting, stops with the
 * first open objection and goes on with the last one's decision, where it stopped. Once the period is over, or the household has
 * left, nothing moves it any more.
 */
export function publicityClock(
  rule: PublicityRule,
  calendar: Calendar,
  facts: readonly PublicityFact[],
): PublicityClock {
  return inOrder(facts).reduce((clock, fact) => after(rule, calendar, clock, fact), unposted);
}

/** The state at an instant not before the clock's last fact. */
export function publicityState(clock: PublicityClock, at: Date): PublicityState {
  if (clock.leftAt !== null) return 'left';
  if (clock.postedAt === null) return 'unposted';
  if (clock.closesAt === null) return 'suspended';
  return at < new Date(clock.closesAt) ? 'running' : 'over';
}

/** Undisturbed time still wanting at an instant not before the clock's last fact, in the calendar's milliseconds. */
export function remainingTime(rule: PublicityRule, calendar: Calendar, clock: PublicityClock, at: Date): number {
  return Math.max(0, periodOf(rule, calendar) - countedAt(rule, calendar, clock, at));
}

const unposted: PublicityClock = {
  postedAt: null,
  counted: 0,
  runningSince: null,
  objections: [],
  closesAt: null,
  leftAt: null,
};

/** At one instant an objection is received before one is decided, so that its own decision never comes first. */
const order: PublicityFact['kind'][] = ['posted', 'suspended', 'resumed', 'changed'];

function inOrder(facts: readonly PublicityFact[]): PublicityFact[] {
  return [...facts].sort(
    (one, other) => Date.parse(one.at) - Date.parse(other.at) || order.indexOf(one.kind) - order.indexOf(other.kind),
  );
}

function after(rule: PublicityRule, calendar: Calendar, clock: PublicityClock, fact: PublicityFact): PublicityClock {
  const at = new Date(fact.at);
  const state = publicityState(clock, at);
  if (state === 'over' || state === 'left') return clock;
  switch (fact.kind) {
    case 'posted':
      return clock.postedAt === null ? runOrWait(rule, calendar, { ...clock, postedAt: fact.at }, at) : clock;
    case 'suspended':
      return clock.objections.includes(fact.objectionId)
        ? clock
        : {
            ...stopped(rule, calendar, clock, at),
            objections: [...clock.objections, fact.objectionId].sort(),
          };
    case 'resumed': {
      const objections = clock.objections.filter((id) => id !== fact.objectionId);
      return objections.length < clock.objections.length
        ? runOrWait(rule, calendar, { ...clock, objections }, at)
        : clock;
    }
    case 'changed':
      return { ...stopped(rule, calendar, clock, at), leftAt: fact.at };
  }
}

function runOrWait(rule: PublicityRule, calendar: Calendar, clock: PublicityClock, at: Date): PublicityClock {
  if (clock.postedAt === null || clock.objections.length > 0) return clock;
  const closesAt = afterCounting(calendar, at, periodOf(rule, calendar) - clock.counted, rule.dayKind);
  return { ...clock, runningSince: at.toISOString(), closesAt: closesAt.toISOString() };
}

function stopped(rule: PublicityRule, calendar: Calendar, clock: PublicityClock, at: Date): PublicityClock {
  return { ...clock, counted: countedAt(rule, calendar, clock, at), runningSince: null, closesAt: null };
}

function countedAt(rule: PublicityRule, calendar: Calendar, clock: PublicityClock, at: Date): number {
  if (clock.runningSince === null) return clock.counted;
  return clock.counted + timeCounted(calendar, new Date(clock.runningSince), at, rule.dayKind);
}

function periodOf(rule: PublicityRule, calendar: Calendar): number {
  return rule.days * calendar.dayMilliseconds;
}
