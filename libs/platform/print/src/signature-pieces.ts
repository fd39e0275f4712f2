import { linesOf } from './lines';
import type { Piece, Placed } from './placed';
import type { Alignment, SignatureBox, Signatures } from './printed-document';
import { placeLines } from './text-pieces';

const height = 76;
const fingerprintSize = 34;
const space = '\u3000';
const handwritten = '　　　　年　　月　　日';

export function signaturePieces({ boxes, perRow }: Signatures, width: number): Piece[] {
  const rows = Array.from({ length: Math.ceil(boxes.length / perRow) }, (_, row) =>
    boxes.slice(row * perRow, (row + 1) * perRow),
  );
  const each = width / perRow;
  return rows.map((row) => ({
    height,
    place: (x, y) => row.flatMap((box, place) => placeBox(box, { x: x + place * each, y, width: each })),
  }));
}

function placeBox(box: SignatureBox, at: { x: number; y: number; width: number }): Placed[] {
  const { x, y, width } = at;
  const inner = width - 16;
  const signing = box.fingerprint ? inner - fingerprintSize - 8 : inner;
  const line = (words: string, down: number, size: number, align: Alignment = 'left', within = inner): Placed[] =>
    placeLines(linesOf(words, { width: within, size }).slice(0, 1), {
      x: x + 8,
      y: y + down,
      width: within,
      size,
      align,
    });
  return [
    { placed: 'box', x, y, width, height, shaded: false },
    ...line(box.image && box.name ? `${box.label}${space}${box.name}` : box.label, 5, 9, 'left', signing),
    ...(box.image
      ? [{ placed: 'image', x: x + 8, y: y + 20, width: signing, height: 32, content: box.image } as const]
      : [{ placed: 'line', x: x + 8, y: y + 52, toX: x + 8 + signing, toY: y + 52 } as const]),
    ...(box.name && !box.image ? line(box.name, 33, 11, 'left', signing) : []),
    ...line(box.date ?? handwritten, 57, 9, 'right'),
    ...(box.fingerprint ? placeFingerprint(x + width - 8 - fingerprintSize, y + 16) : []),
  ];
}

function placeFingerprint(x: number, y: number): Placed[] {
  const size = 7;
  return [
    { placed: 'box', x, y, width: fingerprintSize, height: fingerprintSize, shaded: false },
    ...placeLines(linesOf('指印', { width: fingerprintSize, size }), {
      x,
      y: y + fingerprintSize - 12,
      width: fingerprintSize,
      size,
      align: 'center',
    }),
  ];
}
