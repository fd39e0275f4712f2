import { readFileSync } from 'node:fs';

/** The most memory the process has held since it was started, in MiB; 0 where the system has no /proc. */
export function peakMemoryMiB(pid: number): number {
  try {
    const kibibytes = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Math.round(Number(kibibytes) / 1_024);
  } catch {
    return 0;
  }
}

/** The processes that this one has started and that still run. */
export function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}
