import { linesOf, type Line } from './lines';
import type { Piece, Placed } from './placed';
import type { Alignment, Cell, Row, Table } from './printed-document';
import { heightOfLines, placeLines } from './text-pieces';

const padding = { x: 4, y: 2.5 };

interface LaidCell {
  x: number;
  width: number;
  lines: Line[];
  align: Alignment;
  shaded: boolean;
}

/** A piece a row. A row higher than `tallest` becomes several, each with some of its lines. */
export function tablePieces(table: Table, width: number, tallest: number): Piece[] {
  const head = (table.head ?? []).flatMap((row) => rowPieces(table, row, width, tallest));
  const rows = table.rows.flatMap((row) => rowPieces(table, row, width, tallest));
  return [...head.map((piece) => ({ ...piece, leads: true })), ...rows.map((piece) => ({ ...piece, head }))];
}

function rowPieces({ columns, size = 9 }: Table, row: Row, width: number, tallest: number): Piece[] {
  const cells = laidCells(columns, row, width, size);
  const highest = Math.max(...cells.map(({ lines }) => lines.length));
  const fits = Math.max(1, Math.floor((tallest - 2 * padding.y) / heightOfLines([cells[0]!.lines[0]!], size)));
  const parts = Array.from({ length: Math.ceil(highest / fits) }, (_, part) =>
    cells.map((cell) => ({ ...cell, lines: cell.lines.slice(part * fits, (part + 1) * fits) })),
  );
  return parts.map((part) => rowPiece(part, size, row.height));
}

function laidCells(columns: readonly number[], { cells }: Row, width: number, size: number): LaidCell[] {
  const whole = columns.reduce((sum, each) => sum + each, 0);
  const left = (column: number): number =>
    (columns.slice(0, column).reduce((sum, each) => sum + each, 0) / whole) * width;
  let column = 0;
  return cells.map((given) => {
    const cell: Cell = typeof given === 'object' && 'words' in given ? given : { words: given };
    const x = left(column);
    column += cell.span ?? 1;
    if (column > columns.length) throw new RangeError('a row has more cells than the table has columns');
    const inner = left(column) - x - 2 * padding.x;
    const lines = linesOf(cell.words, { width: inner, size, bold: cell.bold });
    return { x, width: left(column) - x, lines, align: cell.align ?? 'left', shaded: cell.shaded ?? false };
  });
}

function rowPiece(cells: LaidCell[], size: number, minimum = 0): Piece {
  const height = Math.max(minimum, ...cells.map(({ lines }) => heightOfLines(lines, size) + 2 * padding.y));
  return {
    height,
    place: (x, y) => cells.flatMap((cell) => placeCell(cell, { x: x + cell.x, y, height, size })),
  };
}

function placeCell(cell: LaidCell, at: { x: number; y: number; height: number; size: number }): Placed[] {
  const { width, lines, align, shaded } = cell;
  const { x, y, height, size } = at;
  const above = (height - heightOfLines(lines, size)) / 2;
  return [
    { placed: 'box', x, y, width, height, shaded },
    ...placeLines(lines, { x: x + padding.x, y: y + above, width: width - 2 * padding.x, size, align }),
  ];
}
