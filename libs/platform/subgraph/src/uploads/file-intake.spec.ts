import { InvalidInput } from '@jingzhun/kernel';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { temporaryFolder } from '../testing/temporary-folder';
import { testPdf, testPng } from '../testing/test-pictures';
import type { ContentRules } from './checked-content';
import { FileIntake } from './file-intake';
import { FolderFiles } from './folder-files';
import { Uploads } from './uploads';

const rules: ContentRules = { mediaTypes: ['image/png'], maximumBytes: 10_000, maximumPixels: 10_000 };
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

describe('a file handed in to be kept', () => {
  const folder = temporaryFolder('intake');
  const intake = new FileIntake(new Uploads(folder, 1_000_000));
  const picture = testPng(20, 20);

  const take = (content: Buffer, declared: { sha256?: string; bytes?: number } = {}, keep = () => Promise.resolve(1)) =>
    intake.take(Readable.from([content]), { sha256: sha256(content), ...declared }, rules, keep);

  it('is handed on once it was looked at, and what arrived is forgotten', async () => {
    const keep = jest.fn(() => Promise.resolve('kept'));
    expect(await intake.take(Readable.from([picture]), { sha256: sha256(picture) }, rules, keep)).toBe('kept');
    expect(keep).toHaveBeenCalledWith(expect.objectContaining({ mediaType: 'image/png', width: 20, height: 20 }));
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ['is not the one declared', picture, { sha256: sha256(testPdf) }],
    ['is declared longer than its kind may be', picture, { bytes: 10_001 }],
    ['is longer than its kind may be, whatever was declared', Buffer.alloc(10_001), { bytes: 5 }],
    ['is of another type', testPdf, {}],
  ])('is refused and leaves nothing behind when it %s', async (_, content, declared) => {
    const keep = jest.fn(() => Promise.resolve(1));
    await expect(take(content, declared, keep)).rejects.toThrow(InvalidInput);
    expect(keep).not.toHaveBeenCalled();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves nothing behind when it could not be kept, and the next one is taken', async () => {
    await expect(take(picture, {}, () => Promise.reject(new Error('the disk is full')))).rejects.toThrow('disk');
    expect(readdirSync(folder)).toEqual([]);
    expect(await take(picture)).toBe(1);
  });

  it('is looked at while no other is', async () => {
    let inside = 0;
    let most = 0;
    const keep = async (): Promise<number> => {
      most = Math.max(most, ++inside);
      await new Promise(setImmediate);
      inside -= 1;
      return 1;
    };
    await Promise.all(Array.from({ length: 8 }, () => take(picture, {}, keep)));
    expect(most).toBe(1);
  });

  it('is forgotten when a process fell while it arrived, once that is long ago; nothing else in the folder is', async () => {
    const [old, half, young, foreign] = [randomUUID(), `${randomUUID()}.part`, randomUUID(), 'county.csv'];
    for (const name of [old, half, young, foreign]) writeFileSync(join(folder, name), 'x');
    for (const name of [old, half, foreign]) utimesSync(join(folder, name), new Date(0), new Date(0));
    await intake.discardOlder(new Date(1_000));
    expect(readdirSync(folder).sort()).toEqual([young, foreign].sort());
    await new FileIntake(new Uploads(join(folder, 'nowhere'), 1)).discardOlder(new Date());
  });
});

describe('kept files', () => {
  const folder = temporaryFolder('kept');
  const files = new FolderFiles(folder);
  const pathOf = (id: string) => join(folder, id.slice(0, 2), id.slice(2, 4), id);

  it('lie in two levels of folders, for the service alone to read, and come back as they were', async () => {
    const id = randomUUID();
    await files.put(id, testPdf);
    expect(readFileSync(pathOf(id)).equals(testPdf)).toBe(true);
    expect(statSync(pathOf(id)).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, id.slice(0, 2))).mode & 0o777).toBe(0o700);
    expect((await buffer(await files.open(id))).equals(testPdf)).toBe(true);
  });

  it('are gone when they are removed, which may be said again', async () => {
    const id = randomUUID();
    await files.put(id, testPdf);
    writeFileSync(`${pathOf(id)}.part`, 'half');
    await files.remove(id);
    await files.remove(id);
    expect(existsSync(pathOf(id)) || existsSync(`${pathOf(id)}.part`)).toBe(false);
    await expect(files.open(id)).rejects.toThrow('ENOENT');
  });

  it('are asked for by ids only, never by a way through the folders', async () => {
    await expect(files.open('../../etc/passwd')).rejects.toThrow('uuid');
    await expect(files.put('../x', testPdf)).rejects.toThrow('uuid');
  });
});
