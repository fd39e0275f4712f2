import { join } from 'node:path';
import { main } from './main';

describe('this repository', () => {
  it('has one graph without a gap in its rules, and everything generated from it is fresh', async () => {
    const lines: string[] = [];
    const code = await main(join(__dirname, '../../..'), ['--check'], (line) => lines.push(line));
    expect([code, ...lines]).toEqual([0, 'What is generated is fresh.']);
  });
});
