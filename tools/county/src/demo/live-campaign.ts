import { setTimeout as pause } from 'node:timers/promises';
import type { County } from '../generator/generate-county';
import { random } from '../generator/random';
import { EntryClerk } from '../force/entry-clerk';
import { FieldWorker } from '../force/field-worker';
import { GroupSecretary } from '../force/group-secretary';
import type { Roster } from '../force/roster';
import type { Form } from '../force/score-sheet';
import { TownshipOfficer } from '../force/township-officer';
import { VillageSecretary } from '../force/village-secretary';
import { demoPlan } from './demo-plan';

/** Does what waits to be done, and says whether there was anything. */
type Step = () => Promise<boolean>;

/**
 * A campaign that goes on at a pace people can follow: every few seconds somebody does one thing that waits. What is stuck by
 * plan stays stuck, and village meetings always send some households back to be assessed again.
 */
export class LiveCampaign {
  private readonly steps: Step[];
  private readonly stopping = new AbortController();
  private moving: Promise<void> | undefined;

  constructor(
    private readonly county: County,
    private readonly roster: Roster,
    private readonly form: Form,
    private readonly seed: string,
    private readonly say: (text: string) => void,
  ) {
    const { goals } = demoPlan(county.areas);
    const villages = county.areas.townships.flatMap((township) => township.villages.map(({ code }) => code));
    const groups = [...goals].filter(([, goal]) => goal !== 'stuck').map(([code]) => code);
    this.steps = [
      ...groups.map((code) => () => this.moveGroup(code)),
      ...villages.map((code) => () => this.moveVillage(code)),
    ];
  }

  start(everyMilliseconds: number): void {
    this.moving ??= this.move(everyMilliseconds);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.moving;
  }

  private async move(everyMilliseconds: number): Promise<void> {
    const { signal } = this.stopping;
    for (let turn = 0; !signal.aborted; turn++) {
      try {
        await this.moveOne(turn);
      } catch (error) {
        if (!signal.aborted)
          this.say(`the live campaign met an error: ${error instanceof Error ? error.message : String(error)}`);
      }
      await pause(everyMilliseconds, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Asks around, beginning with another place each time, until somebody had something to do. */
  private async moveOne(turn: number): Promise<void> {
    for (let offset = 0; offset < this.steps.length && !this.stopping.signal.aborted; offset++) {
      if (await this.steps[(turn + offset) % this.steps.length]?.()) return;
    }
  }

  private async moveGroup(groupCode: string): Promise<boolean> {
    const secretary = new GroupSecretary(this.roster.holder('groupSecretary', groupCode), groupCode, this.seed);
    const sitting = await secretary.waiting();
    if (sitting) {
      if (sitting.state === 'open') await secretary.hold(sitting);
      else await secretary.post(sitting);
      return true;
    }
    const logins = this.roster.fieldTeams().find(({ groups }) => groups.includes(groupCode))?.workers ?? [];
    const sessions = logins.map((login) => this.roster.session(login));
    const [worker] = FieldWorker.team(sessions, this.form, this.seed);
    if (!worker) return false;
    const unscored = await worker.nextAt('scoring', groupCode);
    if (unscored) await worker.score(unscored);
    const unvisited = unscored ? undefined : await worker.nextAt('visit', groupCode);
    if (unvisited) await worker.assess(unvisited);
    return Boolean(unscored ?? unvisited);
  }

  private async moveVillage(villageCode: string): Promise<boolean> {
    const secretary = new VillageSecretary(this.roster.holder('villageSecretary', villageCode), villageCode, this.seed);
    const sitting = await secretary.waiting();
    if (sitting) {
      const households = await secretary.laidBefore();
      // Never nobody, so that the demonstration does not come to an end.
      const returned = households.filter(({ number }, index) => index === 0 || this.isDoubted(sitting.id, number));
      await secretary.hold(
        sitting,
        returned.map(({ number }) => number),
      );
      return true;
    }
    let entered = 0;
    const officer = new TownshipOfficer(this.roster.holder('townshipOfficer', villageCode.slice(0, 9)), this.seed);
    await officer.settleVetoes(villageCode, this.roster.holder('supervisor', this.county.areas.code));
    const clerk = new EntryClerk(this.roster.holder('entryClerk', villageCode.slice(0, 9)));
    await clerk.enterAll(villageCode, (count) => (entered += count), 1);
    return entered > 0;
  }

  private isDoubted(sittingId: string, household: string): boolean {
    return random(this.seed, sittingId, household).chance(0.3);
  }
}
