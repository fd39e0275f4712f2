import type { Bench, BenchOutcome, Figure } from './bench';
import type { Machine } from './machine';

/** A run of a bench as it is written down. */
export interface BenchReport extends BenchOutcome {
  bench: string;
  shows: string;
  command: string;
  date: string;
  seed: string;
  households: number;
  machine: Machine;
}

export function reportOf(
  { name, shows }: Bench,
  outcome: BenchOutcome,
  circumstances: Pick<BenchReport, 'command' | 'date' | 'seed' | 'households' | 'machine'>,
): BenchReport {
  return { bench: name, shows, ...circumstances, ...outcome };
}

/** The report for a person. */
export function linesOf(report: BenchReport): string[] {
  const { machine, measured, baseline, wrong, postgres } = report;
  const width = Math.max(...[...measured, ...baseline].map(({ name }) => name.length));
  const line = (figure: Figure) =>
    `  ${figure.name.padEnd(width)}  ${shown(figure.value)} ${figure.unit}${verdict(figure)}`;
  return [
    `${report.bench}: ${report.shows}`,
    `  ${report.command}; ${report.date}; seed ${report.seed}; ${report.households} households`,
    `  ${machine.cores} cores (${machine.processor}), ${machine.memoryMiB} MiB, Node ${machine.node}${postgres ? `, PostgreSQL ${postgres}` : ''}, ${machine.system}; load before ${machine.loadBefore}`,
    'measured',
    ...measured.map(line),
    ...(baseline.length > 0 ? ['baseline, in the same run', ...baseline.map(line)] : []),
    ...wrong.map((problem) => `NOT RIGHT: ${problem}`),
  ];
}

function verdict({ value, unit, target }: Figure): string {
  if (!target) return '';
  if ('atMost' in target) return ` (target ≤ ${target.atMost} ${unit}: ${value <= target.atMost ? 'met' : 'missed'})`;
  return ` (target ≥ ${target.atLeast} ${unit}: ${value >= target.atLeast ? 'met' : 'missed'})`;
}

function shown(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 2 : 0 });
}
