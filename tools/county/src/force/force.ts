import { setTimeout as pause } from 'node:timers/promises';
import type { Group, Village } from '../generator/areas';
import type { County } from '../generator/generate-county';
import { correctsMistake } from '../generator/household-story';
import { holdsBack, objectionsIn } from '../generator/objections';
import { EntryClerk } from './entry-clerk';
import { FieldWorker, type AssignedHousehold } from './field-worker';
import { GroupSecretary } from './group-secretary';
import { Lane } from './lane';
import { Objectors } from './objectors';
import type { Sitting } from './open-sitting';
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
  private readonly places = new Map<string, { group: Group; village: Village }>();
  private readonly groupsLeft: Map<string, number>;
  /** Of the teams, by the group that was theirs. */
  private readonly leaders = new Map<string, FieldWorker>();
  /** Households that an objection had scored again, by their numbers. */
  private readonly corrected = new Set<string>();
  /** By village: decisions that are made when it has reviewed everybody else. */
  private readonly undecided = new Map<string, (() => Promise<void>)[]>();
  private readonly field: Lane;

  constructor(private readonly options: ForceOptions) {
    const villages = options.county.areas.townships.flatMap((township) => township.villages);
    for (const village of villages) for (const group of village.groups) this.places.set(group.code, { group, village });
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
    const { village } = this.placeOf(groupCode);
    const left = (this.groupsLeft.get(village.code) ?? 0) - 1;
    this.groupsLeft.set(village.code, left);
    if (left === 0) await this.afterPublicity(village);
  }

  /** Round after round, until neither meeting nor objection has sent anybody back; then waits until all its notices have hung. */
  private async reviewAndPublish(groupCode: string): Promise<void> {
    const { roster, seed, stop } = this.options;
    const secretary = new GroupSecretary(roster.holder('groupSecretary', groupCode), groupCode, seed);
    let closesAt = 0;
    do {
      const sitting = await secretary.review(this.look);
      if (sitting.state !== 'held') continue;
      closesAt = Math.max(closesAt, (await secretary.post(sitting)).getTime());
      await this.hearObjections(groupCode, sitting);
    } while (await this.assessAgain(groupCode));
    await pause(Math.max(0, closesAt - Date.now()), undefined, { signal: stop.signal });
  }

  /** Everybody who objects to the notice is heard. Those that change something are decided before one household is scored again. */
  private async hearObjections(groupCode: string, { id: sittingId, round }: Sitting): Promise<void> {
    const { roster, seed, tally } = this.options;
    const { group, village } = this.placeOf(groupCode);
    const planned = objectionsIn(group, seed).filter((objection) => objection.round === round);
    if (planned.length === 0) return;
    const objectors = new Objectors({
      ...{ groupCode, sittingId },
      secretary: roster.holder('groupSecretary', groupCode),
      officer: roster.holder('townshipOfficer', groupCode.slice(0, 9)),
      checker: roster.checkerOf(groupCode) ?? roster.holder('villageSecretary', village.code),
      askUnsigned: roster.askUnsigned,
    });
    const households = (await this.leaders.get(groupCode)?.householdsOf(groupCode)) ?? [];
    for (const objection of planned) {
      const checked = await objectors.object(
        objection,
        households.find(({ number }) => number === objection.number)?.id,
      );
      const decide = () => objectors.decide(objection, checked);
      tally.objections += 1;
      if (holdsBack(objection)) {
        this.undecided.set(village.code, [...(this.undecided.get(village.code) ?? []), decide]);
        continue;
      }
      await decide();
      if (objection.decision === 'scoreChanged') this.corrected.add(objection.number);
    }
  }

  private async afterPublicity(village: Village): Promise<void> {
    const { roster, seed, tally, county } = this.options;
    const { code, groups } = village;
    const secretary = new VillageSecretary(roster.holder('villageSecretary', code), code, seed);
    // Clerks of one township share its villages, so that two never enter the same sheet.
    const clerk = new EntryClerk(roster.holder('entryClerk', code.slice(0, 9), Number(code.slice(9))));
    const auditor = roster.holder('supervisor', county.areas.code);
    const enter = async () => {
      await this.officerOf(code).settleVetoes(code, auditor);
      await clerk.enterAll(code, (count) => (tally.entered += count));
    };
    const held = this.undecided.get(code) ?? [];
    let again = held.length < groups.reduce((sum, { households }) => sum + households, 0);
    while (again) {
      await secretary.review(this.look);
      await enter();
      const back = await filtered(groups, (group) => this.assessAgain(group.code));
      await Promise.all(back.map((group) => this.reviewAndPublish(group.code)));
      again = back.length > 0;
    }
    if (held.length > 0) {
      // Nobody else is on the way any more and no notice hangs: whatever the clocks do, each of them comes before the village alone.
      await secretary.untilNoNoticeHangs(this.look);
      for (const decide of held) await decide();
      await secretary.reviewRest(this.look);
      await enter();
    }
    tally.villageReviews += 1;
  }

  /** Scores again what a meeting or an objection sent back, and says whether there was anything. */
  private async assessAgain(groupCode: string): Promise<boolean> {
    const worker = this.leaders.get(groupCode);
    for (let any = false; ; any = true) {
      const household = await worker?.nextAt('scoring', groupCode);
      if (!worker || !household) return any;
      await worker.score(household, this.corrected.has(household.number));
    }
  }

  private officerOf(areaCode: string): TownshipOfficer {
    const { roster, seed } = this.options;
    return new TownshipOfficer(roster.holder('townshipOfficer', areaCode.slice(0, 9)), seed);
  }

  private placeOf(groupCode: string): { group: Group; village: Village } {
    const place = this.places.get(groupCode);
    if (!place) throw new Error(`the county has no group ${groupCode}`);
    return place;
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
