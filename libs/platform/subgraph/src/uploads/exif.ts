/** What a camera wrote into a picture about itself. Anybody can write anything there: these are claims, never proof. */
export interface CameraClaims {
  /** When it was taken by the camera's own clock, `YYYY-MM-DDTHH:MM:SS`, with `+HH:MM` when the camera said it. */
  takenAt?: string;
  /** Degrees north and east. */
  latitude?: number;
  longitude?: number;
}

export interface Exif extends CameraClaims {
  /** How the picture is to be turned, 1 (not at all) to 8. */
  orientation: number;
}

const tags = {
  orientation: 0x0112,
  exifFolder: 0x8769,
  gpsFolder: 0x8825,
  takenAt: 0x9003,
  offset: 0x9011,
  latitudeRef: 1,
  latitude: 2,
  longitudeRef: 3,
  longitude: 4,
};

const typeSizes = [0, 1, 1, 2, 4, 8];
const mostEntries = 512;

/** The claims in a TIFF structure, as JPEG and PNG carry it. What cannot be read is left out: a claim is worth no refusal. */
export function readExif(tiff: Buffer): Exif {
  try {
    const reader = new TiffReader(tiff);
    const image = reader.folder(reader.uint32(4));
    const exif = reader.folder(reader.number(image, tags.exifFolder));
    const gps = reader.folder(reader.number(image, tags.gpsFolder));
    const orientation = reader.number(image, tags.orientation) ?? 1;
    return {
      orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
      takenAt: moment(reader.text(exif, tags.takenAt), reader.text(exif, tags.offset)),
      latitude: degrees(reader.rationals(gps, tags.latitude), reader.text(gps, tags.latitudeRef), 'S', 90),
      longitude: degrees(reader.rationals(gps, tags.longitude), reader.text(gps, tags.longitudeRef), 'W', 180),
    };
  } catch (error) {
    if (error instanceof Unreadable) return { orientation: 1 };
    throw error;
  }
}

/** A TIFF structure that says nothing but how the picture is to be turned. */
export function orientationOnly(orientation: number): Buffer {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
}

interface Entry {
  type: number;
  count: number;
  /** Where the value stands. */
  at: number;
}

type Folder = Map<number, Entry>;

class Unreadable extends Error {}

/** Every reading beyond the end throws Unreadable. */
class TiffReader {
  private readonly little: boolean;

  constructor(private readonly tiff: Buffer) {
    const order = tiff.toString('latin1', 0, 2);
    this.little = order === 'II';
    if ((order !== 'II' && order !== 'MM') || this.uint16(2) !== 42) throw new Unreadable('not a TIFF structure');
  }

  folder(at: number | undefined): Folder {
    const found: Folder = new Map();
    if (at === undefined) return found;
    const count = Math.min(this.uint16(at), mostEntries);
    for (let place = 0; place < count; place += 1) {
      const entry = at + 2 + place * 12;
      const type = this.uint16(entry + 2);
      const length = this.uint32(entry + 4);
      const inPlace = (typeSizes[type] ?? 8) * length <= 4;
      found.set(this.uint16(entry), { type, count: length, at: inPlace ? entry + 8 : this.uint32(entry + 8) });
    }
    return found;
  }

  number(folder: Folder, tag: number): number | undefined {
    const entry = folder.get(tag);
    if (!entry || (entry.type !== 3 && entry.type !== 4)) return undefined;
    return entry.type === 3 ? this.uint16(entry.at) : this.uint32(entry.at);
  }

  text(folder: Folder, tag: number): string | undefined {
    const entry = folder.get(tag);
    if (!entry || entry.type !== 2 || entry.count > 64) return undefined;
    return this.tiff.toString('latin1', entry.at, entry.at + entry.count).replace(/\0.*$/s, '');
  }

  rationals(folder: Folder, tag: number): number[] {
    const entry = folder.get(tag);
    if (!entry || entry.type !== 5 || entry.count !== 3) return [];
    return [0, 8, 16].map((offset) => this.uint32(entry.at + offset) / this.uint32(entry.at + offset + 4));
  }

  uint16(at: number): number {
    this.assertWithin(at + 2);
    return this.little ? this.tiff.readUInt16LE(at) : this.tiff.readUInt16BE(at);
  }

  uint32(at: number): number {
    this.assertWithin(at + 4);
    return this.little ? this.tiff.readUInt32LE(at) : this.tiff.readUInt32BE(at);
  }

  private assertWithin(end: number): void {
    if (end > this.tiff.length) throw new Unreadable('beyond the end');
  }
}

function moment(text: string | undefined, offset: string | undefined): string | undefined {
  const [, date, time] = /^(\d{4}:\d{2}:\d{2}) (\d{2}:\d{2}:\d{2})$/.exec(text ?? '') ?? [];
  if (!date || !time) return undefined;
  const local = `${date.replaceAll(':', '-')}T${time}`;
  if (Number.isNaN(Date.parse(`${local}Z`))) return undefined;
  return /^[+-]\d{2}:\d{2}$/.test(offset ?? '') ? `${local}${offset}` : local;
}

function degrees(parts: number[], reference: string | undefined, negative: string, most: number): number | undefined {
  const [whole, minutes, seconds] = parts;
  if (whole === undefined || minutes === undefined || seconds === undefined || !reference) return undefined;
  const value = whole + minutes / 60 + seconds / 3600;
  return value <= most ? (reference === negative ? -value : value) : undefined;
}
