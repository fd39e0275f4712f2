import { cpus, totalmem } from 'node:os';

/** Where something was measured; a figure without it says nothing. */
export interface Machine {
  cores: number;
  processor: string;
  memoryMiB: number;
  node: string;
  system: string;
}

export function thisMachine(): Machine {
  const processors = cpus();
  return {
    cores: processors.length,
    processor: processors[0]?.model.trim() ?? 'unknown',
    memoryMiB: Math.round(totalmem() / 1_048_576),
    node: process.versions.node,
    system: `${process.platform} ${process.arch}`,
  };
}
