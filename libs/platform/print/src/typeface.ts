import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fontkit from 'fontkit';

const folder = join(__dirname, '../fonts');

/** Stands for a character the typeface lacks, as printers have it (geta mark). */
export const lackingCharacter = '〓';

/** One weight of the typeface: its file, and how wide its characters are. */
export class Face {
  readonly file: Buffer;
  private readonly font: fontkit.Font;
  private readonly advances = new Map<string, number>();

  constructor(fileName: string) {
    this.file = readFileSync(join(folder, fileName));
    this.font = fontkit.create(this.file) as fontkit.Font;
  }

  has(character: string): boolean {
    return this.font.hasGlyphForCodePoint(character.codePointAt(0)!);
  }

  /** The width of one character at size 1. */
  advanceOf(character: string): number {
    let advance = this.advances.get(character);
    if (advance === undefined) {
      advance = this.font.glyphForCodePoint(character.codePointAt(0)!).advanceWidth / this.font.unitsPerEm;
      this.advances.set(character, advance);
    }
    return advance;
  }
}

/** Noto Sans SC in the two weights that are printed. */
export interface Typeface {
  regular: Face;
  bold: Face;
}

let loaded: Typeface | undefined;

/** Read from disk once per process, when first something is printed. */
export function typeface(): Typeface {
  return (loaded ??= { regular: new Face('NotoSansSC-Regular.ttf'), bold: new Face('NotoSansSC-Bold.ttf') });
}
