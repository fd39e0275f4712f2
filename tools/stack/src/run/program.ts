/** The kinds of process a stack consists of; figures are given by kind. */
export const programKinds = [
  'postgres',
  'temporal',
  'kafka',
  'temporal-ui',
  'identification',
  'organization',
  'supervision',
  'identification-worker',
  'gateway',
] as const;

export type ProgramKind = (typeof programKinds)[number];

/** One process of a stack: how it is started, when it is ready, how it is asked to stop. */
export interface Program {
  kind: ProgramKind;
  command: string;
  args: string[];
  environment: Record<string, string>;
  workingFolder?: string;
  /** The system user it runs as when we are root and it refuses to be. */
  user?: { uid: number; gid: number };
  /** Programs of a higher tier need those of a lower one, and are stopped before them. */
  tier: 0 | 1 | 2 | 3;
  stopSignal: NodeJS.Signals;
  readyWithinMs: number;
  /** Done before every start, also before a restart. */
  prepare?: () => Promise<void>;
  isReady: () => Promise<boolean>;
}
