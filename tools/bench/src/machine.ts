import { cpus, loadavg, totalmem } from 'node:os';

/** Where something was measured; a figure without it says nothing. */
export interface Machine {
  cores: number;
  processor: string;
  memoryMiB: number;
  node: string;
  system: string;
  /** Processes that wanted a core in the minute before: above nothing, others were at work too. */
  loadBefore: number;
}

export function thisMachine(): Machine {
  const processors = cpus();
  return {
    cores: processors.length,
    processor: processors[0]?.model.trim() ?? 'unknown',
    memoryMiB: Math.round(totalmem() / 1_048_576),
    node: process.versions.node,
    system: `${process.platform} ${process.arch}`,
    loadBefore: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  };
}
