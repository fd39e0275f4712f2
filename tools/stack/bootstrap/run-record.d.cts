import type { ProcessIdentity, RecordedProcess } from './processes.cjs';

export interface RunRecord {
  /** Tells this run from any other in the same folder. */
  run: string;
  supervisor: ProcessIdentity;
  processes: RecordedProcess[];
  /** Removed when the run ends, however it ends. Empty for a run that keeps its data. */
  temporaryFolders: string[];
  /** What the run answers at, by name; empty until it is up. */
  addresses: Record<string, string>;
}

export function recordFile(folder: string): string;
export function readRecord(folder: string): RunRecord | undefined;
export function writeRecord(folder: string, record: RunRecord): void;
export function liveRecord(folder: string): RunRecord | undefined;
export function cleanUp(folder: string, run?: string): Promise<void>;
