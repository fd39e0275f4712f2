import type { Session } from '@jingzhun/county';
import { randomUUID } from 'node:crypto';
import { arrival, doStage, householdsAt, subjectsAt } from '../testing/case-steps';
import { groups, villages } from '../testing/three-villages';
import type { ThreeVillages } from '../testing/three-villages-stack';
import { until } from '../testing/until';

interface Objection {
  id: string;
  version: number;
}

const refusal = `__typename ... on Refusal { code message }`;
const publicDays = 7;

/** In the third village one household is objected to; everything that closes is closed by the real timers. */
export function objections(world: () => ThreeVillages, dayMilliseconds: number): void {
  describe('an objection', () => {
    const [, , village] = villages;
    const group = groups[2]!;
    const people = () => world().of(2);
    const officer = () => world().as('officer');
    let held: string;
    let objection: Objection;
    let received: number;
    let posted: number;

    /** The group's households up to the notice. */
    beforeAll(async () => {
      for (const stage of ['visit', 'scoring']) await doStage(people(), village, stage);
      for (const stage of ['group-review', 'publicity']) {
        await arrival(people(), village, stage);
        await doStage(people(), village, stage);
      }
    }, 60_000);

    it('holds the publicity of its household alone: its neighbours are closed on time', async () => {
      const [first, ...neighbours] = await householdsAt(people().worker, group, 'publicity');
      held = first!.id;
      objection = await people().groupSecretary.perform<Objection & { __typename: string }>(
        `mutation ($input: RecordObjectionInput!) { answer: recordObjection(input: $input) { ${refusal} ... on Objection { id version } } }`,
        { kind: 'report', channel: 'paper', householdId: held, statement: '该户有车。' },
      );
      const { closesAt, postedAt } = await publicityOf(people().groupSecretary, group);
      posted = Date.parse(postedAt);
      received = Date.parse((await shown(officer(), objection.id)).receivedAt);
      expect(received).toBeLessThan(Date.parse(closesAt));
      await until('the neighbours before the village', async () => {
        const gone = await householdsAt(people().worker, group, 'village-review');
        return gone.length === neighbours.length || undefined;
      });
      expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(closesAt));
      expect(await householdsAt(people().worker, group, 'publicity')).toMatchObject([{ id: held }]);
    }, 90_000);

    it('does not keep the village from its review', async () => {
      await arrival(people(), village, 'village-review');
      await doStage(people(), village, 'village-review');
      expect(await householdsAt(people().worker, group, 'entry')).toHaveLength(2);
    }, 60_000);

    it('has a deadline in every state, on the board like any other', async () => {
      const clock = await until('the breach of an objection that nobody registers', async () => {
        const { clocks } = await officer().ask<{
          clocks: { stage: string; state: string; objection: { id: string } }[];
        }>(`query ($id: ID!) { clocks(subjectId: $id) { stage state objection { id } } }`, { id: objection.id });
        return clocks.find(({ state }) => state === 'breached');
      });
      expect(clock).toMatchObject({ stage: 'objection-received', objection: { id: objection.id } });
    }, 60_000);

    it('is checked by another team, and decided; then the publicity goes on and closes by itself, not a day too early', async () => {
      const checker = world().as('worker-0');
      const { me } = await checker.ask<{ me: { person: { id: string }; teams: { number: string }[] } }>(
        `{ me { person { id } teams { number } } }`,
      );
      const registered = await step('registerObjection', 'ObjectionStepInput', objection);
      const assigned = await step('assignRecheck', 'AssignRecheckInput', registered, {
        team: me.teams[0]!.number,
        persons: [me.person.id],
      });
      await checker.perform(
        `mutation ($input: RecordRecheckInput!) { answer: recordRecheck(input: $input) { ${refusal} } }`,
        { objectionId: assigned.id, version: assigned.version, finding: '车是邻居的。' },
      );
      const rechecked = { ...assigned, version: assigned.version + 1 };
      await step('decideObjection', 'DecideObjectionInput', rechecked, { decision: 'unchanged', reason: '属实。' });
      const decided = Date.parse((await shown(officer(), objection.id)).outcome!.at);
      const remaining = publicDays * dayMilliseconds - (received - posted);
      const closed = await until('the end of the publicity that was held', async () => {
        const { household } = await officer().ask<{
          household: { history: { stage: string; completedAt: string }[] };
        }>(`query ($id: ID!) { household(id: $id) { history { stage completedAt } } }`, { id: held });
        return household.history.find(({ stage }) => stage === 'publicity');
      });
      expect(Date.parse(closed.completedAt)).toBeGreaterThanOrEqual(decided + remaining);
      const [later] = await arrival(people(), village, 'village-review');
      expect(later).toBeDefined();
      await doStage(people(), village, 'village-review');
      expect(await householdsAt(people().worker, group, 'entry')).toHaveLength(3);
    }, 120_000);

    it('by a code that hangs nowhere any more is refused to somebody who never signed in', async () => {
      const { objectionCode } = await publicityOf(people().groupSecretary, group);
      const input = { key: randomUUID(), code: objectionCode, kind: 'missed', statement: '还有一户。' };
      const { objectByCode } = await world().gateway.ask<{ objectByCode: { code?: string } }>({
        query: `mutation ($input: ObjectByCodeInput!) { objectByCode(input: $input) { ... on ObjectionReceived { receipt } ... on Refusal { code } } }`,
        variables: { input },
      });
      expect(objectByCode).toEqual({ code: 'NOT_FOUND' });
      expect(await subjectsAt(people(), village, 'publicity')).toEqual([]);
    });

    const step = (name: string, type: string, { id, version }: Objection, more: object = {}) =>
      officer().perform<Objection & { __typename: string }>(
        `mutation ($input: ${type}!) { answer: ${name}(input: $input) { ${refusal} ... on Objection { id version } } }`,
        { objectionId: id, version, ...more },
      );
  });
}

async function shown(person: Session, id: string): Promise<{ receivedAt: string; outcome: { at: string } | null }> {
  const { objection } = await person.ask<{ objection: { receivedAt: string; outcome: { at: string } | null } }>(
    `query ($id: ID!) { objection(id: $id) { receivedAt outcome { at } } }`,
    { id },
  );
  return objection;
}

async function publicityOf(
  person: Session,
  areaCode: string,
): Promise<{ closesAt: string; postedAt: string; objectionCode: string }> {
  const { sittings } = await person.ask<{
    sittings: { nodes: { publicity: { closesAt: string; postedAt: string; objectionCode: string } }[] };
  }>(
    `query ($filter: SittingFilter) {
       sittings(filter: $filter, first: 1) { nodes { publicity { postedAt closesAt objectionCode } } }
     }`,
    { filter: { areaCode, kind: 'group' } },
  );
  return sittings.nodes[0]!.publicity;
}
