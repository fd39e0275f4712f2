/** One line of comma-separated values; a cell is quoted only when it must be. */
export function csvLine(...cells: (string | number | boolean)[]): string {
  return `${cells.map((cell) => quoted(String(cell))).join(',')}\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Joins lines into pieces of about 64 KiB, so that a large file is streamed in few writes and never held whole. */
export function* inPieces(lines: Iterable<string>, characters = 32_768): Generator<string> {
  let piece = '';
  for (const line of lines) {
    piece += line;
    if (piece.length < characters) continue;
    yield piece;
    piece = '';
  }
  if (piece) yield piece;
}
