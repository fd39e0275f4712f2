import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, closeSync, openSync, readFileSync } from 'node:fs';
import { type RecordedProcess, startTimeOf } from '../../bootstrap/processes.cjs';
import { CannotStart } from './cannot-start';
import type { Program } from './program';
import { waitUntil } from './wait-until';

const shownLogLines = 12;

/** One life of a program, from spawn to exit. */
export class Incarnation {
  private readonly child: ChildProcess;
  readonly recorded: RecordedProcess | undefined;
  /** How it ended, in words. */
  readonly ended: Promise<string>;
  private over = false;

  constructor(
    private readonly program: Program,
    private readonly logFile: string,
  ) {
    const log = openSync(logFile, 'a', 0o600);
    chmodSync(logFile, 0o600);
    // A session of its own: Ctrl-C reaches the supervisor alone, which then stops everything in order.
    this.child = spawn(program.command, program.args, {
      cwd: program.workingFolder ?? '/',
      env: program.environment,
      stdio: ['ignore', log, log],
      detached: true,
      ...program.user,
    });
    closeSync(log);
    const { pid } = this.child;
    const startTime = pid === undefined ? undefined : startTimeOf(pid);
    if (pid !== undefined && startTime !== undefined) {
      this.recorded = { kind: program.kind, pid, startTime, tier: program.tier, stopSignal: program.stopSignal };
    }
    this.ended = new Promise<string>((resolve) => {
      this.child.once('error', (error) => resolve(error.message));
      this.child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
    }).finally(() => {
      this.over = true;
    });
  }

  signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }

  /** Resolves when it answers; rejects with the end of its log when it ended instead or hesitates too long. */
  async becomesReady(signal: AbortSignal): Promise<void> {
    const { kind, readyWithinMs, isReady } = this.program;
    const ready = waitUntil(`${kind} to be ready`, async () => this.over || (await isReady()), {
      withinMs: readyWithinMs,
      signal,
    });
    try {
      await ready;
    } catch (error) {
      this.signal('SIGKILL');
      throw error;
    }
    if (this.over) throw new CannotStart(`${kind} did not start: ${await this.ended}. ${this.endOfLog()}`);
  }

  private endOfLog(): string {
    const lines = readFileSync(this.logFile, 'utf8').trimEnd().split('\n').slice(-shownLogLines);
    return `Log: ${this.logFile}\n${lines.map((line) => `    ${line}`).join('\n')}`;
  }
}
