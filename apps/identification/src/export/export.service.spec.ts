import { randomUUID } from 'node:crypto';
import { access } from 'node:fs/promises';
import { Client } from 'pg';
import { exported, localPath } from '../testing/exports';
import { openCampaign, runningService, type Person, type RunningService } from '../testing/running-service';
import { countyCode, townshipCode, villageCode } from '../testing/small-county';
import { ExportCleanUp } from './export-clean-up';
import { ExportFiles } from './export-files';

interface Reading {
  member_id: string;
  account_id: string;
  export_id: string | null;
  reason: string;
}

describe('an export', () => {
  let service: RunningService;
  let looking: Client;
  beforeAll(async () => {
    service = await runningService();
    await openCampaign(service, { villages: [[2, 1], [1]] });
    looking = new Client({ connectionString: service.database.adminUrl });
    await looking.connect();
  });
  afterAll(async () => {
    await looking.end();
    await service.close();
  });

  const officer = (areas = [townshipCode], person = 'officer') => service.as('townshipOfficer', areas, person);
  const secretary = (village: number) => service.as('villageSecretary', [villageCode(village)], `secretary ${village}`);
  const supervisor = (areas = [countyCode]) => service.as('supervisor', areas, `supervisor of ${areas.join()}`);
  const readings = async (exportId: string) =>
    (await looking.query<Reading>('SELECT * FROM identity_reading WHERE export_id = $1', [exportId])).rows;
  const hasFile = (id: string) =>
    access(service.graph.app.get(ExportFiles).of(id)).then(
      () => true,
      () => false,
    );
  const begin = (person: Person, mutation: string, input: Record<string, unknown>) =>
    person.ask<{ begun: { id?: string; state?: string; code?: string } }>(
      `mutation ($input: ExportAreaInput!) { begun: ${mutation}(input: $input) { ... on Export { id state } ... on Refusal { code } } }`,
      { input },
    );

  it('is begun at once and once for one key, whatever is asked for with it', async () => {
    const input = { key: randomUUID(), areaCode: villageCode(0), reason: 'for the archive' };
    const { begun } = await begin(officer(), 'exportRegister', input);
    expect(begun).toEqual({ id: expect.any(String), state: 'running' });
    expect((await begin(officer(), 'exportRegister', input)).begun.id).toBe(begun.id);
    const another = { ...input, reason: 'another' };
    expect((await begin(officer(), 'exportRegister', another)).begun).toEqual({ code: 'KEY_REUSED' });
    expect((await begin(officer(), 'exportAssessments', input)).begun).toEqual({ code: 'KEY_REUSED' });
  });

  it('is of an area of one’s own that there is, and has a reason', async () => {
    for (const mutation of ['exportRegister', 'exportAssessments'] as const) {
      expect(await exported(secretary(1), mutation, { areaCode: villageCode(0) })).toEqual({ code: 'NOT_FOUND' });
      expect(await exported(secretary(1), mutation, { areaCode: countyCode })).toEqual({ code: 'NOT_FOUND' });
      expect(await exported(officer(), mutation, { areaCode: `${villageCode(0)}999` })).toEqual({ code: 'NOT_FOUND' });
      expect(await exported(officer(), mutation, { areaCode: '%' })).toEqual({ code: 'NOT_FOUND' });
      const noReason = { areaCode: villageCode(0), reason: ' ' };
      expect(await exported(officer(), mutation, noReason)).toEqual({ code: 'INVALID_INPUT' });
    }
    const worker = service.as('fieldWorker', [villageCode(0)]);
    await expect(exported(worker, 'exportRegister', { areaCode: villageCode(0) })).rejects.toThrow('NOT_ALLOWED');
  });

  it('with numbers in full is for those who may read one, for a reason that would do for one', async () => {
    const area = { areaCode: villageCode(0) };
    await expect(exported(secretary(0), 'exportRegisterInFull', area)).rejects.toThrow('NOT_ALLOWED');
    const short = { ...area, reason: 'x' };
    expect(await exported(officer(), 'exportRegisterInFull', short)).toEqual({ code: 'INVALID_INPUT' });
  });

  it('with numbers in full leaves a reading for each of them, and a masked one none', async () => {
    const area = { areaCode: villageCode(0), reason: ' spot check 12 ' };
    const inFull = await exported(officer(), 'exportRegisterInFull', area);
    expect(inFull).toMatchObject({ kind: 'registerInFull', state: 'ready', rows: 6, idNumbers: 'inFull' });
    const members = await looking.query<{ id: string }>(`SELECT id FROM member WHERE area_code ^@ $1`, [
      villageCode(0),
    ]);
    const left = await readings(inFull.id);
    expect(left.map(({ member_id }) => member_id).sort()).toEqual(members.rows.map(({ id }) => id).sort());
    expect(new Set(left.map(({ reason }) => reason))).toEqual(new Set(['spot check 12']));
    expect(new Set(left.map(({ account_id }) => account_id)).size).toBe(1);
    const { identityReadings } = await supervisor().ask<{ identityReadings: { totalCount: number; nodes: object[] } }>(
      `query ($memberId: ID!) {
         identityReadings(first: 5, filter: { memberId: $memberId }) { totalCount nodes { kind reason exportId } }
       }`,
      { memberId: members.rows[0]!.id },
    );
    expect(identityReadings).toEqual({
      totalCount: 1,
      nodes: [{ kind: 'reading', reason: 'spot check 12', exportId: inFull.id }],
    });
    const masked = await exported(officer(), 'exportRegister', area);
    expect(masked).toMatchObject({ kind: 'register', state: 'ready', rows: 6, idNumbers: 'masked' });
    expect(await readings(masked.id)).toEqual([]);
  });

  it('that fails leaves neither a file nor a reading', async () => {
    const { rows } = await looking.query<{ id: string; sealed: Buffer }>(
      `SELECT id, id_number_sealed AS sealed FROM member WHERE area_code ^@ $1 ORDER BY area_code DESC, position DESC LIMIT 1`,
      [villageCode(0)],
    );
    const [last] = rows;
    const seal = (sealed: Buffer) =>
      looking.query(`UPDATE member SET id_number_sealed = $2 WHERE id = $1`, [last!.id, sealed]);
    await seal(Buffer.from(last!.sealed.map((byte, place) => (place > 30 ? byte ^ 1 : byte))));
    const failed = await exported(officer(), 'exportRegisterInFull', { areaCode: villageCode(0) });
    await seal(last!.sealed);
    expect(failed).toMatchObject({ state: 'failed', rows: null, path: null });
    expect(await readings(failed.id)).toEqual([]);
    expect(await hasFile(failed.id)).toBe(false);
    // The next one is not kept waiting by it.
    expect((await exported(officer(), 'exportRegisterInFull', { areaCode: villageCode(0) })).state).toBe('ready');
  });

  it('is for the one who asked for it, while he holds the right to it', async () => {
    const made = await exported(officer(), 'exportRegisterInFull', { areaCode: villageCode(0) });
    const path = localPath(made.path);
    const { status } = await officer().fetch(path);
    expect(status).toBe(200);
    expect((await officer([townshipCode], 'colleague').fetch(path)).status).toBe(422);
    // The same account, with less than it had.
    expect((await service.as('villageSecretary', [villageCode(0)], 'officer').fetch(path)).status).toBe(422);
    expect((await officer([villageCode(1)]).fetch(path)).status).toBe(422);
    expect((await service.as('fieldWorker', [villageCode(0)], 'officer').fetch(path)).status).toBe(422);
    const colleague = officer([townshipCode], 'colleague');
    expect(await colleague.ask(`query ($id: ID!) { export(id: $id) { state } }`, { id: made.id })).toEqual({
      export: null,
    });
  });

  it('is on record with who, what, of where, how many rows and how masked, for whoever watches over the area', async () => {
    const made = await exported(secretary(1), 'exportRegister', { areaCode: villageCode(1), reason: 'to be hung' });
    await secretary(1).fetch(localPath(made.path));
    const query = `{ exportRecords(first: 2) { nodes { action kind exportId accountId areaCode rows names idNumbers reason } } }`;
    const { exportRecords } = await supervisor([villageCode(1)]).ask<{ exportRecords: { nodes: object[] } }>(query);
    const record = {
      kind: 'register',
      exportId: made.id,
      accountId: expect.any(String),
      areaCode: villageCode(1),
      rows: 2,
      names: 'inFull',
      idNumbers: 'masked',
      reason: 'to be hung',
    };
    expect(exportRecords.nodes).toEqual([
      { action: 'fetched', ...record },
      { action: 'written', ...record },
    ]);
    const elsewhere = await supervisor([villageCode(0)]).ask<{ exportRecords: { nodes: { exportId: string }[] } }>(
      query,
    );
    expect(elsewhere.exportRecords.nodes.map(({ exportId }) => exportId)).not.toContain(made.id);
    await expect(looking.query(`UPDATE export_record SET id_numbers = 'absent'`)).rejects.toThrow('only grows');
  });

  it('is gone a day after it was written', async () => {
    const made = await exported(officer(), 'exportRegister', { areaCode: villageCode(0) });
    const { id, path } = made;
    const cleanUp = service.graph.app.get(ExportCleanUp);
    await cleanUp.clean();
    expect(await hasFile(id)).toBe(true);
    await looking.query(`UPDATE export SET ended_at = ended_at - interval '25 hours' WHERE id = $1`, [id]);
    await cleanUp.clean();
    expect(await hasFile(id)).toBe(false);
    expect((await officer().fetch(localPath(path))).status).toBe(422);
    const query = `query ($id: ID!) { export(id: $id) { state path } }`;
    expect(await officer().ask(query, { id })).toEqual({ export: { state: 'expired', path: null } });
  });

  it('that a stopped process left unfinished has failed when the service starts again, and nothing of it is left', async () => {
    const made = await exported(officer(), 'exportRegister', { areaCode: villageCode(0) });
    await looking.query(`UPDATE export SET state = 'running', ended_at = NULL WHERE id = $1`, [made.id]);
    await service.graph.app.get(ExportCleanUp).onApplicationBootstrap();
    expect(await hasFile(made.id)).toBe(false);
    const query = `query ($id: ID!) { export(id: $id) { state } }`;
    expect(await officer().ask(query, { id: made.id })).toEqual({ export: { state: 'failed' } });
  });
});
