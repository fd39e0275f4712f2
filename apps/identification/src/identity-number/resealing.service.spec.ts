import { countyWide, Database } from '@jingzhun/database';
import { KeyMissing } from '@jingzhun/field-encryption';
import { testKey } from '@jingzhun/field-encryption/testing';
import { dataSource } from '../data-source';
import { askFor, registerOf } from '../testing/register';
import { openCampaign, runningService, type RunningService } from '../testing/running-service';
import { groupCode, numberOf } from '../testing/small-county';
import { IdentityNumbers } from './identity-numbers';
import { Resealing } from './resealing';
import { ResealingRepository } from './resealing.repository';

const keys = (...versions: number[]) => ({
  fields: versions.map((version) => testKey(version, 'fields')),
  index: versions.map((version) => testKey(version, 'index')),
});

describe('a new master key', () => {
  let service: RunningService;
  let database: Database;
  beforeAll(async () => {
    service = await runningService();
    await openCampaign(service, { villages: [[6, 2]] });
    database = new Database(await dataSource(service.database.runningUrl).initialize());
    const worker = service.as('fieldWorker', [groupCode(0, 0)]);
    const [household] = await registerOf(worker, groupCode(0, 0));
    const corrected = { householdId: household!.id, memberId: household!.members[0]!.id, idNumber: numberOf(40, 0) };
    await askFor(worker, 'IdentityCorrection', corrected);
  });
  afterAll(async () => {
    await database.dataSource.destroy();
    await service.close();
  });

  const resealing = (numbers = new IdentityNumbers(keys(2, 1))) =>
    new Resealing(database, new ResealingRepository(), numbers);
  const versions = async () => {
    const [row] = await database.read(countyWide, (tx) =>
      tx.query<{ sealed: string[]; index: string[]; requests: string[] }[]>(
        `SELECT array_agg(DISTINCT encode(substring(id_number_sealed FROM 2 FOR 2), 'hex')) AS sealed,
                array_agg(DISTINCT encode(substring(id_number_index FROM 1 FOR 2), 'hex')) AS index,
                (SELECT array_agg(DISTINCT encode(substring(numbers_sealed FROM 2 FOR 2), 'hex')) FROM change_request) AS requests
           FROM member`,
      ),
    );
    return row;
  };
  const find = async (idNumber: string, numbers: IdentityNumbers) => {
    const rows = await database.read(countyWide, (tx) =>
      tx.query<{ id: string; sealed: Buffer; salt: Buffer }[]>(
        `SELECT member.id, id_number_sealed AS sealed, salt FROM member JOIN household ON household.id = household_id
          WHERE id_number_index = ANY ($1)`,
        [numbers.indexes(idNumber)],
      ),
    );
    return rows.map(({ id, sealed, salt }) => numbers.ofHousehold(salt).open(id, sealed));
  };

  it('leaves what the former one sealed readable and findable while both are given', async () => {
    expect(await find(numberOf(3, 1), new IdentityNumbers(keys(2, 1)))).toEqual([numberOf(3, 1)]);
    expect(await find(numberOf(3, 1), new IdentityNumbers(keys(2)))).toEqual([]);
  });

  it('takes over where a run that was broken off had come, and brings every number under it', async () => {
    let transactions = 0;
    const breaksOff = resealing().run({
      rowsAtOnce: 5,
      onProgress: () => {
        if ((transactions += 1) === 2) throw new Error('the machine went down');
      },
    });
    await expect(breaksOff).rejects.toThrow('went down');
    expect(await versions()).toEqual({ sealed: ['0001', '0002'], index: ['0001', '0002'], requests: ['0001'] });
    // Meanwhile the service reads and finds both.
    for (const household of [0, 3, 7])
      expect(await find(numberOf(household, 0), new IdentityNumbers(keys(2, 1)))).toEqual([numberOf(household, 0)]);
    expect(await resealing().run({ rowsAtOnce: 5 })).toEqual({ members: 16 - 10, changeRequests: 1 });
    expect(await versions()).toEqual({ sealed: ['0002'], index: ['0002'], requests: ['0002'] });
  });

  it('needs the former one no more afterwards, and a second run finds nothing to do', async () => {
    for (let household = 0; household < 8; household += 1)
      expect(await find(numberOf(household, 1), new IdentityNumbers(keys(2)))).toEqual([numberOf(household, 1)]);
    expect(await resealing(new IdentityNumbers(keys(2))).run()).toEqual({ members: 0, changeRequests: 0 });
    expect(await find(numberOf(0, 0), new IdentityNumbers(keys(1)))).toEqual([]);
  });

  it('alone does not open what another sealed: it stops and says which version is missing', async () => {
    const stranger = new IdentityNumbers(keys(3));
    await expect(resealing(stranger).run()).rejects.toThrow(new KeyMissing(2));
    expect(await versions()).toMatchObject({ sealed: ['0002'] });
  });
});
