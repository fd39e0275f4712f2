import { callerFor, type Caller, type Passport } from '@jingzhun/access';
import { passportOf } from '@jingzhun/access/testing';
import { Database } from '@jingzhun/database';
import { StoredFiles } from '@jingzhun/subgraph';
import { testJpeg, testPdf, testPng } from '@jingzhun/subgraph/testing';
import { createHash, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { importFile, runningService, type RunningService } from '../testing/running-service';
import { countyCode, groupCode, smallCountyFile, townshipCode, villageCode } from '../testing/small-county';
import { OrphanFiles } from './orphan-files';
import { FileNotUsable } from './stored-file.errors';
import { evidenceRoles, mostWaiting, type FileKind } from './stored-file.rules';
import { StoredFileService } from './stored-file.service';

const own = groupCode(0, 0);
const other = groupCode(0, 1);

interface Someone {
  passport: Passport;
  caller: Caller;
}

function someone(role: Parameters<typeof passportOf>[0], areas: string[]): Someone {
  const id = randomUUID();
  const passport = { ...passportOf(role, areas, id), personId: id };
  return { passport, caller: callerFor(passport, evidenceRoles) };
}

describe('evidence', () => {
  let service: RunningService;
  let files: StoredFileService;
  let orphans: OrphanFiles;
  let database: Database;
  const worker = someone('fieldWorker', [own]);

  beforeAll(async () => {
    service = await runningService();
    await importFile(service.as('administrator', [countyCode]), smallCountyFile({ villages: [[1, 1], [1]] }));
    files = service.graph.app.get(StoredFileService);
    orphans = service.graph.app.get(OrphanFiles);
    database = service.graph.app.get(Database);
  });
  afterAll(() => service.close());

  const send = ({ passport }: Someone, content: Buffer, kind = 'photo', areaCode = own) =>
    service.graph.upload(passport, content, `/files/${kind}?areaCode=${areaCode}`);

  async function handedIn(by = worker, content = testJpeg(), kind = 'photo', areaCode = own): Promise<string> {
    const { status, body } = await send(by, content, kind, areaCode);
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body.fileId;
  }

  const attach = (
    { caller }: Someone,
    ids: string[],
    to: { id?: string; areaCode?: string } = {},
    kind: FileKind = 'photo',
  ) =>
    database.transaction(caller, (tx) =>
      files.attach(tx, ids, { subject: 'visit', id: randomUUID(), areaCode: own, by: caller.personId, ...to }, kind),
    );

  const isKept = async (id: string): Promise<boolean> =>
    service.graph.app
      .get(StoredFiles)
      .open(id)
      .then(
        (content) => Boolean(content.destroy()),
        () => false,
      );

  describe('is handed in', () => {
    it.each([
      ['photo', testJpeg()],
      ['photo', testPng(40, 30)],
      ['signature', testPng(200, 80)],
      ['document', testPdf],
    ])('as a %s, and shown to those who work there as it is kept', async (kind, content) => {
      const id = await handedIn(worker, content, kind);
      const { status, headers, body } = await service.graph.download(worker.passport, `/files/${id}`);
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        'content-disposition': expect.stringMatching(`^attachment; filename="${kind}-${id}\\.(jpg|png|pdf)"$`),
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        'content-length': String(body.length),
      });
      const { storedFile } = await shown(worker, id, 'bytes sha256');
      expect(storedFile).toEqual({ bytes: body.length, sha256: createHash('sha256').update(body).digest('hex') });
    });

    it('with what the camera claims told to inspectors, and no longer in the file', async () => {
      const claimed = {
        takenAt: '2015:10:20 09:30:00',
        latitude: [24, 46, 39],
        latitudeRef: 'N',
        extra: 'SERIAL-8848',
      };
      const id = await handedIn(worker, testJpeg(claimed as Parameters<typeof testJpeg>[0]));
      const { body } = await service.graph.download(worker.passport, `/files/${id}`);
      expect(body.includes('SERIAL-8848')).toBe(false);
      const query = 'claimedTakenAt claimedLatitude claimedLongitude';
      expect((await shown(someone('supervisor', [countyCode]), id, query)).storedFile).toEqual({
        claimedTakenAt: '2015-10-20T09:30:00',
        claimedLatitude: expect.closeTo(24.7775, 4),
        claimedLongitude: null,
      });
      const refused = await service.graph.execute<object>(
        worker.passport,
        `{ storedFile(id: "${id}") { claimedTakenAt } }`,
      );
      expect(refused.errors?.[0]?.extensions?.code).toBe('NOT_ALLOWED');
    });

    it.each<[string, string, Buffer, string, string]>([
      ['a photo that is a PDF', 'photo', testPdf, own, 'INVALID_INPUT'],
      ['a signature of too many pixels', 'signature', testPng(2001, 2000), own, 'INVALID_INPUT'],
      ['a kind nobody knows', 'video', testJpeg(), own, 'NOT_FOUND'],
      ['no area', 'photo', testJpeg(), '', 'INVALID_INPUT'],
      ['an area of somebody else', 'photo', testJpeg(), other, 'NOT_FOUND'],
      ['an area that does not exist', 'photo', testJpeg(), `${own}0001`, 'INVALID_INPUT'],
    ])('never with %s', async (_, kind, content, area, code) => {
      expect(await send(worker, content, kind, area)).toMatchObject({ status: 422, body: { code } });
    });

    it('never for an area that is in no list of the county', async () => {
      const township = someone('townshipOfficer', [townshipCode]);
      expect(await send(township, testJpeg(), 'photo', `${townshipCode}999`)).toMatchObject({
        body: { code: 'NOT_FOUND', field: 'areaCode' },
      });
    });

    it('by the people who work on cases and by no other', async () => {
      const outsiders = ['countyLeader', 'taskGroupMember'] as const;
      for (const role of outsiders) {
        const { passport } = { passport: passportOf(role, [own]) };
        const { body } = await service.graph.upload(passport, testJpeg(), `/files/photo?areaCode=${own}`);
        expect(body).toMatchObject({ code: 'NOT_ALLOWED' });
        expect((await service.graph.download(passport, `/files/${randomUUID()}`)).status).toBe(422);
      }
      for (const role of evidenceRoles) await handedIn(someone(role, [own]));
    });

    it(`by one person ${mostWaiting} times and not once more before something is recorded`, async () => {
      const eager = someone('fieldWorker', [own]);
      const id = await handedIn(eager);
      await database.transaction(eager.caller, (tx) =>
        tx.query(
          `INSERT INTO stored_file (id, kind, area_code, uploaded_by, media_type, bytes, sha256, received_sha256)
           SELECT gen_random_uuid(), kind, area_code, uploaded_by, media_type, bytes, sha256, received_sha256
             FROM stored_file, generate_series(2, $2) WHERE id = $1`,
          [id, mostWaiting],
        ),
      );
      expect((await send(eager, testJpeg())).body).toMatchObject({ code: 'TOO_MANY_FILES_WAITING' });
      await attach(eager, [id]);
      expect((await send(eager, testJpeg())).status).toBe(201);
    });
  });

  describe('is shown', () => {
    it('within the area of its record and nowhere else', async () => {
      const id = await handedIn();
      const neighbour = someone('fieldWorker', [other]);
      const refused = await service.graph.download(neighbour.passport, `/files/${id}`);
      expect(refused.status).toBe(422);
      expect(JSON.parse(refused.body.toString())).toMatchObject({ code: 'NOT_FOUND' });
      expect((await shown(neighbour, id, 'id')).storedFile).toBeNull();
      expect((await service.graph.download(someone('supervisor', [countyCode]).passport, `/files/${id}`)).status).toBe(
        200,
      );
    });

    it('to nobody whose connection has not said whom it serves', async () => {
      const client = new Client({ connectionString: service.database.runningUrl });
      await client.connect();
      expect((await client.query('SELECT FROM stored_file')).rowCount).toBe(0);
      await client.end();
    });
  });

  describe('is attached', () => {
    it('to its record, once, and seen from there', async () => {
      const village = someone('villageSecretary', [villageCode(0)]);
      const id = await handedIn(village, testJpeg(), 'photo', villageCode(0));
      const record = randomUUID();
      await attach(village, [id], { id: record });
      await attach(village, [id], { id: record });
      const { storedFile } = await shown(worker, id, 'attachedSubject attachedTo areaCode');
      expect(storedFile).toEqual({ attachedSubject: 'visit', attachedTo: record, areaCode: own });
      expect([...(await files.attachedTo(worker.caller, 'visit', [record])).keys()]).toEqual([record]);
      expect((await files.attachedTo(worker.caller, 'sitting', [record])).size).toBe(0);
    });

    it('or refused with the fault of every file, and then nothing is attached', async () => {
      const [good, signature, foreign, taken] = [
        await handedIn(),
        await handedIn(worker, testPng(9, 9), 'signature'),
        await handedIn(someone('fieldWorker', [own])),
        await handedIn(),
      ];
      await attach(worker, [taken]);
      const unseen = await handedIn(someone('fieldWorker', [other]), testJpeg(), 'photo', other);
      const asked = [good, signature, foreign, taken, unseen, 'no id'];
      const refusal: unknown = await attach(worker, asked).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(FileNotUsable);
      expect((refusal as FileNotUsable).files).toEqual([
        { fileId: signature, fault: 'wrongKind' },
        { fileId: foreign, fault: 'foreign' },
        { fileId: taken, fault: 'attachedElsewhere' },
        { fileId: unseen, fault: 'missing' },
        { fileId: 'no id', fault: 'missing' },
      ]);
      expect((await shown(worker, good, 'attachedTo')).storedFile).toEqual({ attachedTo: null });
    });

    it('with the record it proves or not at all', async () => {
      const id = await handedIn();
      const work = database.transaction(worker.caller, async (tx) => {
        await files.attach(
          tx,
          [id],
          { subject: 'visit', id: randomUUID(), areaCode: own, by: worker.caller.personId },
          'photo',
        );
        throw new Error('the visit was refused');
      });
      await expect(work).rejects.toThrow('refused');
      expect((await shown(worker, id, 'attachedTo')).storedFile).toEqual({ attachedTo: null });
    });

    it('to one of two records that name it at the same moment', async () => {
      const id = await handedIn();
      const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => attach(worker, [id])));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });
  });

  describe('that no record names', () => {
    const afterwards = (): Date => new Date(Date.now() + 60_000);

    it('is removed once its time is over, and not before', async () => {
      const [waiting, attached] = [await handedIn(), await handedIn()];
      await attach(worker, [attached]);
      await orphans.removeOlder(new Date(Date.now() - 60_000));
      expect(await isKept(waiting)).toBe(true);
      expect(await orphans.removeOlder(afterwards())).toBeGreaterThan(0);
      expect([await isKept(waiting), await isKept(attached)]).toEqual([false, true]);
      expect((await shown(worker, waiting, 'id')).storedFile).toBeNull();
      await expect(attach(worker, [waiting])).rejects.toBeInstanceOf(FileNotUsable);
    });

    it('is spared when a record that is being written names it', async () => {
      const id = await handedIn();
      await database.transaction(worker.caller, async (tx) => {
        await files.attach(
          tx,
          [id],
          { subject: 'visit', id: randomUUID(), areaCode: own, by: worker.caller.personId },
          'photo',
        );
        await orphans.removeOlder(afterwards());
      });
      expect(await isKept(id)).toBe(true);
      expect((await shown(worker, id, 'attachedSubject')).storedFile).toEqual({ attachedSubject: 'visit' });
    });

    it('cannot be named while it is being removed, and a removal that was interrupted is finished', async () => {
      const id = await handedIn();
      await database.transaction(worker.caller, (tx) =>
        tx.query(`UPDATE stored_file SET doomed_at = clock_timestamp() WHERE id = $1`, [id]),
      );
      await expect(attach(worker, [id])).rejects.toMatchObject({ files: [{ fileId: id, fault: 'missing' }] });
      expect((await service.graph.download(worker.passport, `/files/${id}`)).status).toBe(422);
      expect(await orphans.removeOlder(new Date(0))).toBe(1);
      expect(await isKept(id)).toBe(false);
    });

    it('is either attached and kept or removed and refused, however the two meet', async () => {
      const ids = await Promise.all(Array.from({ length: 60 }, () => handedIn()));
      const seed = 20_151_023;
      const order = [...ids].sort((one, two) => hash(seed, one).localeCompare(hash(seed, two)));
      const removals = Array.from({ length: 3 }, () => orphans.removeOlder(afterwards()));
      const outcomes = await Promise.allSettled(order.map((id) => attach(worker, [id])));
      await Promise.all(removals);
      await orphans.removeOlder(afterwards());
      for (const [place, id] of order.entries()) {
        const attached = outcomes[place]!.status === 'fulfilled';
        expect({ id, kept: await isKept(id) }).toEqual({ id, kept: attached });
        expect((await shown(worker, id, 'id')).storedFile).toEqual(attached ? { id } : null);
      }
    });
  });

  async function shown({ passport }: Someone, id: string, fields: string): Promise<{ storedFile: object | null }> {
    const { data, errors } = await service.graph.execute<{ storedFile: object | null }>(
      passport,
      `query ($id: ID!) { storedFile(id: $id) { ${fields} } }`,
      { id },
    );
    if (!data || errors) throw new Error(JSON.stringify(errors));
    return data;
  }
});

function hash(seed: number, text: string): string {
  return createHash('sha256').update(`${seed} ${text}`).digest('hex');
}
