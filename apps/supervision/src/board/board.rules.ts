import { levelOf } from '@jingzhun/kernel';
import type { ClockState } from '../clock/clock.rules';

/** The states of an open clock. */
export const boardStates = ['onTrack', 'atRisk', 'breached', 'waiting'] as const satisfies ClockState[];

export type BoardState = (typeof boardStates)[number];

export interface Tally {
  clocks: number;
  households: number;
}

export type BoardCounts = Record<BoardState, Tally>;

/** Clocks of one line in one state. */
export interface Cell extends Tally {
  line: string;
  state: BoardState;
}

/** The smallest area that contains all of `areas`; undefined when they have not even a county in common. */
export function commonArea(areas: readonly string[]): string | undefined {
  const [first = '', ...others] = areas;
  let length = first.length;
  while (
    length > 0 &&
    (!levelOf(first.slice(0, length)) || !others.every((area) => area.startsWith(first.slice(0, length))))
  )
    length -= 1;
  return length > 0 ? first.slice(0, length) : undefined;
}

/** How many digits the areas directly below `area` have; a group is its own line. */
export function lineDigits(area: string | undefined): number {
  return area ? Math.min(area.length + 3, 15) : 6;
}

/** The lines in their order, each with all four states. */
export function linesOf(cells: readonly Cell[]): { line: string; counts: BoardCounts }[] {
  const lines = [...new Set(cells.map(({ line }) => line))].sort();
  return lines.map((line) => ({ line, counts: countsOf(cells.filter((cell) => cell.line === line)) }));
}

/** The sum over all cells. */
export function countsOf(cells: readonly Cell[]): BoardCounts {
  const counts = {} as BoardCounts;
  for (const state of boardStates) {
    const own = cells.filter((cell) => cell.state === state);
    counts[state] = {
      clocks: sum(own.map(({ clocks }) => clocks)),
      households: sum(own.map(({ households }) => households)),
    };
  }
  return counts;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
