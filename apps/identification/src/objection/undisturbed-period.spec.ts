import fc from 'fast-check';
import { setTimeout as pause } from 'node:timers/promises';
import { object, settle } from '../testing/objection-steps';
import { openCampaign, runningService, type RunningService } from '../testing/running-service';
import { groupCode, townshipCode, villageCode } from '../testing/small-county';
import { assess, holdReview, householdsOf, postNotice, sittingsOf } from '../testing/steps';

/** Seven of these are the legal period. */
const dayMilliseconds = 300;
const period = 7 * dayMilliseconds;
const group = groupCode(0, 0);
const seed = Number(process.env.SPEC_SEED ?? 20_151_128);

/** An objection as it will be made: after the notice was posted, and decided after it was received; in campaign days. */
interface PlannedObjection {
  after: number;
  lasting: number;
}

const planned = fc.record({
  after: fc.double({ min: 0, max: 8, noNaN: true }),
  lasting: fc.double({ min: 0, max: 6, noNaN: true }),
});
const [plan] = fc.sample(fc.array(fc.array(planned, { maxLength: 3 }), { minLength: 10, maxLength: 10 }), {
  seed,
  numRuns: 1,
}) as [PlannedObjection[][]];

/** A time in which an objection held its household, in milliseconds since 1970. */
type Hold = [from: number, to: number];

/** The first instant at which nobody has disturbed the household for its period. Counted by hand, without the rules. */
function earliestEnd(posted: number, holds: readonly Hold[]): number {
  let left = period;
  let at = posted;
  for (const [from, to] of [...holds].sort(([one], [other]) => one - other)) {
    if (to <= at) continue;
    const free = Math.max(0, from - at);
    if (free >= left) break;
    left -= free;
    at = Math.max(at, to);
  }
  return at + left;
}

describe(`the publicity of ten households with random objections (seed ${seed})`, () => {
  let service: RunningService;
  let ids: string[];
  let posted: number;
  /** From when to when the timers knocked once at the sitting and at each household. */
  const rounds: Hold[] = [];
  beforeAll(async () => {
    service = await runningService();
    await openCampaign(service, { villages: [[10]] }, dayMilliseconds);
    const scorer = service.as('fieldWorker', [villageCode(0)], 'scorer');
    await assess(scorer, group);
    const secretary = service.as('groupSecretary', [group], 'secretary');
    const officer = service.as('townshipOfficer', [townshipCode], 'officer');
    const checker = service.as('fieldWorker', [villageCode(1)], 'checker');
    ids = (await householdsOf(scorer, group)).map(({ id }) => id);
    const [sitting] = await sittingsOf(secretary, {});
    const { publicity, code } = await postNotice(secretary, await holdReview(secretary, 'Group', sitting!));
    if (!publicity) throw new Error(code);
    posted = Date.parse(publicity.closesAt!) - period;

    const disturb = async (householdId: string, { after, lasting }: PlannedObjection) => {
      await pause(Math.max(0, posted + after * dayMilliseconds - Date.now()));
      const received = await object(secretary, householdId);
      if (received.code) throw new Error(received.code);
      await pause(lasting * dayMilliseconds);
      const decided = await settle(officer, checker, received, 'unchanged');
      if (decided.code) throw new Error(decided.code);
    };
    // The timers knock at every moment: too early, in time, and again afterwards.
    let settled = false;
    const knock = async () => {
      for (;;) {
        const last = settled;
        const began = Date.now();
        await service.graph.internal('close-publicity', { sittingId: sitting!.id });
        for (const householdId of ids) {
          const { status } = await service.graph.internal('close-household-publicity', { householdId });
          if (status !== 200) throw new Error(`${status}`);
        }
        rounds.push([began, Date.now()]);
        if (last) return;
      }
    };
    const knocking = knock();
    await Promise.all(ids.flatMap((id, place) => plan[place]!.map((objection) => disturb(id, objection))));
    const ends = await Promise.all(ids.map(async (id) => earliestEnd(posted, await holdsOf(id))));
    await pause(Math.max(0, Math.max(...ends) - Date.now()));
    settled = true;
    await knocking;
  }, 120_000);
  afterAll(() => service.close());

  /** From the graph: when objections that hold were received, and when they were decided. */
  const holdsOf = async (householdId: string): Promise<Hold[]> => {
    const { objections } = await service.as('townshipOfficer', [townshipCode], 'officer').ask<{
      objections: { nodes: { effect: string; receivedAt: string; outcome: { at: string } }[] };
    }>(
      `query ($filter: ObjectionFilter) {
         objections(filter: $filter, first: 100) { nodes { effect receivedAt outcome { at } } }
       }`,
      { filter: { householdId } },
    );
    return objections.nodes
      .filter(({ effect }) => effect === 'suspends')
      .map(({ receivedAt, outcome }) => [Date.parse(receivedAt), Date.parse(outcome.at)]);
  };
  const finalised = async (): Promise<Map<string, number>> => {
    const { households } = await service.as('townshipOfficer', [townshipCode], 'officer').ask<{
      households: { nodes: { id: string; history: { stage: string; completedAt: string }[] }[] };
    }>(`{ households(first: 100) { nodes { id history { stage completedAt } } } }`);
    return new Map(
      households.nodes.map(({ id, history }) => {
        const publicity = history.find(({ stage }) => stage === 'publicity');
        return [id, publicity ? Date.parse(publicity.completedAt) : NaN];
      }),
    );
  };

  it('is really disturbed, at some households and not at others', async () => {
    const holds = await Promise.all(ids.map(holdsOf));
    expect(holds.filter((own) => own.length > 0).length).toBeGreaterThan(0);
    expect(holds.filter((own) => own.length === 0).length).toBeGreaterThan(0);
  });

  it('finalises none before its own undisturbed period is over', async () => {
    const ended = await finalised();
    for (const id of ids) {
      const earliest = earliestEnd(posted, await holdsOf(id));
      expect({ id, early: Math.max(0, earliest - ended.get(id)!) }).toEqual({ id, early: 0 });
    }
  });

  it('lets none wait longer than the rule says: the first timers after its period finalise it', async () => {
    const ended = await finalised();
    for (const id of ids) {
      const earliest = earliestEnd(posted, await holdsOf(id));
      const [, answered] = rounds.find(([began]) => began >= earliest)!;
      expect({ id, late: Math.max(0, ended.get(id)! - answered) }).toEqual({ id, late: 0 });
    }
  });

  it('lets none that nobody disturbed wait for one that was', async () => {
    const ended = await finalised();
    const holds = await Promise.all(ids.map(holdsOf));
    const undisturbed = ids.filter((_, place) => holds[place]!.length === 0).map((id) => ended.get(id)!);
    expect(new Set(undisturbed).size).toBe(1);
  });
});
