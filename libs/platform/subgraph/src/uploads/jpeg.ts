import { orientationOnly, readExif, type Exif } from './exif';
import type { Picture } from './picture';

const marker = {
  start: 0xd8,
  end: 0xd9,
  scan: 0xda,
  app0: 0xe0,
  app1: 0xe1,
  app2: 0xe2,
  app14: 0xee,
  app15: 0xef,
  comment: 0xfe,
};
const exifName = 'Exif\0\0';

/**
 * A JPEG without what is not the picture: camera data, thumbnails (which may show what was cropped away), comments, and
 * whatever follows its end. How it is to be turned stays. Undefined when it is not a whole JPEG.
 */
export function readJpeg(content: Buffer): Picture | undefined {
  if (content.readUInt16BE(0) !== 0xff00 + marker.start) return undefined;
  const kept: Buffer[] = [];
  let size: { width: number; height: number } | undefined;
  let exif: Exif | undefined;
  for (let at = 2; at + 4 <= content.length;) {
    if (content[at] !== 0xff) return undefined;
    const code = content[at + 1]!;
    if (code === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + content.readUInt16BE(at + 2);
    if (end > content.length || end < at + 4) return undefined;
    const segment = content.subarray(at, end);
    if (isFrame(code)) {
      if (segment.length < 10) return undefined;
      size = { height: segment.readUInt16BE(5), width: segment.readUInt16BE(7) };
    }
    if (code === marker.app1 && segment.toString('latin1', 4, 10) === exifName) exif ??= readExif(segment.subarray(10));
    const part = worthKeeping(code, segment);
    if (part) kept.push(part);
    at = end;
    if (code !== marker.scan) continue;
    at = endOfScan(content, end);
    kept.push(content.subarray(end, at));
    if (content[at + 1] === marker.end) return size && { ...size, ...assembled(kept, exif) };
  }
  return undefined;
}

function isFrame(code: number): boolean {
  return code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc;
}

/** Of the segments for applications: JFIF without its thumbnail, colour profiles, and Adobe's colour transform. */
function worthKeeping(code: number, segment: Buffer): Buffer | undefined {
  if (code === marker.comment) return undefined;
  if (code < marker.app0 || code > marker.app15) return segment;
  const name = segment.toString('latin1', 4, 16);
  if (code === marker.app0 && name.startsWith('JFIF\0') && segment.length >= 18) return jfifOnly(segment);
  if (code === marker.app2 && name.startsWith('ICC_PROFILE\0')) return segment;
  return code === marker.app14 && name.startsWith('Adobe') ? segment : undefined;
}

function jfifOnly(segment: Buffer): Buffer {
  const plain = Buffer.from(segment.subarray(0, 18));
  plain.writeUInt16BE(16, 2);
  plain.writeUInt16BE(0, 16);
  return plain;
}

/** Where the next marker stands that is neither a stuffed byte nor a restart. */
function endOfScan(content: Buffer, from: number): number {
  for (let at = content.indexOf(0xff, from); at >= 0; at = content.indexOf(0xff, at + 1)) {
    const code = content[at + 1];
    if (code === undefined) break;
    if (code !== 0 && code !== 0xff && !(code >= 0xd0 && code <= 0xd7)) return at;
  }
  return content.length;
}

function assembled(kept: Buffer[], exif: Exif | undefined): Pick<Picture, 'content' | 'claims'> {
  const { orientation = 1, ...claims } = exif ?? {};
  const turned = orientation === 1 ? [] : [exifSegment(orientationOnly(orientation))];
  const [first, ...rest] = kept;
  const isJfif = first?.[1] === marker.app0;
  const parts = isJfif ? [first, ...turned, ...rest] : [...turned, ...kept];
  return {
    claims,
    content: Buffer.concat([Buffer.from([0xff, marker.start]), ...parts, Buffer.from([0xff, marker.end])]),
  };
}

function exifSegment(tiff: Buffer): Buffer {
  const head = Buffer.from([0xff, marker.app1, 0, 0]);
  head.writeUInt16BE(2 + exifName.length + tiff.length, 2);
  return Buffer.concat([head, Buffer.from(exifName, 'latin1'), tiff]);
}
