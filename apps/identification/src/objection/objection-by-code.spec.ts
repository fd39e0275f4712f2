import { randomUUID } from 'node:crypto';
import { group, publicVillage, stored } from '../testing/public-village';
import type { RunningService } from '../testing/running-service';

describe('an objection by the code of a notice', () => {
  let service: RunningService;
  let code: string;
  beforeAll(async () => {
    service = await publicVillage(86_400_000);
    const [row] = await stored<{ objection_code: string }>(
      service,
      `SELECT objection_code FROM publicity WHERE area_code = $1`,
      [group],
    );
    code = row!.objection_code;
  });
  afterAll(() => service.close());

  const byCode = async (change: object = {}) => {
    const input = {
      key: randomUUID(),
      code,
      kind: 'report',
      householdCode: '0002',
      statement: 'He has a car.',
      ...change,
    };
    const { data, errors } = await service.graph.execute<{ objectByCode: { receipt?: string; code?: string } }>(
      undefined,
      `mutation ($input: ObjectByCodeInput!) {
         objectByCode(input: $input) { ... on ObjectionReceived { receipt } ... on Refusal { code } }
       }`,
      { input },
    );
    if (!data) throw new Error(JSON.stringify(errors));
    return data.objectByCode;
  };
  const progressOf = async (receipt: string) => {
    const { data } = await service.graph.execute<{ objectionReceipt: object | null }>(
      undefined,
      `query ($receipt: ID!) { objectionReceipt(receipt: $receipt) { state } }`,
      { receipt },
    );
    return data?.objectionReceipt;
  };

  it('is taken from anybody, without a name, and answered with a receipt', async () => {
    const key = randomUUID();
    const answer = await byCode({ key });
    expect(answer).toEqual({ receipt: expect.stringMatching(/^\w{5}-\w{5}-\w{5}$/) });
    expect(await byCode({ key })).toEqual(answer);
    expect(await progressOf(answer.receipt!.toLowerCase())).toEqual({ state: 'received' });
    const rows = await stored(
      service,
      `SELECT household.number, effect, anonymous, channel FROM objection JOIN household ON household.id = household_id`,
    );
    expect(rows).toEqual([{ number: `${group}0002`, effect: 'suspends', anonymous: true, channel: 'code' }]);
  });

  it('tells nothing to somebody who only tries', async () => {
    expect(await byCode({ code: 'ABCDE-FGHJK-MNPQR' })).toEqual({ code: 'NOT_FOUND' });
    expect(await byCode({ code: 'x' })).toEqual({ code: 'NOT_FOUND' });
    expect(await byCode({ householdCode: '0009' })).toEqual({ code: 'INVALID_INPUT' });
    expect(await progressOf('ABCDE-FGHJK-MNPQR')).toBeNull();
  });

  it('is taken so many times an hour by one code and no more', async () => {
    const answers: { code?: string }[] = [];
    for (let tries = 0; tries < 25; tries += 1) answers.push(await byCode({ kind: 'missed', householdCode: null }));
    expect(answers.at(-1)).toEqual({ code: 'TOO_MANY_OBJECTIONS' });
    const [{ uses }] = (await stored<{ uses: number }>(service, `SELECT uses FROM objection_code_use`)) as [
      { uses: number },
    ];
    expect(answers.filter((answer) => !answer.code)).toHaveLength(20 - (uses - answers.length));
  });
});
