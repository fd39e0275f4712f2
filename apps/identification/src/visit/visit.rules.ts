import { InvalidInput } from '@jingzhun/kernel';

export interface VisitAsked {
  visitedAt: Date;
  personsPresent: number;
  observation: string;
}

/** A device's clock may run ahead by this much, in milliseconds, before its visit counts as one in the future. */
const clockTolerance = 10 * 60_000;

/** @throws InvalidInput */
export function assertVisit({ visitedAt, personsPresent, observation }: VisitAsked, now: Date): void {
  if (visitedAt.getTime() > now.getTime() + clockTolerance)
    throw new InvalidInput('The visit lies in the future.', 'visitedAt', 'Check the clock of the device.');
  if (personsPresent < 1)
    throw new InvalidInput('Nobody was at home.', 'personsPresent', 'Visit again; an absence is not a visit.');
  if (!observation.trim()) throw new InvalidInput('Nothing was observed.', 'observation', 'Write down what was seen.');
}
