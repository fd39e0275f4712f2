export interface ProcessIdentity {
  pid: number;
  startTime: string;
}

export interface RecordedProcess extends ProcessIdentity {
  kind: string;
  /** Dependents have the higher tier and are ended first. */
  tier: number;
  stopSignal: NodeJS.Signals;
}

export function startTimeOf(pid: number): string | undefined;
export function isAlive(process: ProcessIdentity): boolean;
export function endAll(processes: RecordedProcess[], graceMilliseconds?: number): Promise<void>;
