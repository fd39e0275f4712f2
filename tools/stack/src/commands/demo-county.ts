import type { Say } from '../run/progress';
import type { Stack } from '../stack';

/** A person of the demo county who may sign in. */
export interface DemoSignIn {
  role: string;
  login: string;
  password: string;
}

/** What stands in a stack after seeding. */
export interface DemoCounty {
  signIns: DemoSignIn[];
  /** Ends the live campaign, if one is moving; resolves when its last request is answered. */
  stop(): Promise<void>;
}

/**
 * Loads the demo county through the gateway, or recognises the one that an earlier start left. `tools/county` provides
 * it; `live` says whether a campaign is kept moving afterwards.
 */
export type SeedDemo = (stack: Stack, options: { live: boolean; say: Say }) => Promise<DemoCounty>;
