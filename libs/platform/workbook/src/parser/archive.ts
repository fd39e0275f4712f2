import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { fromFdPromise, type Entry, type ZipFile } from 'yauzl';
import type { WorkbookLimits } from '../limits';
import { damaged, Refused } from './refused';

const zipMagic = 0x504b0304;
/** A compound file: an .xls of before 2007, or a workbook under a password. */
const compoundMagic = 0xd0cf11e0;
/** Below this size a part may be packed as tightly as it likes. */
const ratioMattersFrom = 1024 * 1024;
const stored = 0;
const deflated = 8;
/** A local header before its name. */
const localHeaderBytes = 30;

/**
 * The parts of a package. Everything is decided by its central directory, and the directory is held to: a part that unpacks to
 * another size or checksum than the directory says is damaged, so nothing can be larger than what was admitted.
 */
export class Archive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws Refused */
  static async open(path: string, limits: WorkbookLimits): Promise<Archive> {
    const zip = await openZip(path, limits);
    try {
      return new Archive(zip, await admitted(zip, limits));
    } catch (error) {
      zip.close();
      throw error instanceof Refused ? error : damaged('its directory makes no sense');
    }
  }

  get names(): string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The text of a part, piece by piece. @throws Refused */
  async *text(name: string): AsyncGenerator<string> {
    const entry = this.entries.get(name);
    if (!entry) throw damaged(`its part ${name} is missing`);
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let sum = 0;
    try {
      const content: AsyncIterable<Buffer> = await this.zip.openReadStreamPromise(entry);
      for await (const bytes of content) {
        sum = crc32(bytes, sum);
        const text = decoder.decode(bytes, { stream: true });
        if (text) yield text;
      }
      decoder.decode();
    } catch (error) {
      throw error instanceof Refused ? error : damaged(`its part ${name} cannot be unpacked`);
    }
    if (sum >>> 0 !== entry.crc32 >>> 0) throw damaged(`its part ${name} is not the one that was packed`);
  }

  close(): void {
    this.zip.close();
  }
}

async function openZip(path: string, limits: WorkbookLimits): Promise<ZipFile> {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (size > limits.fileBytes)
      throw new Refused('FILE_TOO_LARGE', `The file has ${size} bytes; ${limits.fileBytes} are allowed.`);
    assertKind(file);
    const zip = await fromFdPromise(file);
    // Told also to whoever waits for the entry at fault.
    zip.on('error', () => undefined);
    return zip;
  } catch (error) {
    closeSync(file);
    throw error instanceof Refused ? error : damaged('it is not a whole package');
  }
}

function assertKind(file: number): void {
  const beginning = Buffer.alloc(4);
  readSync(file, beginning, 0, 4, 0);
  const magic = beginning.readUInt32BE(0);
  if (magic === compoundMagic)
    throw new Refused(
      'OLD_OR_LOCKED_WORKBOOK',
      'The file is an .xls or has a password. Remove the password and save it as an .xlsx workbook.',
    );
  if (magic !== zipMagic)
    throw new Refused('NOT_A_WORKBOOK', 'The file is not an .xlsx workbook. Save it as one and send it again.');
}

async function admitted(zip: ZipFile, limits: WorkbookLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.parts) throw new Refused('TOO_MANY_PARTS', `The package has ${zip.entryCount} parts.`);
  const entries = new Map<string, Entry>();
  let unzipped = 0;
  for await (const entry of zip.eachEntry()) {
    assertPart(entry, limits);
    unzipped += entry.uncompressedSize;
    if (unzipped > limits.unzippedBytes)
      throw new Refused('UNPACKS_TOO_LARGE', `The file unpacks to more than ${limits.unzippedBytes} bytes.`);
    const name = entry.fileName.replace(/^\/+/, '');
    // Names are the same in any case; of two parts with one name every program reads another.
    if ([...entries.keys()].some((known) => known.toLowerCase() === name.toLowerCase()))
      throw damaged(`it has the part ${name} twice`);
    entries.set(name, entry);
  }
  assertApart([...entries.values()]);
  return entries;
}

function assertPart(entry: Entry, limits: WorkbookLimits): void {
  if (entry.isEncrypted())
    throw new Refused('OLD_OR_LOCKED_WORKBOOK', 'The file has a password. Remove it and send the file again.');
  if (entry.compressionMethod !== stored && entry.compressionMethod !== deflated)
    throw damaged('it is packed in an unknown way');
  const { uncompressedSize: large, compressedSize: small } = entry;
  if (large > ratioMattersFrom && large > small * limits.ratio)
    throw new Refused('UNPACKS_TOO_LARGE', `A part of the file is packed more than ${limits.ratio} times.`);
}

/** Parts that overlap would unpack the same bytes again and again, more than all limits together. */
function assertApart(entries: Entry[]): void {
  const inOrder = entries.sort((one, other) => one.relativeOffsetOfLocalHeader - other.relativeOffsetOfLocalHeader);
  let end = 0;
  for (const entry of inOrder) {
    if (entry.relativeOffsetOfLocalHeader < end) throw damaged('its parts overlap');
    end =
      entry.relativeOffsetOfLocalHeader + localHeaderBytes + Buffer.byteLength(entry.fileName) + entry.compressedSize;
  }
}
