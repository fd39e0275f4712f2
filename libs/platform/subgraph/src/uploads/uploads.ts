import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { InvalidInput, NotFound } from '@jingzhun/kernel';

const fileIdShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Files that people hand in, kept by an id that cannot be guessed until the service has read them. */
export class Uploads {
  constructor(
    private readonly folder: string,
    private readonly maximumBytes: number,
  ) {}

  /**
   * Stores what `content` delivers and answers its id. Nothing is kept of a file that is too long or is not the declared one.
   *
   * @throws InvalidInput saying which of the two it was
   */
  async receive(content: Readable, sha256: string, maximumBytes = this.maximumBytes): Promise<string> {
    await mkdir(this.folder, { recursive: true });
    const fileId = randomUUID();
    const arriving = `${this.path(fileId)}.part`;
    const hash = createHash('sha256');
    try {
      await pipeline(content, limit(maximumBytes, hash), createWriteStream(arriving, { mode: 0o600 }));
      if (hash.digest('hex') !== sha256) {
        throw new InvalidInput(
          'The file that arrived is not the one declared.',
          'content-digest',
          'Send the file again.',
        );
      }
      await rename(arriving, this.path(fileId));
      return fileId;
    } catch (error) {
      await rm(arriving, { force: true });
      throw error;
    }
  }

  /** @throws NotFound when there is no such file */
  async open(fileId: string): Promise<Readable> {
    if (!fileIdShape.test(fileId)) throw new NotFound('There is no such file.', 'fileId');
    const file = await open(this.path(fileId)).catch(() => undefined);
    if (!file) throw new NotFound('There is no such file.', 'fileId');
    return file.createReadStream();
  }

  /** Forgets a file that has been read; one that is not there is forgotten already. */
  async discard(fileId: string): Promise<void> {
    if (fileIdShape.test(fileId)) await rm(this.path(fileId), { force: true });
  }

  /** Forgets what came before `moment` and was never read, the halves of broken transmissions included. */
  async discardOlder(moment: Date): Promise<void> {
    const names = await readdir(this.folder).catch(() => []);
    for (const name of names.filter((each) => fileIdShape.test(each.replace(/\.part$/, '')))) {
      const path = join(this.folder, name);
      const found = await stat(path).catch(() => undefined);
      if (found && found.mtime < moment) await rm(path, { force: true });
    }
  }

  private path(fileId: string): string {
    return join(this.folder, fileId);
  }
}

/** Passes bytes on, counting and hashing them, and breaks off at the limit. */
function limit(maximumBytes: number, hash: ReturnType<typeof createHash>): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      hash.update(chunk);
      const fits = size <= maximumBytes;
      const refused = new InvalidInput(`A file has at most ${maximumBytes} bytes.`, 'file', 'Split the file.');
      done(fits ? null : refused, fits ? chunk : undefined);
    },
  });
}
