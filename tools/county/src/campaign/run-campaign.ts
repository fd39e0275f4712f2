import { setMaxListeners } from 'node:events';
import type { Stack } from '@jingzhun/stack';
import { Administrator, formOf } from '../force/administrator';
import { Force } from '../force/force';
import { lookUntil, type Look } from '../force/look-until';
import { Roster } from '../force/roster';
import { signEverybodyIn } from '../force/sign-everybody-in';
import { Tally } from '../force/tally';
import { GatewayClient } from '../gateway/gateway-client';
import type { Patience } from '../gateway/patience';
import { Session, type Credentials } from '../gateway/session';
import type { County } from '../generator/generate-county';
import { differences } from './differences';
import { hasDrained, readEventFlow } from './event-flow';
import { gatherEvidence } from './evidence';
import { runningWorkflows } from './histories';
import { resultOf, type CampaignResult } from './result';
import { Stopwatch } from './stopwatch';
import { Usage } from './usage';

export interface CampaignRun {
  stack: Pick<Stack, 'apps' | 'servers' | 'readings'>;
  county: County;
  seed: string;
  administrator: Credentials;
  dayMilliseconds?: number;
  /** Field teams out at the same time; a team is two or three people. */
  teamsAtOnce?: number;
  /** How long people go on trying while something is broken. */
  patienceMilliseconds?: number;
  /** The clock of the run; give one that already holds the phases before. */
  stopwatch?: Stopwatch;
  /** Told of every beginning phase. */
  onPhase?: (phase: string) => void;
  /** What the force has done; read it at will, for a progress line or to know when to break something. */
  tally?: Tally;
}

/**
 * A day of the compressed calendar: twenty of them must hold all visits, seven of them are the publicity. Below three
 * seconds the deadlines of a small county would pass before anybody could act.
 */
export function dayFor(households: number): number {
  return Math.max(3_000, Math.round(households * 2.5));
}

/**
 * How long people wait for what follows by itself. The teams go out faster than the clocks of a whole county are kept on one
 * small machine, so its sittings open minutes late.
 */
export function patienceFor(households: number): number {
  return 300_000 + households * 40;
}

/** A whole campaign through the gateway: import, sign-in, every stage of every household, and the figures compared. */
export function runCampaign(run: CampaignRun): Promise<CampaignResult> {
  return new Campaign(run).run();
}

class Campaign {
  private readonly tally: Tally;
  private readonly stopwatch: Stopwatch;
  private readonly usage: Usage;
  private readonly stop = new AbortController();
  private readonly gateway: GatewayClient;
  private readonly administrator: Administrator;
  private readonly roster: Roster;
  private readonly leader: Session;
  private readonly dayMilliseconds: number;
  private readonly patienceMilliseconds: number;

  constructor(private readonly options: CampaignRun) {
    const { stack, county, seed } = options;
    this.patienceMilliseconds = options.patienceMilliseconds ?? patienceFor(county.expectation.households);
    this.tally = options.tally ?? new Tally();
    this.stopwatch = options.stopwatch ?? new Stopwatch();
    this.usage = new Usage(stack);
    // Everybody who waits for something listens; a county is many people.
    setMaxListeners(0, this.stop.signal);
    this.dayMilliseconds = options.dayMilliseconds ?? dayFor(county.expectation.households);
    this.gateway = new GatewayClient(stack.apps.gateway, 64);
    const patience: Patience = {
      milliseconds: this.patienceMilliseconds,
      signal: this.stop.signal,
      onFault: () => (this.tally.retries += 1),
    };
    this.administrator = new Administrator(new Session(this.gateway, patience, { ...options.administrator }));
    this.roster = new Roster(county, seed, this.gateway, patience);
    this.leader = this.roster.holder('countyLeader', county.areas.code);
  }

  async run(): Promise<CampaignResult> {
    const { county, stack, seed } = this.options;
    const { households } = county.expectation;
    try {
      await this.phase('import', () => this.bringIn());
      await this.phase('sign-in', () => this.signIn());
      this.usage.start();
      await this.phase('campaign', () => this.moveHouseholds());
      const unsettled = await this.phase('settling', () => this.settle(60_000 + households * 40));
      this.usage.stop();
      const evidence = await this.phase('figures', () => gatherEvidence(stack, this.leader, county.areas.code));
      return resultOf(evidence, {
        problems: [...unsettled, ...differences(county.expectation, evidence)],
        households,
        seed,
        dayMilliseconds: this.dayMilliseconds,
        wallSeconds: this.stopwatch.seconds,
        usage: this.usage,
        errors: this.tally.retries,
      });
    } finally {
      this.usage.stop();
      this.gateway.close();
    }
  }

  private phase<T>(name: string, work: () => Promise<T>): Promise<T> {
    this.options.onPhase?.(name);
    return this.stopwatch.time(name, work);
  }

  private async bringIn(): Promise<void> {
    const { county } = this.options;
    await this.administrator.importStaff(county.staffFile, () => undefined);
    await this.administrator.importCounty(county.countyFile, (lines) => (this.tally.linesRead = lines));
  }

  private async signIn(): Promise<void> {
    await signEverybodyIn(this.roster, this.tally, 8);
    await this.leader.enter();
  }

  private async moveHouseholds(): Promise<void> {
    const { county, seed, teamsAtOnce = 4 } = this.options;
    const { dayMilliseconds, patienceMilliseconds, roster, tally, stop } = this;
    const form = formOf(await this.administrator.openCampaign(dayMilliseconds));
    await this.everyCaseUnderWay();
    for (const { open } of county.matchFiles()) await this.administrator.importMatchFile(open);
    await new Force({ county, roster, form, seed, tally, teamsAtOnce, patienceMilliseconds, stop }).run();
  }

  /** In life days lie between the opening and the first visit; on a compressed calendar the cases are still being started. */
  private async everyCaseUnderWay(): Promise<void> {
    const { stack, county } = this.options;
    const look = {
      what: 'start of every case',
      within: 120_000 + county.expectation.households * 40,
      signal: this.stop.signal,
    };
    await lookUntil(look, async () => ((await readEventFlow(stack.apps)).outboxPending === 0 ? true : undefined));
  }

  /** Waits until everything that was set going has come to rest; answers what did not. */
  private async settle(within: number): Promise<string[]> {
    const { apps, servers } = this.options.stack;
    const temporal = { address: servers.temporal, namespace: servers.temporalNamespace };
    return [
      ...(await missing(
        { what: 'end of every workflow', within },
        async () => (await runningWorkflows(temporal)) === 0,
      )),
      ...(await missing({ what: 'empty outboxes, and consumers that have taken all', within }, async () =>
        hasDrained(await readEventFlow(apps)),
      )),
    ];
  }
}

/** What is not reached in time, and what stood in the way. A service that is just being started again is asked again. */
async function missing(look: Look, reached: () => Promise<boolean>): Promise<string[]> {
  let fault = '';
  try {
    await lookUntil(look, async () => {
      try {
        fault = '';
        return (await reached()) ? true : undefined;
      } catch (error) {
        fault = `: ${wordsOf(error)}`;
        return undefined;
      }
    });
    return [];
  } catch (error) {
    return [`${wordsOf(error)}${fault}`];
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
