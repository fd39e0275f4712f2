import { InvalidInput } from '@jingzhun/kernel';
import type { CameraClaims } from './exif';
import { readJpeg } from './jpeg';
import type { Picture } from './picture';
import { pngSignature, readPng } from './png';

export type MediaType = 'image/jpeg' | 'image/png' | 'application/pdf';

/** What a file must be to be kept. */
export interface ContentRules {
  mediaTypes: readonly MediaType[];
  maximumBytes: number;
  /** Of a picture. */
  maximumPixels: number;
}

/** A file fit to be kept. Of a picture `content` is the picture alone; a PDF is kept as it came. */
export interface CheckedContent {
  mediaType: MediaType;
  content: Buffer;
  width: number | null;
  height: number | null;
  claims: CameraClaims;
}

const names: Record<MediaType, string> = { 'image/jpeg': 'JPEG', 'image/png': 'PNG', 'application/pdf': 'PDF' };

/**
 * Goes by what the bytes are, never by a name or a declared type.
 *
 * @throws InvalidInput when it is of no allowed type, broken, or has too many pixels
 */
export async function checkedContent(content: Buffer, rules: ContentRules): Promise<CheckedContent> {
  const mediaType = mediaTypeOf(content);
  if (!mediaType || !rules.mediaTypes.includes(mediaType)) {
    const allowed = rules.mediaTypes.map((type) => names[type]).join(' or ');
    throw new InvalidInput(`The file is no ${allowed}.`, 'file', `Send it as ${allowed}.`);
  }
  if (mediaType === 'application/pdf') {
    if (!hasPdfEnd(content)) throw broken(mediaType);
    return { mediaType, content, width: null, height: null, claims: {} };
  }
  const mayHave = (pixels: number): boolean => pixels <= rules.maximumPixels;
  const picture = mediaType === 'image/jpeg' ? readJpeg(content) : await readPng(content, mayHave);
  if (!isPicture(picture)) throw broken(mediaType);
  if (!mayHave(picture.width * picture.height)) {
    throw new InvalidInput(`A picture has at most ${rules.maximumPixels} pixels.`, 'file', 'Send it smaller.');
  }
  return { mediaType, ...picture };
}

function mediaTypeOf(content: Buffer): MediaType | undefined {
  if (content.subarray(0, pngSignature.length).equals(pngSignature)) return 'image/png';
  if (content.toString('hex', 0, 3) === 'ffd8ff') return 'image/jpeg';
  return /^%PDF-\d\.\d/.test(content.toString('latin1', 0, 8)) ? 'application/pdf' : undefined;
}

function hasPdfEnd(content: Buffer): boolean {
  return content.subarray(-2048).includes('%%EOF');
}

function isPicture(picture: Picture | undefined): picture is Picture {
  return picture !== undefined && picture.width > 0 && picture.height > 0;
}

function broken(mediaType: MediaType): InvalidInput {
  return new InvalidInput(`The ${names[mediaType]} cannot be read.`, 'file', 'Take or save it anew and send it again.');
}
