import { setTimeout as pause } from 'node:timers/promises';
import type { County } from '../generator/generate-county';
import { EntryClerk } from './entry-clerk';
import { FieldWorker } from './field-worker';
import { GroupSecretary } from './group-secretary';
import { objectionsIn } from '../generator/objections';
import { Lane } from './lane';
import { Objectors } from './objectors';
import type { FieldTeam, Roster } from './roster';
import type { Form } from './score-sheet';
import type { Tally } from './tally';
import { VillageSecretary } from './village-secretary';

export interface ForceOptions {
  county: County;
  roster: Roster;
  form: Form;
  seed: string;
  tally: Tally;
  /** Field teams out at the same time; secretaries and clerks act whenever something waits for them. */
  teamsAtOnce: number;
  /** How long a secretary waits for a sitting to open, beyond the time the law gives the notice. */
  patienceMilliseconds: number;
  /** Aborted by the first person who cannot go on, so that nobody waits for what will not come. */
  stop: AbortController;
}

/** Who works when: the teams go out one after the other, and everything that follows begins as soon as it can. */
export class Force {
  private readonly following: Promise<void>[] = [];
  private readonly groupsLeft: Map<string, number>;
  private readonly field: Lane;

  constructor(private readonly options: ForceOptions) {
    const villages = options.county.areas.townships.flatMap((township) => township.villages);
    this.groupsLeft = new Map(villages.map((village) => [village.code, village.groups.length]));
    this.field = new Lane(options.teamsAtOnce);
  }

  /** From the first visit to the last entry. */
  async run(): Promise<void> {
    const { roster, stop } = this.options;
    await Promise.all(roster.fieldTeams().map((team) => this.follow(this.field.through(() => this.fieldWork(team)))));
    await Promise.all(this.following);
    stop.signal.throwIfAborted();
  }

  /** A team takes its groups one after the other; its members share out the households of a group. */
  private async fieldWork({ groups, workers }: FieldTeam): Promise<void> {
    const { roster, form, seed, tally } = this.options;
    const team = workers.map((login) => new FieldWorker(roster.session(login), form, seed));
    const [leader] = team;
    if (!leader) throw new Error(`the team of ${groups.join(', ')} has no worker`);
    for (const group of groups) {
      const households = await leader.householdsOf(group);
      await Promise.all(
        team.map(async (worker, turn) => {
          for (const household of households.filter((_, index) => index % team.length === turn)) {
            await worker.assess(household);
            tally.visited += 1;
            tally.scored += 1;
          }
        }),
      );
      this.following.push(this.follow(this.afterScoring(group, leader, workers)));
    }
  }

  private async afterScoring(groupCode: string, worker: FieldWorker, team: readonly string[]): Promise<void> {
    const { roster, stop } = this.options;
    const secretary = new GroupSecretary(roster.holder('groupSecretary', groupCode), groupCode);
    const first = await this.publish(secretary);
    const changed = await this.settleObjections(groupCode, first.sittingId, worker, team);
    // What is assessed again is reviewed and public again, beside what still hangs.
    const closings = changed ? [first, await this.publish(secretary)] : [first];
    const last = Math.max(...closings.map(({ closesAt }) => closesAt.getTime()));
    await pause(Math.max(0, last - Date.now()), undefined, { signal: stop.signal });
    const villageCode = groupCode.slice(0, 12);
    const left = (this.groupsLeft.get(villageCode) ?? 0) - 1;
    this.groupsLeft.set(villageCode, left);
    if (left === 0) await this.afterPublicity(villageCode);
  }

  private async publish(secretary: GroupSecretary): Promise<{ sittingId: string; closesAt: Date }> {
    const { tally } = this.options;
    const sitting = await secretary.review(this.look);
    tally.groupReviews += 1;
    const closesAt = await secretary.post(sitting);
    tally.notices += 1;
    return { sittingId: sitting.id, closesAt };
  }

  /** Everybody who objects is heard, and all are decided before one household is scored again; answers whether any is. */
  private async settleObjections(
    groupCode: string,
    sittingId: string,
    worker: FieldWorker,
    team: readonly string[],
  ): Promise<boolean> {
    const { county, roster, seed, tally } = this.options;
    const villages = county.areas.townships.flatMap((township) => township.villages);
    const group = villages.flatMap(({ groups }) => groups).find(({ code }) => code === groupCode);
    const planned = group ? objectionsIn(group, seed) : [];
    if (planned.length === 0) return false;
    const objectors = new Objectors({
      ...{ groupCode, sittingId },
      secretary: roster.holder('groupSecretary', groupCode),
      officer: roster.holder('townshipOfficer', groupCode.slice(0, 9)),
      checker: roster.checkerBeside(team) ?? roster.holder('villageSecretary', groupCode.slice(0, 12)),
      askUnsigned: roster.askUnsigned,
    });
    const households = await worker.householdsOf(groupCode);
    const householdOf = (number: string) => households.find((household) => household.number === number);
    for (const objection of planned) {
      await objectors.settle(objection, householdOf(objection.number)?.id);
      tally.objections += 1;
    }
    const changed = new Set(planned.filter(({ decision }) => decision === 'scoreChanged').map(({ number }) => number));
    const again = await worker.householdsOf(groupCode);
    for (const household of again.filter(({ number }) => changed.has(number))) await worker.score(household);
    return changed.size > 0;
  }

  private async afterPublicity(villageCode: string): Promise<void> {
    const { roster, seed, tally } = this.options;
    const secretary = new VillageSecretary(roster.holder('villageSecretary', villageCode), villageCode);
    await secretary.reviewAll(this.look, () => (tally.villageReviews += 1));
    // Clerks of one township share its villages, so that two never enter the same sheet.
    const clerk = roster.holder('entryClerk', villageCode.slice(0, 9), Number(villageCode.slice(9)));
    await new EntryClerk(clerk, seed).enterAll(villageCode, (count) => (tally.entered += count));
  }

  private get look() {
    return { within: this.options.patienceMilliseconds, signal: this.options.stop.signal };
  }

  /** Lets work go on by itself; its failure stops everybody. */
  private follow(work: Promise<void>): Promise<void> {
    return work.catch((error: unknown) => this.options.stop.abort(error));
  }
}
