import type { Reading, Stack } from '@jingzhun/stack';

/**
 * Processor time and memory by kind of process over a stretch of time. Looked at now and then, because a process that is
 * killed takes its counters with it; not more often, because a look at PostgreSQL's shared memory alone costs 0.3 s.
 */
export class Usage {
  private readonly cpu = new Map<number, { kind: string; first: number; last: number }>();
  private readonly memory = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly stack: Pick<Stack, 'readings'>) {}

  start(everyMilliseconds = 30_000): void {
    this.look();
    this.timer = setInterval(() => this.look(), everyMilliseconds);
  }

  stop(): void {
    clearInterval(this.timer);
    this.look();
  }

  /** Processor milliseconds per household, the simulated people's own process included. */
  cpuMsPerHousehold(households: number): Record<string, number> {
    const sums: Record<string, number> = {};
    for (const { kind, first, last } of this.cpu.values()) sums[kind] = (sums[kind] ?? 0) + last - first;
    return Object.fromEntries(Object.entries(sums).map(([kind, ms]) => [kind, round(ms / households)]));
  }

  /** The most memory each kind held at once. */
  rssMiB(): Record<string, number> {
    return Object.fromEntries(this.memory);
  }

  private look(): void {
    const { user, system } = process.cpuUsage();
    const own: Pick<Reading, 'kind' | 'pid' | 'cpuMs' | 'memoryMiB'>[] = this.stack.readings();
    const readings = [
      ...own,
      {
        kind: 'field-force',
        pid: process.pid,
        cpuMs: (user + system) / 1_000,
        memoryMiB: Math.round(process.memoryUsage.rss() / 1_048_576),
      },
    ];
    for (const { kind, pid, cpuMs } of readings) {
      const known = this.cpu.get(pid);
      // A process that was not there at the beginning has used all it shows since then.
      if (known) known.last = Math.max(known.last, cpuMs);
      else this.cpu.set(pid, { kind, first: this.timer ? 0 : cpuMs, last: cpuMs });
    }
    const held: Record<string, number> = {};
    for (const { kind, memoryMiB } of readings) held[kind] = (held[kind] ?? 0) + memoryMiB;
    for (const [kind, memory] of Object.entries(held))
      this.memory.set(kind, Math.max(this.memory.get(kind) ?? 0, memory));
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
