import { linesOf, type Line, type LineOptions } from './lines';
import type { Piece, Placed } from './placed';
import type { Alignment, CodeBeside, Text, Title, Words } from './printed-document';

const lineHeight = 1.5;
/** How far below the top of its line the characters stand, in parts of the line's height. */
const baseline = 0.72;

export function heightOfLines(lines: readonly Line[], size: number): number {
  return lines.length * size * lineHeight;
}

/** Lines from `x`, `y` downwards, aligned in `width`. */
export function placeLines(
  lines: readonly Line[],
  at: { x: number; y: number; width: number; size: number; align?: Alignment },
): Placed[] {
  const { size, width, align = 'left' } = at;
  return lines.flatMap((line, place) => {
    const free = width - line.width;
    const x = at.x + (align === 'center' ? free / 2 : align === 'right' ? free : 0);
    const y = at.y + (place + baseline) * size * lineHeight;
    return line.pieces.map(
      ({ words, bold, x: from }) => ({ placed: 'text', x: x + from, y, words, bold, size }) as const,
    );
  });
}

export function titlePieces({ words, under }: Title, width: number): Piece[] {
  const heading = textPieces({ block: 'text', words, size: 19, bold: true, align: 'center', leads: true }, width);
  const below = under ? textPieces({ block: 'text', words: under, size: 10, align: 'center', leads: true }, width) : [];
  return [...heading, ...below, gap(8, true)];
}

/** One piece a line, so that a long text runs over to the next page. */
export function textPieces({ words, size = 10.5, bold, align, indent, leads }: Text, width: number): Piece[] {
  return linesOf(words, { width, size, bold, indent }).map((line) => ({
    height: size * lineHeight,
    place: (x, y) => placeLines([line], { x, y, width, size, align }),
    leads,
  }));
}

export function gap(height: number, leads = false): Piece {
  return { height, place: () => [], leads };
}

const captionSize = 8;
const besideSize = 10;

export function codePiece({ content, caption, beside, size = 84 }: CodeBeside, width: number): Piece {
  const left = size + 16;
  const options: LineOptions = { width: width - left, size: besideSize };
  const paragraphs = beside.map((words: Words) => linesOf(words, options));
  const captionLines = linesOf(caption, { width: size + 8, size: captionSize });
  const codeHeight = size + heightOfLines(captionLines, captionSize) + 4;
  const height = Math.max(codeHeight, heightOfLines(paragraphs.flat(), besideSize)) + 6;
  return {
    height,
    place: (x, y) => [
      { placed: 'code', x, y, size, content },
      ...placeLines(captionLines, { x: x - 4, y: y + size + 2, width: size + 8, size: captionSize, align: 'center' }),
      ...placeLines(paragraphs.flat(), { x: x + left, y, width: width - left, size: besideSize }),
    ],
  };
}
