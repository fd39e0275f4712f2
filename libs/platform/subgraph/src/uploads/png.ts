import { Readable } from 'node:stream';
import { crc32, createInflate } from 'node:zlib';
import { readExif } from './exif';
import type { Picture } from './picture';

export const pngSignature = Buffer.from('89504e470d0a1a0a', 'hex');

/** The picture itself, its colours and its size on paper. Texts, times, camera data and unknown parts are left out. */
const keptChunks = new Set('IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs'.split(' '));

/** How many samples a pixel has, by colour type, and which depths it may have. */
const colourTypes: Record<number, { samples: number; depths: number[] }> = {
  0: { samples: 1, depths: [1, 2, 4, 8, 16] },
  2: { samples: 3, depths: [8, 16] },
  3: { samples: 1, depths: [1, 2, 4, 8] },
  4: { samples: 2, depths: [8, 16] },
  6: { samples: 4, depths: [8, 16] },
};

const lastFilter = 4;

interface Chunk {
  type: string;
  data: Buffer;
  whole: Buffer;
}

/**
 * A PNG without what is not the picture. Undefined when it is not a whole PNG whose pixels can be read, or is interlaced
 * (which no signature pad or camera writes, and printing could not show). `mayHave` is asked before its pixels are unpacked.
 */
export async function readPng(content: Buffer, mayHave: (pixels: number) => boolean): Promise<Picture | undefined> {
  const chunks = chunksOf(content);
  const [header] = chunks ?? [];
  if (!chunks || header?.type !== 'IHDR' || header.data.length !== 13) return undefined;
  const [width, height] = [header.data.readUInt32BE(0), header.data.readUInt32BE(4)];
  const rowBytes = bytesPerRow(header.data, width);
  if (rowBytes === undefined || width === 0 || height === 0) return undefined;
  // Transparency said twice, which the format forbids, is no picture to those who print.
  const hasAlpha = header.data[9]! >= 4;
  const kept = chunks.filter(({ type }) => keptChunks.has(type) && !(hasAlpha && type === 'tRNS'));
  const picture = { width, height, content: Buffer.concat([pngSignature, ...kept.map(({ whole }) => whole)]) };
  const exif = chunks.find(({ type }) => type === 'eXIf');
  const { takenAt, latitude, longitude } = exif ? readExif(exif.data) : {};
  if (mayHave(width * height)) {
    const pixels = chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data);
    if (!(await unpacksTo(pixels, height, 1 + rowBytes))) return undefined;
  }
  return { ...picture, claims: { takenAt, latitude, longitude } };
}

/** All chunks up to the end, each with a right check sum; undefined when there is no end. */
function chunksOf(content: Buffer): Chunk[] | undefined {
  const chunks: Chunk[] = [];
  for (let at = pngSignature.length; at + 12 <= content.length;) {
    const end = at + 12 + content.readUInt32BE(at);
    if (end > content.length) return undefined;
    const whole = content.subarray(at, end);
    if (crc32(whole.subarray(4, -4)) !== whole.readUInt32BE(whole.length - 4)) return undefined;
    const type = whole.toString('latin1', 4, 8);
    chunks.push({ type, data: whole.subarray(8, -4), whole });
    if (type === 'IEND') return chunks;
    at = end;
  }
  return undefined;
}

function bytesPerRow(header: Buffer, width: number): number | undefined {
  const [depth = 0, colour = 0, compression, filter, interlace] = header.subarray(8);
  const type = colourTypes[colour];
  if (!type?.depths.includes(depth) || compression !== 0 || filter !== 0 || interlace !== 0) return undefined;
  return Math.ceil((width * type.samples * depth) / 8);
}

/**
 * Whether the packed pixels are exactly so many rows, each beginning with a filter that exists. Unpacked piece by piece, so that
 * a small file cannot fill the memory.
 */
async function unpacksTo(packed: Buffer[], rows: number, rowBytes: number): Promise<boolean> {
  let size = 0;
  try {
    for await (const piece of Readable.from(packed).pipe(createInflate()) as AsyncIterable<Buffer>) {
      for (let at = (rowBytes - (size % rowBytes)) % rowBytes; at < piece.length; at += rowBytes) {
        if (piece[at]! > lastFilter) return false;
      }
      size += piece.length;
      if (size > rows * rowBytes) return false;
    }
  } catch {
    return false;
  }
  return size === rows * rowBytes;
}
