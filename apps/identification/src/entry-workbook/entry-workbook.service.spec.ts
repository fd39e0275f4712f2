import { Database } from '@jingzhun/database';
import { vetoWords } from '@jingzhun/identification-rules';
import { WorkbookReader } from '@jingzhun/workbook';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { putAtEntry } from '../bench/at-entry.repository';
import { dataSource } from '../data-source';
import { exportEntries, importEntries, rowsOf, workbookOf, type EntryValues } from '../testing/entry-workbooks';
import { openCampaign, type Person, type RunningService, runningService } from '../testing/running-service';
import { countyCode, groupCode, villageCode } from '../testing/small-county';
import { householdsOf, recordEntries } from '../testing/steps';

const total = 55;

describe('the workbook of the entry', () => {
  const reader = new WorkbookReader();
  let service: RunningService;
  let clerk: Person;
  let owner: Client;

  /** A county of its own in which all five households wait for entry. */
  async function begin(): Promise<void> {
    service = await runningService();
    clerk = service.as('entryClerk', [countyCode]);
    await openCampaign(service, { villages: [[2, 1], [2]] });
    const source = await dataSource(service.database.runningUrl).initialize();
    await putAtEntry(new Database(source), total);
    await source.destroy();
    owner = new Client({ connectionString: service.database.adminUrl });
    await owner.connect();
  }
  async function end(): Promise<void> {
    await owner.end();
    await service.close();
  }
  afterAll(() => reader.close());

  /** What the county's export holds, filled in by hand. */
  async function filled(change: (rows: EntryValues[]) => void = () => undefined): Promise<Buffer> {
    const { path } = await exportEntries(clerk, countyCode);
    const { content } = await clerk.fetch(localPath(path));
    const rows = (await rowsOf(reader, content)).map((row): EntryValues => ({
      ...(row as Pick<EntryValues, 'number' | 'head' | 'village' | 'group'>),
      version: Number(row.version),
      total,
      vetoed: vetoWords.no,
      vetoReason: undefined,
    }));
    change(rows);
    return workbookOf(rows);
  }

  async function enteredCount(): Promise<number> {
    const { rows } = await owner.query<{ count: number }>(`SELECT count(*)::int AS count FROM entry`);
    return rows[0]!.count;
  }

  describe('that is exported', () => {
    beforeAll(begin);
    afterAll(end);

    it('holds what waits in the area, with everything but the result filled in', async () => {
      const { state, rows, namesMasked, path } = await exportEntries(clerk, villageCode(0));
      expect({ state, rows, namesMasked }).toEqual({ state: 'ready', rows: 3, namesMasked: false });
      const { status, content } = await clerk.fetch(localPath(path));
      expect(status).toBe(200);
      const [, second] = await householdsOf(clerk, groupCode(0, 0));
      const place = { village: 'Village 0', group: 'Group 0', version: String(second?.version) };
      expect((await rowsOf(reader, content))[1]).toEqual({
        ...place,
        number: second?.number,
        head: 'Person 2',
      });
    });

    it('masks the names for whoever does not enter', async () => {
      const leader = service.as('countyLeader', [countyCode]);
      const { path, namesMasked } = await exportEntries(leader, countyCode);
      expect(namesMasked).toBe(true);
      const rows = await rowsOf(reader, (await leader.fetch(localPath(path))).content);
      expect(rows.map(({ head }) => head)).toContain('P*rson 2');
    });

    it('is for the one who asked for it', async () => {
      const { path } = await exportEntries(clerk, countyCode);
      const colleague = service.as('entryClerk', [countyCode], 'another clerk');
      expect((await colleague.fetch(localPath(path))).status).toBe(422);
      const fieldWorker = service.as('fieldWorker', [countyCode]);
      expect((await fieldWorker.fetch(localPath(path))).status).toBe(422);
    });

    it('needs an area of one’s own, and a reason', async () => {
      const village = service.as('entryClerk', [villageCode(1)], 'the clerk of a village');
      expect((await exportEntries(village, villageCode(0))).code).toBe('NOT_FOUND');
      expect((await exportEntries(clerk, countyCode, ' ')).code).toBe('INVALID_INPUT');
    });

    it('is recorded when it is written and when it is fetched, and the record only grows', async () => {
      const { path, id } = await exportEntries(clerk, villageCode(0), 'second clerk is ill');
      await clerk.fetch(localPath(path));
      const supervisor = service.as('supervisor', [countyCode]);
      const records = `{ exportRecords(first: 2) { nodes { action exportId areaCode rows namesMasked reason } } }`;
      const { exportRecords } = await supervisor.ask<{ exportRecords: object }>(records);
      const record = {
        exportId: id,
        areaCode: villageCode(0),
        rows: 3,
        namesMasked: false,
        reason: 'second clerk is ill',
      };
      expect(exportRecords).toEqual({
        nodes: [
          { action: 'fetched', ...record },
          { action: 'written', ...record },
        ],
      });
      const elsewhere = service.as('supervisor', [villageCode(1)], 'the supervisor of another village');
      expect(await elsewhere.ask(records)).toEqual({ exportRecords: { nodes: [] } });
      await expect(owner.query(`UPDATE export_record SET reason = 'none'`)).rejects.toThrow('only grows');
      await expect(owner.query(`DELETE FROM export_record`)).rejects.toThrow('only grows');
    });
  });

  describe('that is entered', () => {
    beforeEach(begin);
    afterEach(end);

    it('is entered whole, and adds nothing when it comes again', async () => {
      const content = await filled(([first]) => Object.assign(first!, { vetoed: vetoWords.yes, vetoReason: '=car' }));
      const { state, rowsRead, entered, alreadyEntered, problems } = await importEntries(clerk, content);
      expect({ state, rowsRead, entered, alreadyEntered, problems }).toEqual({
        ...{ state: 'done', rowsRead: 5, entered: 5, alreadyEntered: 0, problems: [] },
      });
      expect(await householdsOf(clerk, countyCode, 'done')).toHaveLength(5);
      const again = await importEntries(clerk, content);
      expect([again.state, again.entered, again.alreadyEntered]).toEqual(['done', 0, 5]);
      const { rows } = await owner.query(`SELECT veto_reason FROM entry WHERE vetoed`);
      expect(rows).toEqual([{ veto_reason: '=car' }]);
      expect(await enteredCount()).toBe(5);
    });

    it('may be filled bit by bit: rows left open are passed over', async () => {
      const content = await filled((rows) => rows.splice(2));
      expect((await importEntries(clerk, content)).entered).toBe(2);
      expect((await exportEntries(clerk, countyCode)).rows).toBe(3);
    });

    it('is answered once for one key', async () => {
      const key = randomUUID();
      const content = await filled();
      await importEntries(clerk, content, key);
      expect((await importEntries(clerk, content, key)).code).toBe('KEY_REUSED');
    });

    it('is refused when it names a veto that is not on record', async () => {
      const content = await filled(([first]) =>
        Object.assign(first!, { vetoed: vetoWords.yes, vetoReason: 'house in town' }),
      );
      const { state, problems } = await importEntries(clerk, content);
      expect([state, problems.map(({ code }) => code)]).toEqual(['refused', ['VETO_DIFFERS']]);
    });

    it('is refused when a household was entered meanwhile with another result', async () => {
      const content = await filled(([first]) => Object.assign(first!, { total: total - 1 }));
      const [first] = await householdsOf(clerk, countyCode, 'entry');
      const entry = { householdId: first!.id, version: first!.version, total, vetoed: false };
      expect(await recordEntries(clerk, [entry])).toEqual({ entered: 1 });
      const { state, problems } = await importEntries(clerk, content);
      expect([state, problems.map(({ code }) => code)]).toEqual(['refused', ['ENTERED_DIFFERENTLY']]);
    });
  });

  describe('that is not entered', () => {
    beforeAll(begin);
    afterAll(end);

    it('comes from a clerk, and from nobody else', async () => {
      const worker = service.as('fieldWorker', [groupCode(0, 0)]);
      await expect(worker.upload(await filled())).rejects.toThrow('422');
    });

    const refusals: [string, Partial<EntryValues>, string, string][] = [
      ['a total that is not the sheet’s', { total: 54 }, 'F3', 'TOTAL_DIFFERS'],
      ['a household that does not exist', { number: `${groupCode(0, 0)}9999` }, 'A3', 'UNKNOWN_HOUSEHOLD'],
      ['a head of another household', { head: 'Person 4' }, 'B3', 'CHANGED_CELL'],
      ['another village', { village: 'Village 1' }, 'C3', 'CHANGED_CELL'],
      ['another group', { group: 'Group 1' }, 'D3', 'CHANGED_CELL'],
      ['a version that is over', { version: 1 }, 'E3', 'STALE_VERSION'],
      ['a veto without a reason', { vetoed: vetoWords.yes }, 'H3', 'VETO_WITHOUT_REASON'],
      ['a reason without a veto', { vetoReason: 'car' }, 'H3', 'REASON_WITHOUT_VETO'],
      ['the same household twice', { number: `${groupCode(0, 0)}0001` }, 'A3', 'DUPLICATE'],
    ];
    it.each(refusals)('is refused whole for %s, and the cell is named', async (_, change, cell, code) => {
      const { state, entered, problemCount, problems } = await importEntries(
        clerk,
        await filled((rows) => Object.assign(rows[1]!, change)),
      );
      expect({ state, entered, problemCount }).toEqual({ state: 'refused', entered: 0, problemCount: 1 });
      expect(problems.map((problem) => [`${problem.column}${problem.row}`, problem.code])).toEqual([[cell, code]]);
      expect(problems[0]).toMatchObject({ sheet: '录入表', header: expect.stringMatching(/./) });
      expect(await enteredCount()).toBe(0);
      expect(await householdsOf(clerk, countyCode, 'entry')).toHaveLength(5);
    });

    it('is refused for households of another area, as if there were none', async () => {
      const content = await filled();
      const village = service.as('entryClerk', [villageCode(1)], 'the clerk of a village');
      const { state, problems } = await importEntries(village, content);
      expect([state, problems.map(({ code }) => code)]).toEqual(['refused', Array(3).fill('UNKNOWN_HOUSEHOLD')]);
      expect(await enteredCount()).toBe(0);
    });

    it('is refused when it is no workbook', async () => {
      const { state, problems } = await importEntries(clerk, Buffer.from('number,total\n1,55\n'));
      expect([state, problems[0]?.code]).toEqual(['refused', 'NOT_A_WORKBOOK']);
    });
  });
});

/** The service's own path of what the gateway gives out. */
function localPath(path: string | null): string {
  return path!.replace('/identification', '');
}
