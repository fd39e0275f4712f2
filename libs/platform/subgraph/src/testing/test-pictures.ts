import { crc32, deflateSync } from 'node:zlib';

/** A whole grey JPEG of 24 by 16 pixels. */
const smallJpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQEAAgABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAQABgDASIAAhEBAxEB/8QAGAAAAwEBAAAAAAAAAAAAAAAAAAMEAgb/xAAkEAABAwMDBAMAAAAAAAAAAAABAAIDBBExEiFBFEJRUmHB4f/EABQBAQAAAAAAAAAAAAAAAAAAAAD/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwDv62R7ZwGvLdhtqI+1JqcO75yVdVQSyS6mYt7WSOintgY9vxA2hkc+Vwc8u25JPKFukgkikJfgjzdCD//Z',
  'base64',
);

/** What a camera may have written into a picture; `extra` is any other text, as a phone's serial number. */
export interface WrittenExif {
  orientation?: number;
  /** As EXIF writes it: `2015:10:20 09:30:00`. */
  takenAt?: string;
  offset?: string;
  /** Degrees, minutes, seconds. */
  latitude?: [number, number, number];
  latitudeRef?: string;
  longitude?: [number, number, number];
  longitudeRef?: string;
  extra?: string;
}

export const testJpegSize = { width: 24, height: 16 };

/** A JPEG as a phone would send it: with camera data, a comment, and bytes behind its end. */
export function testJpeg(exif: WrittenExif = {}, littleEndian = false): Buffer {
  const written = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), testTiff(exif, littleEndian)]);
  const comment = Buffer.from(exif.extra ?? 'a comment');
  return Buffer.concat([
    smallJpeg.subarray(0, 2),
    segment(0xe1, written),
    segment(0xfe, comment),
    smallJpeg.subarray(2),
    comment,
  ]);
}

/** How the pixels of a PNG are written: colour type, bits a sample, samples a pixel. */
export interface PngPixels {
  colour: number;
  depth: number;
  samples: number;
  /** Says what is transparent once more, which not every type may. */
  transparency?: boolean;
}

const withAlpha: PngPixels = { colour: 6, depth: 8, samples: 4 };

/** A PNG, by default with an alpha channel; `exif` goes into it as a phone would write it. */
export function testPng(width: number, height: number, exif?: WrittenExif, pixels: PngPixels = withAlpha): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([pixels.depth, pixels.colour], 8);
  const row = 1 + Math.ceil((width * pixels.samples * pixels.depth) / 8);
  const rows = Buffer.alloc(height * row, 0xff);
  // Every filter there is, in turn.
  for (let place = 0; place < height; place += 1) rows[place * row] = place % 5;
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', header),
    ...(pixels.colour === 3 ? [pngChunk('PLTE', Buffer.alloc(48, 7))] : []),
    ...(pixels.transparency ? [pngChunk('tRNS', Buffer.from([0, 1, 2]))] : []),
    ...(exif ? [pngChunk('eXIf', testTiff(exif, false)), pngChunk('tEXt', Buffer.from(exif.extra ?? ''))] : []),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The least that passes for a PDF. */
export const testPdf = Buffer.from('%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n');

export function pngChunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

function segment(code: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, code, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

/** Camera data in a TIFF structure: the image's folder, the camera's, the place's, and behind them what is too long for an entry. */
export function testTiff(exif: WrittenExif, littleEndian: boolean): Buffer {
  const order = new ByteOrder(littleEndian);
  const image = [order.short(0x0112, exif.orientation), order.text(0x010f, exif.extra)];
  const camera = [order.text(0x9003, exif.takenAt), order.text(0x9011, exif.offset)];
  const place = [
    order.text(1, exif.latitudeRef),
    order.rationals(2, exif.latitude),
    order.text(3, exif.longitudeRef),
    order.rationals(4, exif.longitude),
  ];
  const folders = [image, camera, place].map((entries) => entries.filter((entry) => entry !== undefined));
  const starts = [8];
  // The image's folder has two entries more: where the other two folders begin.
  folders.forEach((entries, place) => starts.push(starts[place]! + 6 + 12 * (entries.length + (place === 0 ? 2 : 0))));
  folders[0]!.push(order.long(0x8769, starts[1]!), order.long(0x8825, starts[2]!));
  const head = Buffer.concat([Buffer.from(littleEndian ? 'II' : 'MM'), order.uint16(42), order.uint32(8)]);
  let behind = Buffer.alloc(0);
  const written = folders.map((entries) => {
    const lines = entries.map(({ start, value }) => {
      if (value.length <= 4) return Buffer.concat([start, value, Buffer.alloc(4 - value.length)]);
      const at = starts[3]! + behind.length;
      behind = Buffer.concat([behind, value]);
      return Buffer.concat([start, order.uint32(at)]);
    });
    return Buffer.concat([order.uint16(lines.length), ...lines, Buffer.alloc(4)]);
  });
  return Buffer.concat([head, ...written, behind]);
}

interface WrittenEntry {
  /** Tag, type and count. */
  start: Buffer;
  value: Buffer;
}

class ByteOrder {
  constructor(private readonly little: boolean) {}

  short(tag: number, value: number | undefined): WrittenEntry | undefined {
    return value === undefined ? undefined : { start: this.start(tag, 3, 1), value: this.uint16(value) };
  }

  long(tag: number, value: number): WrittenEntry {
    return { start: this.start(tag, 4, 1), value: this.uint32(value) };
  }

  text(tag: number, value: string | undefined): WrittenEntry | undefined {
    return value === undefined
      ? undefined
      : { start: this.start(tag, 2, value.length + 1), value: Buffer.from(`${value}\0`, 'latin1') };
  }

  rationals(tag: number, values: [number, number, number] | undefined): WrittenEntry | undefined {
    if (!values) return undefined;
    const parts = values.flatMap((value) => [this.uint32(Math.round(value * 100)), this.uint32(100)]);
    return { start: this.start(tag, 5, 3), value: Buffer.concat(parts) };
  }

  uint16(value: number): Buffer {
    const bytes = Buffer.alloc(2);
    if (this.little) bytes.writeUInt16LE(value);
    else bytes.writeUInt16BE(value);
    return bytes;
  }

  uint32(value: number): Buffer {
    const bytes = Buffer.alloc(4);
    if (this.little) bytes.writeUInt32LE(value);
    else bytes.writeUInt32BE(value);
    return bytes;
  }

  private start(tag: number, type: number, count: number): Buffer {
    return Buffer.concat([this.uint16(tag), this.uint16(type), this.uint32(count)]);
  }
}
