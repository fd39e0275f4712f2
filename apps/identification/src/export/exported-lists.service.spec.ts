import { luocheng2015 } from '@jingzhun/identification-rules';
import { checkRows, WorkbookProblems, WorkbookReader, type RowValues, type SheetDescription } from '@jingzhun/workbook';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { Client } from 'pg';
import { exported, fetched, listIn } from '../testing/exports';
import { finishVillage } from '../testing/finish-village';
import { openCampaign, runningService, type Person, type RunningService } from '../testing/running-service';
import { countyCode, groupCode, numberOf, townshipCode, villageCode } from '../testing/small-county';
import { letVetoStand } from '../testing/standing-veto';
import { plainTotal } from '../testing/steps';
import { withTemporaryFile } from '../testing/temporary-file';
import { assessmentSheet } from './assessments.export';
import { poorHouseholdSheet } from './poor-households.export';
import { registerSheet } from './register.export';
import { RegisterQueries } from './register.queries';
import { scoreLineTableSheet } from './score-line-table.export';

const assessmentsName = assessmentSheet([]).name;
/** What a spreadsheet could take for a formula. */
const dangerous = /^[=+\-@\t\r\n＝＋－＠]/;

describe('lists in workbooks', () => {
  const reader = new WorkbookReader();
  let service: RunningService;
  let owner: Client;
  afterAll(() => reader.close());

  const officer = () => service.as('townshipOfficer', [townshipCode]);
  const leader = () => service.as('countyLeader', [countyCode]);

  async function end(): Promise<void> {
    await owner.end();
    await service.close();
  }

  /** The rows of a file, each cell held against the description of its column; what is wrong with one fails the spec. */
  async function valuesIn<Sheet extends SheetDescription>(sheet: Sheet, content: Buffer): Promise<RowValues<Sheet>[]> {
    return withTemporaryFile(async (path) => {
      await writeFile(path, content);
      const problems = new WorkbookProblems();
      const rows: RowValues<Sheet>[] = [];
      for await (const { values } of checkRows(sheet, reader.read(path, sheet), problems)) rows.push(values);
      expect(problems.named).toEqual([]);
      return rows;
    });
  }

  describe('of a county in which one village is finished', () => {
    beforeAll(async () => {
      service = await runningService();
      await openCampaign(service, { villages: [[2, 1], [1]] }, 20);
      await finishVillage(service);
      owner = new Client({ connectionString: service.database.adminUrl });
      await owner.connect();
    });
    afterAll(end);

    const proposeAndApprove = async () => {
      const ask = (person: Person, mutation: string, type: string, input: object) =>
        person.ask<{ answer: { id: string; version: number; code?: string } }>(
          `mutation ($input: ${type}!) { answer: ${mutation}(input: $input) { ... on ScoreLineProposal { id version } ... on Refusal { code } } }`,
          { input: { key: randomUUID(), ...input } },
        );
      const proposal = { line: plainTotal, quota: 7, reason: '按规模控制。', mayLeaveOpen: true };
      const { answer } = await ask(
        service.as('supervisor', [countyCode]),
        'proposeScoreLine',
        'ProposeScoreLineInput',
        proposal,
      );
      const decision = { proposalId: answer.id, version: answer.version, approve: true };
      await ask(leader(), 'decideScoreLine', 'DecideScoreLineInput', decision);
    };

    it('have one member of the register a row, with days as days and numbers as anybody may see them', async () => {
      const made = await exported(officer(), 'exportRegister', { areaCode: villageCode(0) });
      expect(made).toMatchObject({ state: 'ready', rows: 6, names: 'inFull', idNumbers: 'masked' });
      const rows = await valuesIn(registerSheet, await fetched(officer(), made));
      expect(rows.map(({ number, position }) => `${number} ${position}`)).toEqual(
        ['0001', '0002']
          .flatMap((last) => [`${groupCode(0, 0)}${last} 1`, `${groupCode(0, 0)}${last} 2`])
          .concat(`${groupCode(0, 1)}0001 1`, `${groupCode(0, 1)}0001 2`),
      );
      expect(rows[3]).toEqual({
        number: `${groupCode(0, 0)}0002`,
        township: 'Township',
        village: 'Village 0',
        group: 'Group 0',
        hamlet: 'Hamlet',
        address: 'House 2',
        category: '2014年建档立卡户',
        poorVillage: '是',
        position: 2,
        name: 'Person 3',
        relation: '配偶',
        sex: expect.stringMatching(/^[男女]$/),
        birthDate: '1953-04-11',
        idNumber: '451225************',
        ethnicity: 'Han',
      });
    });

    it('have the numbers of the register in full when they were asked for so', async () => {
      const supervisor = service.as('supervisor', [countyCode]);
      const made = await exported(supervisor, 'exportRegisterInFull', { areaCode: countyCode });
      const rows = await valuesIn(registerSheet, await fetched(supervisor, made));
      const numbers = [0, 1, 2, 3].flatMap((household) => [numberOf(household, 0), numberOf(household, 1)]);
      expect(rows.map(({ idNumber }) => idNumber)).toEqual(numbers);
    });

    it('have each assessment with its points, item by item, and where the case is', async () => {
      const made = await exported(officer(), 'exportAssessments', { areaCode: townshipCode });
      expect(made).toMatchObject({ state: 'ready', rows: 4, names: 'inFull', idNumbers: 'absent' });
      const form = luocheng2015.form!;
      const items = form.items.map(({ key, name }) => ({ key, header: name.zh }));
      const rows = await valuesIn(assessmentSheet(items), await fetched(officer(), made));
      const [first, , , last] = rows as Record<string, string | number | undefined>[];
      expect(first).toMatchObject({
        number: `${groupCode(0, 0)}0001`,
        head: 'Person 0',
        persons: 2,
        stage: '已完成',
        assessedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        formVersion: form.version,
        total: plainTotal,
        enteredTotal: plainTotal,
        vetoed: '否',
      });
      const points = items.map(({ key }) => Number(first![`item ${key}`]));
      expect(points.reduce((sum, each) => sum + each, 0)).toBe(plainTotal);
      // Not yet visited: it is in the list, with nothing where nothing is.
      expect(last).toMatchObject({ head: 'Person 6', stage: luocheng2015.stages[0]!.name.zh, total: undefined });
    });

    it('mask the names for those who may not read members', async () => {
      const made = await exported(leader(), 'exportAssessments', { areaCode: countyCode });
      expect(made.names).toBe('masked');
      const [first] = await listIn(reader, assessmentsName, await fetched(leader(), made));
      expect(first!.户主).toBe('P*rson 0');
    });

    it('have no poor households before there is a line, and then those on its poor side', async () => {
      const area = { areaCode: countyCode };
      expect(await exported(leader(), 'exportPoorHouseholds', area)).toEqual({ code: 'NO_LINE_YET' });
      // Whoever asks for another's area is told nothing of it.
      const elsewhere = service.as('villageSecretary', [villageCode(1)], 'secretary of another village');
      const refused = await exported(elsewhere, 'exportPoorHouseholds', { areaCode: villageCode(0) });
      expect(refused).toEqual({ code: 'NOT_FOUND' });
      await proposeAndApprove();
      await owner.query(
        `UPDATE entry SET vetoed = true, veto_reason = '=cmd' WHERE household_id = (SELECT id FROM household WHERE number = $1)`,
        [`${groupCode(0, 0)}0002`],
      );
      await letVetoStand(owner, `${groupCode(0, 0)}0002`);
      const made = await exported(officer(), 'exportPoorHouseholds', { areaCode: villageCode(0) });
      expect(made).toMatchObject({ state: 'ready', rows: 2, names: 'inFull', idNumbers: 'absent' });
      expect(await valuesIn(poorHouseholdSheet, await fetched(officer(), made))).toEqual([
        poorRow(0, '0001', 'Person 0'),
        poorRow(1, '0001', 'Person 4'),
      ]);
      const member = service.as('taskGroupMember', [countyCode]);
      const masked = await exported(member, 'exportPoorHouseholds', area);
      const [first] = await valuesIn(poorHouseholdSheet, await fetched(member, masked));
      expect(first!.head).toBe('P*rson 0');
    });

    function poorRow(group: number, last: string, head: string) {
      return {
        number: `${groupCode(0, group)}${last}`,
        township: 'Township',
        village: 'Village 0',
        group: `Group ${group}`,
        head,
        persons: 2,
        score: plainTotal,
      };
    }

    it('have the scenarios of the line as the graph has them, for whoever has the whole county', async () => {
      const input = { quota: 3, lines: [plainTotal - 1, plainTotal] };
      const part = service.as('supervisor', [townshipCode], 'supervisor of a township');
      expect(await exported(part, 'exportScoreLineTable', input)).toEqual({ code: 'NOT_ALLOWED' });
      expect(await exported(leader(), 'exportScoreLineTable', { quota: -1 })).toEqual({ code: 'INVALID_INPUT' });
      const made = await exported(leader(), 'exportScoreLineTable', input);
      expect(made).toMatchObject({ state: 'ready', rows: 4, names: 'absent', idNumbers: 'absent' });
      const rows = await valuesIn(scoreLineTableSheet, await fetched(leader(), made));
      const { scoreLineTable } = await leader().ask<{ scoreLineTable: { scenarios: object[] } }>(
        `query ($quota: Int!, $lines: [Int!]) {
           scoreLineTable(quota: $quota, lines: $lines) { scenarios { line households persons overQuota townships { households persons } } }
         }`,
        input,
      );
      const ofCounty = rows.filter(({ area }) => area === 'County');
      const ofTownships = rows.filter(({ area }) => area === 'Township');
      expect(scoreLineTable.scenarios).toEqual(
        ofCounty.map(({ line, households, persons, overQuota }, place) => ({
          ...{ line, households, persons, overQuota },
          townships: [{ households: ofTownships[place]!.households, persons: ofTownships[place]!.persons }],
        })),
      );
    });

    it('hold no text that a spreadsheet would execute, whatever people have written', async () => {
      const beginnings = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'];
      for (const text of beginnings) {
        await owner.query(`UPDATE member SET name = $1, ethnicity = $1`, [text]);
        await owner.query(`UPDATE household SET address = $1`, [text]);
        await owner.query(`UPDATE hamlet SET name = $1`, [text]);
        await owner.query(`UPDATE area SET name = $1`, [text]);
        await owner.query(`UPDATE entry SET veto_reason = $1 WHERE vetoed`, [text]);
        const lists = [
          [registerSheet.name, await exported(officer(), 'exportRegister', { areaCode: townshipCode })],
          [assessmentsName, await exported(officer(), 'exportAssessments', { areaCode: townshipCode })],
          [poorHouseholdSheet.name, await exported(officer(), 'exportPoorHouseholds', { areaCode: townshipCode })],
        ] as const;
        for (const [name, made] of lists) {
          const cells = (await listIn(reader, name, await fetched(officer(), made))).flatMap((row) =>
            Object.values(row),
          );
          expect(cells.filter((cell) => dangerous.test(cell))).toEqual([]);
          expect(cells).toContain(`'${text}`);
        }
      }
    });
  });

  describe('of some thousand households', () => {
    const [inFirst, inSecond] = [1_300, 1_200];
    beforeAll(async () => {
      service = await runningService();
      await openCampaign(service, { villages: [[inFirst], [inSecond]] });
      owner = new Client({ connectionString: service.database.adminUrl });
      await owner.connect();
    });
    afterAll(end);
    afterEach(() => jest.restoreAllMocks());

    it('are written page by page: no more is held than the members of 500 households', async () => {
      const page = jest.spyOn(RegisterQueries.prototype, 'page');
      const made = await exported(officer(), 'exportRegister', { areaCode: townshipCode });
      expect(made).toMatchObject({ state: 'ready', rows: 2 * (inFirst + inSecond) });
      const pages = await Promise.all(page.mock.results.map(({ value }) => value as Promise<unknown[]>));
      expect(pages.map((rows) => rows.length)).toEqual([1_000, 1_000, 1_000, 1_000, 1_000, 0]);
      const rows = await valuesIn(registerSheet, await fetched(officer(), made));
      expect(new Set(rows.map(({ number, position }) => `${number} ${position}`)).size).toBe(2 * (inFirst + inSecond));
    });

    it('are of the village alone that was asked for, and in full with as many readings', async () => {
      const made = await exported(officer(), 'exportRegisterInFull', { areaCode: villageCode(1) });
      expect(made.rows).toBe(2 * inSecond);
      const { rows } = await owner.query<{ members: number; areas: string[] }>(
        `SELECT count(DISTINCT member_id)::int AS members, array_agg(DISTINCT left(area_code, 12)) AS areas
           FROM identity_reading WHERE export_id = $1`,
        [made.id],
      );
      expect(rows).toEqual([{ members: 2 * inSecond, areas: [villageCode(1)] }]);
    });

    it('show a number that was forgotten as everybody sees it, and read nothing', async () => {
      const number = `${groupCode(1, 0)}0700`;
      await owner.query(`UPDATE household SET salt = NULL WHERE number = $1`, [number]);
      const made = await exported(officer(), 'exportRegisterInFull', { areaCode: villageCode(1) });
      const rows = await valuesIn(registerSheet, await fetched(officer(), made));
      const masked = rows.filter(({ idNumber }) => idNumber!.endsWith('*'));
      expect(masked.map((row) => row.number)).toEqual([number, number]);
      const readings = await owner.query(`SELECT FROM identity_reading WHERE export_id = $1`, [made.id]);
      expect(readings.rowCount).toBe(2 * inSecond - 2);
    });
  });
});
