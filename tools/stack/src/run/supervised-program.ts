import { setTimeout as pause } from 'node:timers/promises';
import type { RecordedProcess } from '../../bootstrap/processes.cjs';
import { Incarnation } from './incarnation';
import type { Program } from './program';
import { waitUntil } from './wait-until';

const firstPauseMs = 250;
const longestPauseMs = 10_000;
/** One that lived this long before it fell is started again at once, as if it had never failed. */
const provenAfterMs = 30_000;

/** Keeps one program running: starts it, waits until it is ready, starts it again when it ends unasked. */
export class SupervisedProgram {
  private current: Incarnation | undefined;
  private isUp = false;
  private pauseMs = firstPauseMs;
  private readonly released = new AbortController();
  /** How often it came back. */
  restarts = 0;

  constructor(
    readonly program: Program,
    readonly logFile: string,
    private readonly onSpawn: () => void,
    private readonly report: (line: string) => void,
  ) {}

  /** The process of this moment, or the last one that was. */
  get recorded(): RecordedProcess | undefined {
    return this.current?.recorded;
  }

  /** Resolves when the program is ready for the first time; rejects when it ends or hesitates too long. */
  async start(): Promise<void> {
    await this.launch();
    void this.keepRunning();
  }

  /** Resolves when it is up, after a fall when its next incarnation is. */
  whenReady(withinMs = 60_000): Promise<void> {
    return waitUntil(`${this.program.kind} to be up`, () => this.isUp, { withinMs });
  }

  /** Sends the signal; after SIGKILL resolves when the process is gone. */
  async kill(signal: NodeJS.Signals): Promise<void> {
    this.current?.signal(signal);
    if (signal === 'SIGKILL') await this.current?.ended;
  }

  /** From now on its end is wanted; the caller brings it about. */
  release(): void {
    this.released.abort();
  }

  private async launch(): Promise<void> {
    await this.program.prepare?.();
    this.released.signal.throwIfAborted();
    this.current = new Incarnation(this.program, this.logFile);
    this.onSpawn();
    await this.current.becomesReady(this.released.signal);
    this.isUp = true;
  }

  private async keepRunning(): Promise<void> {
    while (!this.released.signal.aborted) {
      const began = Date.now();
      const how = await this.current?.ended;
      this.isUp = false;
      if (this.released.signal.aborted) return;
      if (Date.now() - began > provenAfterMs) this.pauseMs = firstPauseMs;
      this.report(`${this.program.kind} ended (${how}) and is started again; log: ${this.logFile}`);
      await this.relaunch();
    }
  }

  /** Tries until it stands, with growing pauses, or until it is released. */
  private async relaunch(): Promise<void> {
    while (!this.released.signal.aborted) {
      try {
        await pause(this.pauseMs, undefined, { signal: this.released.signal });
        this.pauseMs = Math.min(this.pauseMs * 2, longestPauseMs);
        await this.launch();
        this.restarts += 1;
        this.report(`${this.program.kind} is back`);
        return;
      } catch (error) {
        if (this.released.signal.aborted) return;
        this.report(error instanceof Error ? error.message : String(error));
      }
    }
  }
}
