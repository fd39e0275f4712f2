import { fewest, reaches, type Share } from './share';

/**
 * Who must be there for a meeting to decide (domain reference 4.3: at least two thirds of the villagers from 18 on, or of
 * the household representatives; in a village's meeting, of its representatives).
 */
export interface QuorumRule {
  seats: 'household-representatives' | 'adults' | 'village-representatives';
  adultAge: number;
  /** The least share of all seats that must be taken. */
  present: Share;
}

/** A person of the register, as far as a seat depends on it. */
export interface Villager {
  personId: string;
  householdId: string;
  /** `YYYY-MM-DD`. */
  birthDate: string;
  /** Whether the person was elected to the village's representatives. */
  representative: boolean;
}

/** One voice in the meeting. It has several holders when any grown member may stand for the household. */
export interface Seat {
  seat: string;
  householdId: string;
  holders: string[];
}

/** The seats of a meeting held on `on` (`YYYY-MM-DD`), ordered by their names. A household of children only has none. */
export function rosterOf(rule: QuorumRule, villagers: readonly Villager[], on: string): Seat[] {
  const grown = villagers.filter(({ birthDate }) => ageOn(birthDate, on) >= rule.adultAge);
  const seats =
    rule.seats === 'household-representatives'
      ? householdSeats(grown)
      : grown.filter(({ representative }) => rule.seats === 'adults' || representative).map(personalSeat);
  return seats.sort((one, other) => (one.seat < other.seat ? -1 : 1));
}

/** The seats on which somebody sits. Two holders of one seat are one voice, and a guest is none. */
export function seatsTaken(seats: readonly Seat[], attendance: readonly string[]): Seat[] {
  const there = new Set(attendance);
  return seats.filter(({ holders }) => holders.some((holder) => there.has(holder)));
}

export function isQuorate(rule: QuorumRule, seats: number, taken: number): boolean {
  return reaches(taken, seats, rule.present);
}

/** How many seats must be taken. */
export function quorumOf(rule: QuorumRule, seats: number): number {
  return fewest(seats, rule.present);
}

function householdSeats(grown: readonly Villager[]): Seat[] {
  const seats = new Map<string, Seat>();
  for (const { personId, householdId } of grown) {
    const seat = seats.get(householdId) ?? { seat: householdId, householdId, holders: [] };
    seat.holders.push(personId);
    seats.set(householdId, seat);
  }
  for (const seat of seats.values()) seat.holders.sort();
  return [...seats.values()];
}

function personalSeat({ personId, householdId }: Villager): Seat {
  return { seat: personId, householdId, holders: [personId] };
}

/** Completed years; both dates as `YYYY-MM-DD`. */
function ageOn(birthDate: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
