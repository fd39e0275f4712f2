import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkbookLimits } from './limits';
import type { Answered, Memory, Told } from './parser/main';
import type { Reading } from './parser/parse-file';

/** Why there is no answer: the process was killed for its memory or its time, or ended by itself. */
export interface Fault {
  fault: 'memory' | 'time' | 'end';
}

const parser = require.resolve('./parser/main');
const loader = parser.endsWith('.ts') ? ['--require', join(__dirname, 'parser/from-source.cjs')] : [];

const lookEveryMs = 50;
/** Of the memory that is allowed, what the heap may take; the rest is for code, buffers and the inflated pieces. */
const heapShare = 0.6;
/** How V8 ends a process whose heap is full. */
const heapIsFull = new Set<unknown>(['SIGABRT', 'SIGTRAP', 'SIGILL']);

/** The process that opens and parses files, with nothing in its environment. An idle one keeps nobody waiting for its end. */
export class ParsingProcess {
  private readonly child: ChildProcess;
  private readonly ended: Promise<void>;
  private readonly answers: (Answered | Fault)[] = [];
  private heard: (() => void) | undefined;
  private killedFor: 'memory' | 'time' | undefined;
  private milliseconds = 0;
  private memoryMiB = 0;
  /** The most it has held since it was started. */
  peakMemoryMiB = 0;

  constructor(private readonly limits: WorkbookLimits) {
    this.child = fork(parser, {
      execArgv: [...loader, `--max-old-space-size=${Math.round(limits.memoryMiB * heapShare)}`],
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.child.on('message', (answer) => this.hear(answer as Answered));
    this.ended = new Promise((resolve) => {
      const end = (_code: unknown, signal?: unknown) => {
        this.hear({ fault: this.killedFor ?? (heapIsFull.has(signal) ? 'memory' : 'end') });
        resolve();
      };
      this.child.once('exit', end).once('error', end);
    });
    this.child.on('error', () => undefined);
  }

  /** Seconds spent on the file so far. */
  get seconds(): number {
    return this.milliseconds / 1_000;
  }

  /** Whether it may serve another file: it is there, and has not grown so far that the next one would suffer for it. */
  get isFresh(): boolean {
    return this.child.connected && this.memoryMiB < this.limits.memoryMiB / 2;
  }

  /** Gives it a file; `answer` has the first rows. */
  begin(reading: Reading): void {
    this.milliseconds = 0;
    this.child.ref();
    this.child.channel?.ref();
    this.tell({ read: reading });
  }

  /** The answer to what was told last; then it is told to go on, so that it parses while its rows are worked on. */
  async answer(): Promise<Answered | Fault> {
    const began = performance.now();
    const stopWatching = this.watch(this.limits.seconds * 1_000 - this.milliseconds);
    while (this.answers.length === 0) await new Promise<void>((resolve) => (this.heard = resolve));
    stopWatching();
    this.milliseconds += performance.now() - began;
    const answer = this.answers.shift()!;
    if ('rows' in answer) this.tell('more');
    if ('problems' in answer) this.rest(answer.memory);
    return answer;
  }

  async end(): Promise<void> {
    // A process that nobody waits for would let us end before it has.
    this.child.ref();
    this.child.kill('SIGKILL');
    await this.ended;
  }

  private rest({ now, peak }: Memory): void {
    this.memoryMiB = now;
    this.peakMemoryMiB = Math.max(this.peakMemoryMiB, peak);
    this.child.unref();
    this.child.channel?.unref();
  }

  private tell(told: Told): void {
    if (this.child.connected) this.child.send(told, () => undefined);
  }

  private hear(answer: Answered | Fault): void {
    this.answers.push(answer);
    this.heard?.();
  }

  private watch(milliseconds: number): () => void {
    const timeUp = setTimeout(() => this.stopFor('time'), Math.max(0, milliseconds));
    const looking = setInterval(() => {
      const now = residentMiB(this.child.pid);
      this.peakMemoryMiB = Math.max(this.peakMemoryMiB, now);
      if (now > this.limits.memoryMiB) this.stopFor('memory');
    }, lookEveryMs);
    return () => {
      clearTimeout(timeUp);
      clearInterval(looking);
    };
  }

  private stopFor(reason: 'memory' | 'time'): void {
    this.killedFor = reason;
    this.child.kill('SIGKILL');
  }
}

/** 0 where the system has no /proc; the limit of the heap holds there alone. */
function residentMiB(pid: number | undefined): number {
  try {
    const kibibytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kibibytes ?? 0) / 1_024;
  } catch {
    return 0;
  }
}
