import type { Passport, Role } from '@jingzhun/access';
import { passportOf } from '@jingzhun/access/testing';
import { readPdf } from '@jingzhun/print/testing';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { openCampaign, runningService, type RunningService } from '../testing/running-service';
import { countyCode, groupCode, townshipCode, villageCode } from '../testing/small-county';
import { assess, holdReview, householdsOf, plainTotal, postNotice, sittingsOf } from '../testing/steps';
import { documentKinds, printRoles } from './print.rules';

const own = groupCode(0, 0);
const other = groupCode(0, 1);

describe('documents printed through the service', () => {
  let service: RunningService;
  const worker = passportOf('fieldWorker', [own]);
  const secretary = passportOf('groupSecretary', [own]);

  beforeAll(async () => {
    service = await runningService();
    await openCampaign(service, { villages: [[3, 1], [1]] });
  });
  afterAll(() => service.close());

  const asWorker = () => service.as('fieldWorker', [own]);
  const asSecretary = () => service.as('groupSecretary', [own]);

  async function printed(passport: Passport, path: string): Promise<string> {
    const { status, headers, body } = await service.graph.download(passport, `/documents/${path}`);
    if (status !== 200) throw new Error(body.toString());
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(body.length),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    return (await readPdf(body)).pages.join('');
  }

  async function refused(passport: Passport, path: string): Promise<{ status: number; code: string }> {
    const { status, body } = await service.graph.download(passport, `/documents/${path}`);
    return { status, code: (JSON.parse(body.toString()) as { code: string }).code };
  }

  it('are the papers of a review, from the first sheet to the notice on the board', async () => {
    const [household] = await householdsOf(asWorker(), own);
    expect(await refused(worker, `score-sheet/${household!.id}.pdf`)).toEqual({ status: 422, code: 'NOT_FOUND' });
    await assess(asWorker(), own);

    const sheet = await printed(worker, `score-sheet/${household!.id}.pdf`);
    for (const words of [household!.number, 'Person0', '2人', `合计100${plainTotal}`, '评议公示未完成'])
      expect(sheet).toContain(words);

    const [sitting] = await sittingsOf(asSecretary(), { kind: 'group' });
    expect(await printed(secretary, `minutes/${sitting!.id}.pdf`)).toContain('逐户评议结果（共3户）');
    expect(await printed(secretary, `notice/${sitting!.id}.pdf`)).toContain('未经评议');

    const returned = (await householdsOf(asWorker(), own))[2]!;
    const exceptions = [{ householdId: returned.id, verdict: 'returned', reason: '面积有误' }];
    const held = await holdReview(asSecretary(), 'Group', sitting!, { exceptions });
    const minutes = await printed(secretary, `minutes/${sitting!.id}.pdf`);
    for (const words of ['Gonethroughonebyone.', '退回重评面积有误', '通过2户，退回重评1户'])
      expect(minutes).toContain(words);

    await postNotice(asSecretary(), held);
    const notice = await printed(secretary, `notice/${sitting!.id}.pdf?paper=A4`);
    expect(notice).not.toContain('未经评议');
    expect(notice).toContain('本组2户');
    expect(notice).toContain('P*rson');
    expect(notice).not.toContain('Person');
    expect(notice).not.toContain(own);
    expect(notice).toMatch(/张贴之日起7个自然日，至\d{4}年\d+月\d+日止/);
    expect(await printed(worker, `score-sheet/${returned.id}.pdf`)).toContain('已退回重评');
    expect(await printed(worker, `commitment/${household!.id}.pdf`)).toContain('本人Person0');
  });

  it('can be had blank for a place, to be filled by hand', async () => {
    for (const kind of ['blank-score-sheet', 'blank-commitment', 'blank-household-card']) {
      expect(await printed(worker, `${kind}/${own}.pdf`)).toContain('Group0');
    }
    expect(
      await printed(passportOf('townshipOfficer', [townshipCode]), `blank-score-sheet/${villageCode(1)}.pdf`),
    ).toContain('Village1');
  });

  it('are on record, each with who, what and when, and nobody can change that', async () => {
    const passport = passportOf('groupSecretary', [own]);
    const [sitting] = await sittingsOf(asSecretary(), { kind: 'group' });
    const text = await printed(passport, `minutes/${sitting!.id}.pdf`);
    const admin = new Client({ connectionString: service.database.adminUrl });
    await admin.connect();
    const { rows } = await admin.query<Record<string, unknown>>(
      `SELECT id, document, subject_id, area_code, printed_by, account_id, request_id, printed_at > now() - interval '1 minute' AS lately
         FROM document_print WHERE account_id = $1`,
      [passport.accountId],
    );
    expect(rows).toEqual([
      {
        id: expect.any(String),
        document: 'minutes',
        subject_id: sitting!.id,
        area_code: own,
        printed_by: passport.personId,
        account_id: passport.accountId,
        request_id: passport.requestId,
        lately: true,
      },
    ]);
    expect(text).toContain(`打印编号${String(rows[0]!['id'])}`);
    for (const change of [
      'UPDATE document_print SET document = document',
      'DELETE FROM document_print',
      'TRUNCATE document_print',
    ])
      await expect(admin.query(change)).rejects.toThrow('only grows');
    await admin.end();
  });

  it('are refused outside the area, and for a place above one’s own', async () => {
    const neighbour = passportOf('groupSecretary', [other]);
    const [household] = await householdsOf(asWorker(), own);
    const [sitting] = await sittingsOf(asSecretary(), { kind: 'group' });
    for (const path of [
      `score-sheet/${household!.id}.pdf`,
      `commitment/${household!.id}.pdf`,
      `minutes/${sitting!.id}.pdf`,
      `notice/${sitting!.id}.pdf`,
      `blank-score-sheet/${own}.pdf`,
      `blank-score-sheet/${villageCode(0)}.pdf`,
      `blank-commitment/${countyCode}.pdf`,
      `score-sheet/${randomUUID()}.pdf`,
      'score-sheet/x.pdf',
    ]) {
      expect({ path, ...(await refused(neighbour, path)) }).toEqual({ path, status: 422, code: 'NOT_FOUND' });
    }
  });

  it('are refused to every role that has no part in them', async () => {
    const roles: Role[] = ['administrator', 'countyLeader', 'supervisor', 'townshipOfficer', 'villageSecretary'];
    const lower: Role[] = ['groupSecretary', 'fieldWorker', 'entryClerk', 'taskGroupMember'];
    for (const kind of documentKinds) {
      for (const role of [...roles, ...lower]) {
        const { code } = await refused(passportOf(role, [countyCode]), `${kind}/nothing.pdf`);
        expect({ kind, role, code }).toEqual({
          kind,
          role,
          code: printRoles[kind].includes(role) ? 'NOT_FOUND' : 'NOT_ALLOWED',
        });
      }
    }
  });

  it('are refused when nobody prints such a thing', async () => {
    expect(await refused(worker, 'diploma/x.pdf')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refused(worker, 'score-sheet/x.exe')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refused(secretary, `notice/${randomUUID()}.pdf?paper=A0`)).toMatchObject({ code: 'INVALID_INPUT' });
  });
});
