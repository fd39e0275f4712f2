import type { Bench } from './bench';
import { linesOf, reportOf } from './report';

const running: Bench = {
  name: 'running',
  shows: 'how far one runs',
  run: () => Promise.reject(new Error('not here')),
};
const circumstances = {
  command: 'npm run bench -- running',
  date: '2015-10-16',
  seed: 'luocheng',
  households: 10,
  machine: { cores: 2, processor: 'Abacus', memoryMiB: 100, node: '20.0.0', system: 'linux x64', loadBefore: 0.1 },
};

describe('the report of a bench', () => {
  const figures = [
    { name: 'distance', value: 12_345.6, unit: 'm', target: { atLeast: 10_000 } },
    { name: 'time', value: 61.234, unit: 's', target: { atMost: 60 } },
  ];
  const report = reportOf(
    running,
    { measured: figures, baseline: [{ name: 'walking', value: 3, unit: 'm' }], postgres: '18', wrong: [] },
    circumstances,
  );

  it('says what was measured, on which machine, by which command, and what of it was to be reached', () => {
    expect(linesOf(report)).toEqual([
      'running: how far one runs',
      '  npm run bench -- running; 2015-10-16; seed luocheng; 10 households',
      '  2 cores (Abacus), 100 MiB, Node 20.0.0, PostgreSQL 18, linux x64; load before 0.1',
      'measured',
      '  distance  12,346 m (target ≥ 10000 m: met)',
      '  time      61.23 s (target ≤ 60 s: missed)',
      'baseline, in the same run',
      '  walking   3 m',
    ]);
  });

  it('names what did not come out right', () => {
    expect(linesOf({ ...report, wrong: ['fell'] }).at(-1)).toBe('NOT RIGHT: fell');
  });

  it('is written down with all of it', () => {
    expect(JSON.parse(JSON.stringify(report))).toMatchObject({ bench: 'running', ...circumstances, measured: figures });
  });
});
