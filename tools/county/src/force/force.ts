import { setTimeout as pause } from 'node:timers/promises';
import type { County } from '../generator/generate-county';
import { correctsMistake } from '../generator/household-story';
import { EntryClerk } from './entry-clerk';
import { FieldWorker, type AssignedHousehold } from './field-worker';
import { GroupSecretary } from './group-secretary';
import { Lane } from './lane';
import type { FieldTeam, Roster } from './roster';
import type { Form } from './score-sheet';
import type { Tally } from './tally';
import { TownshipOfficer } from './township-officer';
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
  /** Of the teams, by the group that was theirs. */
  private readonly leaders = new Map<string, FieldWorker>();
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
    const team = FieldWorker.team(
      workers.map((login) => roster.session(login)),
      form,
      seed,
    );
    const [leader] = team;
    if (!leader) throw new Error(`the team of ${groups.join(', ')} has no worker`);
    for (const group of groups) {
      this.leaders.set(group, leader);
      const officer = this.officerOf(group);
      await officer.settleLeads(group, roster.session(workers[0]!));
      const households = await leader.householdsOf(group);
      const assess = async (worker: FieldWorker, household: AssignedHousehold) => {
        await worker.assess(household);
        tally.visited += 1;
        tally.scored += 1;
      };
      // As long as the last one is not scored, the group's meeting cannot be held.
      const last = households.at(-1);
      await Promise.all(
        team.map(async (worker, turn) => {
          for (const household of households.slice(0, -1).filter((_, index) => index % team.length === turn)) {
            await assess(worker, household);
            if (correctsMistake(seed, household.number, last?.number)) await worker.correctMistake(household);
          }
        }),
      );
      if (last) await assess(leader, last);
      await officer.settleLateVisits(group);
      this.following.push(this.follow(this.afterScoring(group)));
    }
  }

  private async afterScoring(groupCode: string): Promise<void> {
    const { tally } = this.options;
    await this.reviewAndPublish(groupCode);
    tally.groupReviews += 1;
    tally.notices += 1;
    const villageCode = groupCode.slice(0, 12);
    const left = (this.groupsLeft.get(villageCode) ?? 0) - 1;
    this.groupsLeft.set(villageCode, left);
    if (left === 0) await this.afterPublicity(villageCode);
  }

  /** Round after round, until the meeting has sent nobody back; then waits until all its notices have hung. */
  private async reviewAndPublish(groupCode: string): Promise<void> {
    const { roster, seed, stop } = this.options;
    const secretary = new GroupSecretary(roster.holder('groupSecretary', groupCode), groupCode, seed);
    let closesAt = 0;
    do {
      const sitting = await secretary.review(this.look);
      if (sitting.state === 'held') closesAt = Math.max(closesAt, (await secretary.post(sitting)).getTime());
    } while (await this.assessAgain(groupCode));
    await pause(Math.max(0, closesAt - Date.now()), undefined, { signal: stop.signal });
  }

  private async afterPublicity(villageCode: string): Promise<void> {
    const { roster, seed, tally, county } = this.options;
    const secretary = new VillageSecretary(roster.holder('villageSecretary', villageCode), villageCode, seed);
    // Clerks of one township share its villages, so that two never enter the same sheet.
    const clerk = roster.holder('entryClerk', villageCode.slice(0, 9), Number(villageCode.slice(9)));
    const groups = county.areas.townships
      .flatMap((township) => township.villages)
      .filter(({ code }) => code === villageCode)
      .flatMap((village) => village.groups.map(({ code }) => code));
    for (;;) {
      await secretary.review(this.look);
      await this.officerOf(villageCode).settleVetoes(villageCode, roster.holder('supervisor', county.areas.code));
      await new EntryClerk(clerk).enterAll(villageCode, (count) => (tally.entered += count));
      const again = await filtered(groups, (group) => this.assessAgain(group));
      if (again.length === 0) break;
      await Promise.all(again.map((group) => this.reviewAndPublish(group)));
    }
    tally.villageReviews += 1;
  }

  /** Scores again what a meeting sent back, and says whether there was anything. */
  private async assessAgain(groupCode: string): Promise<boolean> {
    const worker = this.leaders.get(groupCode);
    for (let any = false; ; any = true) {
      const household = await worker?.nextAt('scoring', groupCode);
      if (!worker || !household) return any;
      await worker.score(household);
    }
  }

  private officerOf(areaCode: string): TownshipOfficer {
    const { roster, seed } = this.options;
    return new TownshipOfficer(roster.holder('townshipOfficer', areaCode.slice(0, 9)), seed);
  }

  private get look() {
    return { within: this.options.patienceMilliseconds, signal: this.options.stop.signal };
  }

  /** Lets work go on by itself; its failure stops everybody. */
  private follow(work: Promise<void>): Promise<void> {
    return work.catch((error: unknown) => this.options.stop.abort(error));
  }
}

async function filtered<T>(values: readonly T[], holds: (value: T) => Promise<boolean>): Promise<T[]> {
  const kept: T[] = [];
  for (const value of values) if (await holds(value)) kept.push(value);
  return kept;
}
