import { idNumberOf } from '@jingzhun/identification-rules';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { askFor, carryOut, decideOn, registerOf, type RegisteredHousehold } from '../testing/register';
import { openCampaign, runningService, type Person, type RunningService } from '../testing/running-service';
import { countyCode, groupCode, numberOf, townshipCode } from '../testing/small-county';

const newborn = idNumberOf('45122520151103112');

describe('a change of the register', () => {
  let service: RunningService;
  let looking: Client;
  beforeAll(async () => {
    service = await runningService();
    await openCampaign(service, { villages: [[5]] }, 20);
    looking = new Client({ connectionString: service.database.adminUrl });
    await looking.connect();
  });
  afterAll(async () => {
    await looking.end();
    await service.close();
  });

  const group = groupCode(0, 0);
  const worker = () => service.as('fieldWorker', [group]);
  const officer = () => service.as('townshipOfficer', [townshipCode], 'officer');
  const rows = async <Row>(sql: string, values: unknown[] = []) => (await looking.query(sql, values)).rows as Row[];
  const removal = ({ id, members }: RegisteredHousehold) => ({
    householdId: id,
    memberId: members[1]!.id,
    cause: 'death',
  });

  it('is asked for by one person, decided by another, and kept with what was before and after', async () => {
    const [household] = await registerOf(worker(), group);
    const asked = await askFor(worker(), 'MemberRemoved', removal(household!));
    expect(asked).toMatchObject({ state: 'waiting', caseEffects: [] });
    expect((await registerOf(worker(), group))[0]!.members).toHaveLength(2);
    expect(await decideOn(officer(), asked)).toMatchObject({ state: 'approved' });
    const [after] = await registerOf(worker(), group);
    expect(after!.members.map(({ relation }) => relation)).toEqual(['01']);
    expect(after!.version).toBe(household!.version + 1);
    const [kept] = await rows<Record<'before' | 'after', { households: RegisteredHousehold[] }>>(
      `SELECT before, after FROM change_request WHERE id = $1`,
      [asked.id],
    );
    expect(kept!.before.households[0]!.members.map(({ id }) => id)).toEqual(household!.members.map(({ id }) => id));
    expect(kept!.after.households[0]!.members).toHaveLength(1);
    for (const change of [
      `UPDATE change_request SET note = 'x' WHERE id = $1`,
      `DELETE FROM change_request WHERE id = $1`,
    ])
      await expect(looking.query(change, [asked.id])).rejects.toThrow('kept');
  });

  it('is never decided by who asked, nor by who is not of that area, nor by the field worker', async () => {
    const [, household] = await registerOf(worker(), group);
    const own = await askFor(officer(), 'MemberRemoved', removal(household!));
    expect(await decideOn(officer(), own)).toMatchObject({ code: 'OWN_CHANGE_REQUEST' });
    expect(await decideOn(service.as('administrator', [countyCode], 'officer'), own)).toMatchObject({
      code: 'OWN_CHANGE_REQUEST',
    });
    expect(await decideOn(service.as('townshipOfficer', ['451225101'], 'far'), own)).toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(decideOn(worker(), own)).rejects.toThrow('NOT_ALLOWED');
    const second = service.as('townshipOfficer', [townshipCode], 'second officer');
    expect(await decideOn(second, own, { approve: false })).toMatchObject({ code: 'INVALID_INPUT', field: 'note' });
    expect(await decideOn(second, own, { approve: false, note: 'No paper.' })).toMatchObject({ state: 'declined' });
    expect(await decideOn(second, own)).toMatchObject({ code: 'CHANGE_REQUEST_DECIDED' });
    expect((await registerOf(worker(), group))[1]!.members).toHaveLength(2);
  });

  it('is taken back by who asked and by nobody else', async () => {
    const [, household] = await registerOf(worker(), group);
    const asked = await askFor(worker(), 'MemberRemoved', removal(household!));
    const withdraw = async (person: Person) => {
      const { withdrawChangeRequest } = await person.ask<{ withdrawChangeRequest: { state?: string; code?: string } }>(
        `mutation ($input: WithdrawChangeRequestInput!) {
           withdrawChangeRequest(input: $input) { ... on ChangeRequest { state } ... on Refusal { code } } }`,
        { input: { key: randomUUID(), changeRequestId: asked.id, version: asked.version } },
      );
      return withdrawChangeRequest;
    };
    expect(await withdraw(service.as('fieldWorker', [group], 'colleague'))).toEqual({ code: 'INVALID_INPUT' });
    expect(await withdraw(worker())).toEqual({ state: 'withdrawn' });
    expect(await decideOn(officer(), asked)).toMatchObject({ code: 'CHANGE_REQUEST_DECIDED' });
  });

  it('approved by two at once is carried out once, and asked for twice with one key is one request', async () => {
    const [, household] = await registerOf(worker(), group);
    const key = randomUUID();
    const added = {
      key,
      householdId: household!.id,
      cause: 'birth',
      member: { name: 'Baby', relation: '04', idNumber: newborn, ethnicity: 'Han' },
    };
    const [one, other] = await Promise.all([
      askFor(worker(), 'MemberAdded', added),
      askFor(worker(), 'MemberAdded', added),
    ]);
    expect(other).toEqual(one);
    const answers = await Promise.all([
      decideOn(officer(), one),
      decideOn(service.as('administrator', [countyCode]), one),
    ]);
    expect(answers.map(({ state, code }) => state ?? code).sort()).toEqual(['CHANGE_REQUEST_DECIDED', 'approved']);
    const [, after] = await registerOf(worker(), group);
    expect(after!.members.map(({ name, sex, birthDate }) => [name, sex, birthDate])).toContainEqual([
      'Baby',
      'female',
      '2015-11-03',
    ]);
    // What is remembered of the request does not lead to the number, not even by trying all of them.
    const [remembered] = await rows<{ all: string }>(`SELECT string_agg(t::text, '') AS all FROM idempotency_key AS t`);
    expect(remembered!.all).not.toContain(newborn);
  });

  it('is refused when somebody it names was changed in between', async () => {
    const [, , household] = await registerOf(worker(), group);
    const wife = household!.members[1]!;
    const asked = await askFor(worker(), 'MemberRemoved', removal(household!));
    const renamed = { householdId: household!.id, memberId: wife.id, name: 'Her right name' };
    expect(await carryOut(worker(), officer(), 'IdentityCorrection', renamed)).toMatchObject({ state: 'approved' });
    expect(await decideOn(officer(), asked)).toMatchObject({ code: 'REGISTER_CHANGED' });
  });

  it('of an identity number makes the right one found and the wrong one not, and keeps both for who must compare them', async () => {
    const [, , household] = await registerOf(worker(), group);
    const wife = household!.members[1]!;
    const right = idNumberOf('45122519681231004');
    const corrected = { householdId: household!.id, memberId: wife.id, idNumber: right.toLowerCase() };
    const asked = await askFor(worker(), 'IdentityCorrection', corrected);
    expect(await decideOn(officer(), asked)).toMatchObject({ state: 'approved' });
    const after = (await registerOf(worker(), group))[2]!.members[1]!;
    expect(after).toMatchObject({ birthDate: '1968-12-31', sex: 'female', idNumberMasked: '451225************' });
    const found = async (idNumber: string) =>
      (
        await worker().ask<{ findMemberByIdNumber: { id: string }[] }>(
          `query ($idNumber: String!) { findMemberByIdNumber(idNumber: $idNumber) { id } }`,
          { idNumber },
        )
      ).findMemberByIdNumber.map(({ id }) => id);
    expect(await found(right)).toEqual([wife.id]);
    expect(await found(numberOf(2, 1))).toEqual([]);
    const { revealRequestedIdNumbers } = await officer().ask<{ revealRequestedIdNumbers: { numbers: object[] } }>(
      `mutation ($input: RevealRequestedIdNumbersInput!) {
         revealRequestedIdNumbers(input: $input) { ... on RequestedIdNumbers { numbers { memberId asked before } } } }`,
      { input: { changeRequestId: asked.id, reason: 'compared with the card' } },
    );
    expect(revealRequestedIdNumbers.numbers).toEqual([{ memberId: wife.id, asked: right, before: numberOf(2, 1) }]);
    const [reading] = await rows(`SELECT member_id, reason FROM identity_reading WHERE change_request_id = $1`, [
      asked.id,
    ]);
    expect(reading).toEqual({ member_id: wife.id, reason: 'compared with the card' });
    expect(
      await askFor(worker(), 'IdentityCorrection', { ...corrected, idNumber: '451225196812310041' }),
    ).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'idNumber',
    });
    expect(await askFor(worker(), 'IdentityCorrection', corrected)).toMatchObject({ field: 'idNumber' });
  });

  it('of the head gives everybody his new relation', async () => {
    const [, , household] = await registerOf(worker(), group);
    const members = household!.members.map(({ id }, index) => ({ memberId: id, relation: ['02', '01'][index] }));
    await carryOut(worker(), officer(), 'ChangeOfHead', { householdId: household!.id, members });
    const after = (await registerOf(worker(), group))[2]!.members;
    expect(after.map(({ relation }) => relation)).toEqual(['02', '01']);
    expect(await askFor(worker(), 'MemberRemoved', { ...removal(household!), memberId: after[1]!.id })).toMatchObject({
      code: 'HEAD_MAY_NOT_LEAVE',
    });
  });
});
