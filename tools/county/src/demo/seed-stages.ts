import { setTimeout as pause } from 'node:timers/promises';
import type { County } from '../generator/generate-county';
import { EntryClerk } from '../force/entry-clerk';
import { FieldWorker } from '../force/field-worker';
import { GroupSecretary } from '../force/group-secretary';
import type { Roster } from '../force/roster';
import type { Form } from '../force/score-sheet';
import { TownshipOfficer } from '../force/township-officer';
import { VillageSecretary } from '../force/village-secretary';
import { demoPlan, type GroupGoal } from './demo-plan';

const look = { within: 120_000 };

/** Brings every group to where the plan wants it, through the people concerned. */
export async function seedStages(county: County, roster: Roster, form: Form, seed: string): Promise<void> {
  const plan = demoPlan(county.areas);
  const teams = roster.fieldTeams();

  const seedGroup = async (groupCode: string, goal: GroupGoal): Promise<void> => {
    const logins = teams.find(({ groups }) => groups.includes(groupCode))?.workers ?? [];
    const sessions = logins.map((login) => roster.session(login));
    const [worker] = FieldWorker.team(sessions, form, seed);
    if (!worker) throw new Error(`no team is assigned to ${groupCode}`);
    await fieldWork(worker, groupCode, goal);
    if (goal === 'untouched' || goal === 'field-work' || goal === 'group-review') return;
    const secretary = new GroupSecretary(roster.holder('groupSecretary', groupCode), groupCode, seed);
    const sitting = await secretary.confirmAll(look);
    if (goal === 'stuck') return;
    const closesAt = await secretary.post(sitting);
    if (goal === 'entry') await pause(Math.max(0, closesAt.getTime() - Date.now()));
  };

  await Promise.all([...plan.goals].map(([groupCode, goal]) => seedGroup(groupCode, goal)));
  let left = plan.entered;
  for (const villageCode of plan.reviewed) {
    await new VillageSecretary(roster.holder('villageSecretary', villageCode), villageCode, seed).confirmAll(look);
    const officer = new TownshipOfficer(roster.holder('townshipOfficer', villageCode.slice(0, 9)), seed);
    await officer.settleVetoes(villageCode, roster.holder('supervisor', county.areas.code));
    const clerk = new EntryClerk(roster.holder('entryClerk', villageCode.slice(0, 9)));
    await clerk.enterAll(villageCode, (count) => (left -= count), left);
  }
}

async function fieldWork(worker: FieldWorker, groupCode: string, goal: GroupGoal): Promise<void> {
  if (goal === 'untouched') return;
  const households = await worker.householdsOf(groupCode);
  if (goal !== 'field-work') {
    for (const household of households) await worker.assess(household);
    return;
  }
  const visited = households.slice(0, Math.ceil(households.length / 2));
  for (const [order, household] of visited.entries()) {
    if (order % 2 === 0) await worker.assess(household);
    else await worker.visit(household);
  }
}
