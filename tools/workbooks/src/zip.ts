import { crc32, deflateRawSync } from 'node:zlib';

/** One part of a package, and what is said of it. What is not said is the truth. */
export interface ZipPart {
  name: string;
  content: Buffer;
  /** What the directory says instead. */
  said?: Partial<{ size: number; packedSize: number; sum: number; method: number; flags: number; offset: number }>;
}

const localHeader = 0x04034b50;
const directoryEntry = 0x02014b50;
const endOfDirectory = 0x06054b50;
const deflated = 8;
const utf8Names = 0x800;

/** A package of these parts. Ordinary packers cannot tell lies, and a reader must be shown some. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const packed = deflateRawSync(part.content);
    const truth = {
      ...{ size: part.content.length, packedSize: packed.length, sum: crc32(part.content) },
      ...{ method: deflated, flags: utf8Names, offset },
    };
    const name = Buffer.from(part.name);
    pieces.push(headerOf(localHeader, truth, name), packed);
    directory.push(headerOf(directoryEntry, { ...truth, ...part.said }, name));
    offset += 30 + name.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(endOfDirectory, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, list, end]);
}

function headerOf(signature: number, said: Required<NonNullable<ZipPart['said']>>, name: Buffer): Buffer {
  const inDirectory = signature === directoryEntry;
  const header = Buffer.alloc(inDirectory ? 46 : 30);
  // The directory has one field more before those both have.
  const at = inDirectory ? 2 : 0;
  header.writeUInt32LE(signature, 0);
  header.writeUInt16LE(20, 4 + at);
  header.writeUInt16LE(said.flags, 6 + at);
  header.writeUInt16LE(said.method, 8 + at);
  header.writeUInt32LE(said.sum, 14 + at);
  header.writeUInt32LE(said.packedSize, 18 + at);
  header.writeUInt32LE(said.size, 22 + at);
  header.writeUInt16LE(name.length, 26 + at);
  if (inDirectory) header.writeUInt32LE(said.offset, 42);
  return Buffer.concat([header, name]);
}
