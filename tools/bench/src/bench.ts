/** One measured figure, and what it should be. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  target?: { atMost: number } | { atLeast: number };
}

/** What a bench is told. */
export interface BenchSetting {
  seed: string;
  /** How large the county is. */
  households: number;
  say(line: string): void;
}

/** What a bench found. */
export interface BenchOutcome {
  measured: Figure[];
  /** The same work done in the way one would otherwise do it, in the same run on the same machine. */
  baseline: Figure[];
  /** The server it ran against, when there was one. */
  postgres?: string;
  /** What did not come out right. A bench that is slow is not wrong; one that loses a row is. */
  wrong: string[];
}

/** One file, one exported object. */
export interface Bench {
  name: string;
  /** What it shows, in a sentence. */
  shows: string;
  run(setting: BenchSetting): Promise<BenchOutcome>;
}
