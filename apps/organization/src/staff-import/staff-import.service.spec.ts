import { randomUUID } from 'node:crypto';
import type { StaffImport } from '../graph.generated';
import { RunningService } from '../testing/running-service';
import { county, lineOf, otherTownship, smallStaffFile, township } from '../testing/small-staff';
import { administratorOf, change, importEnded, importStaff, upload } from '../testing/steps';
import { StaffImportService } from './staff-import.service';

const tables = ['person', 'team', 'team_member', 'assignment', 'account', 'outbox_event', 'staff_import_row'];

const empty = Object.fromEntries(tables.map((table) => [table, table === 'account' ? 1 : 0]));

async function rowsIn(service: RunningService): Promise<Record<string, number>> {
  const counted = tables.map((table) => `(SELECT count(*)::int FROM ${table}) AS ${table}`);
  const [rows] = await service.look<Record<string, number>>(`SELECT ${counted.join()}`);
  return rows!;
}

describe('a staff file that is taken in', () => {
  let service: RunningService;
  beforeEach(async () => {
    service = await RunningService.start();
  });
  afterEach(() => service.close());

  it('is taken in whole, and others are told of every assignment', async () => {
    expect(await importStaff(service, `\uFEFF${smallStaffFile()}\n`)).toMatchObject({
      state: 'done',
      linesRead: 30,
      problems: [],
      counts: { people: 9, teams: 4, assignments: 7, accounts: 5 },
    });
    expect(await rowsIn(service)).toEqual({
      person: 9,
      team: 4,
      team_member: 5,
      assignment: 7,
      account: 6,
      outbox_event: 7,
      staff_import_row: 0,
    });
    const events = await service.look<{ data: object }>(
      `SELECT data - 'changedAt' AS data FROM outbox_event JOIN assignment ON assignment.id::text = key
         JOIN team ON team.id = team_id AND team.number = 'FIELD1'`,
    );
    const [team] = await service.look<{ id: string; leader_id: string }>(`SELECT * FROM team WHERE number = 'FIELD1'`);
    expect(events).toEqual([
      {
        data: { areaCode: '451225100201001', role: 'fieldWorker', teamId: team!.id, personId: team!.leader_id },
      },
    ]);
  });

  it('is refused when it comes again', async () => {
    await importStaff(service, smallStaffFile());
    const { state, problems } = await importStaff(service, smallStaffFile());
    expect(state).toBe('refused');
    expect(problems[0]).toEqual({ line: 2, problem: 'person P001 is on the list already' });
    expect(await rowsIn(service)).toMatchObject({ person: 9 });
  });

  it('is taken up again by a service that was stopped in the middle', async () => {
    const fileId = await upload(service, smallStaffFile());
    const id = randomUUID();
    await service.look(
      `INSERT INTO staff_import (id, file_id, account_id, areas, request_id, state, started_at)
       VALUES ($1, $2, $1, $3, 'request', 'running', now())`,
      [id, fileId, [county]],
    );
    await service.graph.app.get(StaffImportService, { strict: false }).onApplicationBootstrap();
    expect(await importEnded(administratorOf(service), id)).toMatchObject({ state: 'done', counts: { people: 9 } });
  });

  it('is done once when it is asked for twice, and refuses another file under its key', async () => {
    const administrator = administratorOf(service);
    const input = { key: randomUUID(), fileId: await upload(service, smallStaffFile(), administrator) };
    const ask = (asked: object) =>
      change<StaffImport>(administrator, 'importStaff', { ...asked }, '... on StaffImport { id state startedAt }');
    const [first, second] = await Promise.all([ask(input), ask(input)]);
    expect(second).toEqual(first);
    expect(await importEnded(administrator, first.id!)).toMatchObject({ state: 'done' });
    expect(await ask(input)).toEqual(first);
    const other = await upload(service, smallStaffFile(), administrator);
    expect(await ask({ ...input, fileId: other })).toMatchObject({ code: 'KEY_REUSED' });
    expect(await ask({ key: randomUUID(), fileId: input.fileId })).toMatchObject({
      code: 'NOT_FOUND',
      field: 'fileId',
    });
    expect(await rowsIn(service)).toMatchObject({ person: 9 });
  });
});

describe('a staff file that is refused', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await RunningService.start();
  });
  afterAll(() => service.close());

  it('is refused whole, with each line named, and nothing of it is kept', async () => {
    const file = smallStaffFile({
      replace: {
        [lineOf('person,P004')]: 'person,P004,Somebody,call me',
        [lineOf('assignment,451225105,')]: `assignment,${otherTownship},townshipOfficer,,P099`,
        [lineOf('end')]: 'end,9,4,7,7',
      },
    });
    const { state, problems, counts: taken } = await importStaff(service, file);
    expect({ state, taken }).toEqual({ state: 'refused', taken: null });
    expect(problems.map(({ line }) => line)).toEqual([5, 13, 22, 28, 30]);
    expect(problems[0]).toEqual({ line: 5, problem: 'the phone number of person P004 is not one' });
    expect(await rowsIn(service)).toEqual(empty);
  });

  it.each([
    ['a file that is no CSV', Buffer.from(smallStaffFile({ replace: { 4: 'person,"P00"3,x,1' } })), 4],
    [
      'a file in another encoding',
      Buffer.from(smallStaffFile({ replace: { 4: 'person,P003,\u00E4\u00F6,10010000003' } }), 'latin1'),
      4,
    ],
    ['an empty file', Buffer.from(''), 0],
    ['a file that is cut off', Buffer.from(smallStaffFile().slice(0, -30)), 29],
  ])('may be %s', async (_, file, line) => {
    const { state, problems } = await importStaff(service, file);
    expect({ state, line: problems[0]!.line }).toEqual({ state: 'refused', line });
    expect(await rowsIn(service)).toEqual(empty);
  });

  it('has a hundred of its faults named at most', async () => {
    const { state, problems } = await importStaff(service, `staff,1\n${'person,,,\n'.repeat(500)}`);
    expect({ state, faults: problems.length }).toEqual({ state: 'refused', faults: 100 });
  });

  it('reaches beyond the township of the administrator', async () => {
    const own = service.as('administrator', [township]);
    const { state, problems } = await importStaff(service, smallStaffFile(), own);
    expect(state).toBe('refused');
    expect(problems[0]).toEqual({ line: 15, problem: `the area ${otherTownship} lies outside your area` });
  });

  it('comes from somebody who is no administrator', async () => {
    const officer = service.as('townshipOfficer', [township]);
    const { status } = await service.graph.upload(officer.passport!, smallStaffFile());
    expect(status).toBe(422);
    const { errors } = await officer.execute(`{ staffImport(id: "${randomUUID()}") { state } }`);
    expect(errors?.[0]?.extensions?.code).toBe('NOT_ALLOWED');
  });
});
