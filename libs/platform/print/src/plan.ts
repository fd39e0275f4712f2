import { linesOf } from './lines';
import type { Page, Piece, Placed } from './placed';
import type { Block, Paper, PrintedDocument } from './printed-document';
import { signaturePieces } from './signature-pieces';
import { tablePieces } from './table-pieces';
import { codePiece, gap, placeLines, textPieces, titlePieces } from './text-pieces';
import { lackingCharacter } from './typeface';

export interface Frame {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const a4 = { short: 595.28, long: 841.89 };
const margins = { left: 56, right: 56, top: 46, bottom: 54 };
const narrow = { left: 42, right: 42, top: 34, bottom: 46 };

const frames: Record<Paper, Frame> = {
  A4: { width: a4.short, height: a4.long, ...margins },
  'A4 landscape': { width: a4.long, height: a4.short, ...narrow },
  'A3 landscape': { width: 2 * a4.short, height: a4.long, ...margins },
};

export interface Plan {
  frame: Frame;
  pages: Page[];
}

/** Where everything stands: pages, lines and places, without a PDF. */
export function planOf(document: PrintedDocument): Plan {
  const frame = frames[document.paper];
  const width = frame.width - frame.left - frame.right;
  const pieces = document.blocks.flatMap((block) => piecesOf(block, width, bodyHeight(frame)));
  const pages = paginate(pieces, frame);
  const isLacking = pages.some(({ placed }) =>
    placed.some((each) => 'words' in each && each.words.includes(lackingCharacter)),
  );
  const footer = isLacking
    ? `${document.footer}${space}${lackingCharacter}为字库所缺之字，请手写补正`
    : document.footer;
  pages.forEach((page, place) => page.placed.push(...foot(frame, footer, place + 1, pages.length)));
  return { frame, pages };
}

function piecesOf(block: Block, width: number, body: number): Piece[] {
  switch (block.block) {
    case 'title':
      return titlePieces(block, width);
    case 'text':
      return textPieces(block, width);
    case 'table':
      return tablePieces(block, width, body / 3);
    case 'signatures':
      return signaturePieces(block, width);
    case 'code':
      return [codePiece(block, width)];
    case 'gap':
      return [gap(block.height)];
    case 'together':
      return led(block.blocks.flatMap((each) => piecesOf(each, width, body)));
  }
}

/** All but the last lead on to the next. */
function led(pieces: Piece[]): Piece[] {
  return pieces.map((piece, place) => ({ ...piece, leads: place < pieces.length - 1 }));
}

function bodyHeight({ height, top, bottom }: Frame): number {
  return height - top - bottom;
}

/** Fills pages from the top; pieces that belong together move on together, unless they fill more than a page. */
function paginate(pieces: Piece[], frame: Frame): Page[] {
  const pages: Page[] = [{ placed: [] }];
  const end = frame.height - frame.bottom;
  let y = frame.top;
  const put = (piece: Piece): void => {
    pages.at(-1)!.placed.push(...piece.place(frame.left, y));
    y += piece.height;
  };
  const turn = (to: Piece): void => {
    pages.push({ placed: [] });
    y = frame.top;
    to.head?.forEach(put);
  };
  for (const group of groupsOf(pieces)) {
    const height = heightOf(group);
    const heads = heightOf(group[0]!.head ?? []);
    if (y + height > end && y > frame.top && heads + height <= bodyHeight(frame)) turn(group[0]!);
    for (const piece of group) {
      if (y + piece.height > end && y > frame.top) turn(piece);
      put(piece);
    }
  }
  return pages;
}

function groupsOf(pieces: Piece[]): Piece[][] {
  const groups: Piece[][] = [];
  for (const [place, piece] of pieces.entries()) {
    if (place > 0 && pieces[place - 1]!.leads) groups.at(-1)!.push(piece);
    else groups.push([piece]);
  }
  return groups;
}

function heightOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { height }) => sum + height, 0);
}

const footSize = 8;
const space = '\u3000';

function foot({ left, right, width, height, bottom }: Frame, footer: string, page: number, pages: number): Placed[] {
  const whole = width - left - right;
  const y = height - bottom + 14;
  const number = `第 ${page} 页${space}共 ${pages} 页`;
  const [line] = linesOf(footer, { width: whole - 110, size: footSize });
  return [
    { placed: 'line', x: left, y: y - 4, toX: width - right, toY: y - 4 },
    ...placeLines([line!], { x: left, y, width: whole, size: footSize }),
    ...placeLines(linesOf(number, { width: whole, size: footSize }), {
      x: left,
      y,
      width: whole,
      size: footSize,
      align: 'right',
    }),
  ];
}
