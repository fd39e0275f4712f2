import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { seeMeeting } from '../testing/meeting-steps';
import { askFor, decideOn, registerOf } from '../testing/register';
import { openCampaign, runningService, type Person, type RunningService } from '../testing/running-service';
import { groupCode, townshipCode } from '../testing/small-county';
import {
  assess,
  dayBefore,
  householdsOf,
  inMeeting,
  recordScoreSheet,
  recordVisit,
  sittingsOf,
  today,
} from '../testing/steps';

const seed = 20_151_016;
const villages = 20;
const groupsPerVillage = 10;
const writers = 10;
const groupsAtOnce = 4;

/** What a group's ten people write at one instant, on the version all of them have before them. */
type Contest = 'sheet' | 'meeting' | 'decision';

interface Outcome {
  accepted: number;
  conflicts: number;
  /** The codes with which the others were refused. */
  codes: string[];
}

/** R16 of the reliability plan, on a sample of a county's groups. */
describe(`ten writers in each of two hundred groups (seed ${seed})`, () => {
  let service: RunningService;
  let looking: Client;
  beforeAll(async () => {
    service = await runningService();
    const village = Array.from({ length: groupsPerVillage }, () => 1);
    await openCampaign(service, { villages: Array.from({ length: villages }, () => village) });
    looking = new Client({ connectionString: service.database.adminUrl });
    await looking.connect();
  }, 60_000);
  afterAll(async () => {
    await looking.end();
    await service.close();
  });

  const groups = Array.from({ length: villages * groupsPerVillage }, (_, index) =>
    groupCode(Math.floor(index / groupsPerVillage), index % groupsPerVillage),
  );
  const contests = fc.sample(fc.constantFrom<Contest>('sheet', 'meeting', 'decision'), {
    seed,
    numRuns: groups.length,
  });
  const worker = (group: string, name = 'worker') => service.as('fieldWorker', [group], name);
  const secretary = (group: string, name: number) => service.as('groupSecretary', [group], `secretary ${name}`);
  const officer = (name: number) => service.as('townshipOfficer', [townshipCode], `officer ${name}`);
  const count = async (sql: string, values: unknown[]) =>
    ((await looking.query(sql, values)).rows[0] as { n: number }).n;

  /** All ten at once; the one who was accepted, and what the nine were told. */
  async function race<Answer extends { code?: string }>(write: (writer: number) => Promise<Answer>) {
    const answers = await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
    const accepted = answers.flatMap(({ code }, writer) => (code === undefined ? [writer] : []));
    const codes = answers.flatMap(({ code }) => code ?? []);
    return { winner: accepted[0]!, outcome: { accepted: accepted.length, conflicts: codes.length, codes } };
  }

  /** Ten people send in the sheet of one household. */
  async function sheet(group: string): Promise<Outcome> {
    const [household] = await householdsOf(worker(group), group);
    const visited = await recordVisit(worker(group), household!);
    const { outcome } = await race((writer) => recordScoreSheet(worker(group, `worker ${writer}`), visited));
    const [after] = await householdsOf(worker(group), group);
    expect(after).toMatchObject({ version: visited.version + 1, stage: 'group-review' });
    expect(await count(`SELECT count(*)::int AS n FROM score_sheet WHERE household_id = $1`, [visited.id])).toBe(1);
    const completed = `SELECT count(*)::int AS n FROM stage_history WHERE household_id = $1 AND stage = 'scoring'`;
    expect(await count(completed, [visited.id])).toBe(1);
    return outcome;
  }

  /** Ten people convene one meeting, each to another place; then each writes down who came, until it is written. */
  async function meeting(group: string): Promise<Outcome> {
    await assess(worker(group), group);
    const [sitting] = await sittingsOf(secretary(group, 0), {});
    const { winner, outcome } = await race((writer) =>
      inMeeting(secretary(group, writer), 'conveneMeeting', sitting!, {
        on: today(),
        noticeOn: dayBefore(today()),
        place: `Place ${writer}`,
      }),
    );
    const guests = Array.from({ length: writers }, () => randomUUID());
    await Promise.all(guests.map((guest, writer) => writeUntilAccepted(secretary(group, writer), sitting!.id, guest)));
    const { version, facts } = await seeMeeting(secretary(group, 0), sitting!.id);
    expect(version).toBe(sitting!.version + 1 + writers);
    const said = (kind: string) => facts.filter((fact) => fact.kind === kind).map(({ content }) => content);
    expect(said('convened')).toEqual([expect.objectContaining({ place: `Place ${winner}` })]);
    expect(
      said('attended')
        .map(({ personId }) => personId)
        .sort(),
    ).toEqual([...guests].sort());
    return outcome;
  }

  /** Whoever is told that his copy is old reads again and writes again. */
  async function writeUntilAccepted(person: Person, id: string, guest: string): Promise<void> {
    for (;;) {
      const { version } = await seeMeeting(person, id, 'version');
      const answer = await inMeeting(person, 'recordAttendance', { id, version }, { persons: [guest] });
      if (!answer.code) return;
      expect(answer.code).toBe('STALE_VERSION');
    }
  }

  /** Ten officers decide one change request, each with a note of his own. */
  async function decision(group: string): Promise<Outcome> {
    const [household] = await registerOf(worker(group), group);
    const [, member] = household!.members;
    const asked = await askFor(worker(group), 'MemberRemoved', {
      householdId: household!.id,
      memberId: member!.id,
      cause: 'death',
    });
    const { winner, outcome } = await race((writer) =>
      decideOn(officer(writer), asked, { approve: false, note: `Note ${writer}` }),
    );
    const { rows } = await looking.query(`SELECT state, note, version FROM change_request WHERE id = $1`, [asked.id]);
    expect(rows).toEqual([{ state: 'declined', note: `Note ${winner}`, version: asked.version + 1 }]);
    return outcome;
  }

  it('lose no update: one writer of each version is accepted, and each of the others is told of the conflict', async () => {
    const contest = { sheet, meeting, decision };
    const outcomes = new Map<string, Outcome>();
    const waiting = groups.map((group, index) => ({ group, run: contest[contests[index]!] }));
    const next = async (): Promise<void> => {
      for (let one = waiting.pop(); one; one = waiting.pop()) outcomes.set(one.group, await one.run(one.group));
    };
    await Promise.all(Array.from({ length: groupsAtOnce }, next));
    const all = [...outcomes.values()];
    expect(all).toHaveLength(groups.length);
    expect(all.filter(({ accepted, conflicts }) => accepted !== 1 || conflicts !== writers - 1)).toEqual([]);
    const codes = [...new Set(all.flatMap((outcome) => outcome.codes))].sort();
    expect(codes).toEqual(['CHANGE_REQUEST_DECIDED', 'NOT_AT_STAGE', 'STALE_VERSION']);
  }, 180_000);
});
