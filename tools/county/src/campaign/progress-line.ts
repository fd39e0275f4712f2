import type { Expectation } from '../generator/expectation';
import type { Tally } from '../force/tally';

/** Shows what the force has done: one line that moves on a terminal, a line now and then in a log. */
export class ProgressLine {
  private readonly timer: NodeJS.Timeout;
  private readonly began = Date.now();
  private phase = '';
  private shown = '';

  constructor(
    private readonly expected: Expectation,
    private readonly tally: Tally,
    private readonly terminal: { isTTY?: boolean; write(text: string): unknown } = process.stderr,
  ) {
    this.timer = setInterval(() => this.show(), terminal.isTTY ? 500 : 15_000);
  }

  enter(phase: string): void {
    this.phase = phase;
    this.show();
  }

  end(): void {
    clearInterval(this.timer);
    if (this.terminal.isTTY && this.shown) this.terminal.write('\n');
  }

  private show(): void {
    const line = `${Math.round((Date.now() - this.began) / 1_000)} s  ${this.phase}: ${this.text()}`;
    if (this.terminal.isTTY) this.terminal.write(`\r${line.padEnd(this.shown.length)}`);
    else this.terminal.write(`${line}\n`);
    this.shown = line;
  }

  private text(): string {
    const { tally, expected } = this;
    if (this.phase === 'import') return `${tally.linesRead} lines read`;
    if (this.phase === 'sign-in') return `${tally.accounts} accounts activated`;
    const done = [
      `visited ${tally.visited}/${expected.households}`,
      `reviews ${tally.groupReviews}/${expected.groups}`,
      `notices ${tally.notices}/${expected.groups}`,
      `objections ${tally.objections}/${expected.objections.length}`,
      `village reviews ${tally.villageReviews}/${expected.villages}`,
      `entered ${tally.entered}/${expected.households}`,
    ];
    return [...done, ...(tally.retries ? [`${tally.retries} repeated`] : [])].join('  ');
  }
}
