import type { Run, Words } from './printed-document';
import { lackingCharacter, typeface } from './typeface';

/** A piece of a line in one weight; `x` counts from the beginning of the line. */
export interface LinePiece {
  words: string;
  bold: boolean;
  x: number;
}

export interface Line {
  pieces: LinePiece[];
  width: number;
}

export interface LineOptions {
  width: number;
  size: number;
  bold?: boolean;
  /** Paragraphs begin two characters further in. */
  indent?: boolean;
}

interface Character {
  character: string;
  bold: boolean;
  width: number;
  /** The run it must not be parted from. */
  run?: Run;
}

const closing = new Set('，。、；：？！）》】」』”’％℃㎡,.;:?!)]}>%…—·～');
const opening = new Set('（《【「『“‘([{<￥');
const inseparable = new Set('—…');
/** Says how text runs or is joined and shows nothing: in an official paper it could only deceive. */
const invisible = /[\p{Cf}\p{Co}\p{Cs}\u0000-\u0009\u000b-\u001f\u007f-\u009f]/gu;
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u2000-\u2bff\u3000-\u33ff\ufe30-\uffef]/u;

/** The lines of a text that is at most so wide, broken as Chinese is: no closing mark begins a line, no opening mark ends one. */
export function linesOf(words: Words, options: LineOptions): Line[] {
  return paragraphsOf(words, options).flatMap((paragraph) => linesOfParagraph(paragraph, options));
}

/** The text as it can be printed: without what is invisible, and with a mark for each character that the typeface lacks. */
export function printable(text: string, bold = false): string {
  const face = bold ? typeface().bold : typeface().regular;
  return [...text.replaceAll('\t', ' ').replace(invisible, '').normalize('NFC')]
    .map((character) => (character === '\n' || face.has(character) ? character : lackingCharacter))
    .join('');
}

function paragraphsOf(words: Words, { size, bold = false }: LineOptions): Character[][] {
  const runs: readonly Run[] = typeof words === 'string' ? [{ text: words }] : words;
  const paragraphs: Character[][] = [[]];
  for (const run of runs) {
    const { text, bold: heavy = bold, whole } = run;
    const face = heavy ? typeface().bold : typeface().regular;
    for (const character of printable(text, heavy)) {
      if (character === '\n') paragraphs.push([]);
      else
        paragraphs.at(-1)!.push({
          character,
          bold: heavy,
          width: face.advanceOf(character) * size,
          ...(whole && { run }),
        });
    }
  }
  return paragraphs;
}

function linesOfParagraph(paragraph: Character[], { width, size, indent = false }: LineOptions): Line[] {
  const lines: Line[] = [];
  let line: Character[] = [];
  let start = indent ? 2 * size : 0;
  let end = start;
  const finish = (): void => {
    lines.push(lineOf(line, start));
    line = [];
    start = end = 0;
  };
  for (const unit of unitsOf(paragraph, width)) {
    const fits = end + widthOf(withoutSpaceBehind(unit)) <= width + 0.01;
    if (!fits && line.length > 0) finish();
    // A narrow column gives up the indentation before it runs over its edge.
    else if (!fits) start = end = 0;
    if (line.length === 0 && lines.length > 0 && unit.every(({ character }) => isSpace(character))) continue;
    line.push(...unit);
    end += widthOf(unit);
  }
  finish();
  return lines;
}

/** What must stay on one line, piece by piece; a piece wider than a line is broken wherever it must be. */
function unitsOf(paragraph: Character[], width: number): Character[][] {
  const units: Character[][] = [];
  for (const each of paragraph) {
    const unit = units.at(-1);
    const before = unit?.at(-1);
    const joined = before && !mayBreak(before, each) && widthOf(unit!) + each.width <= width;
    if (joined) unit!.push(each);
    else units.push([each]);
  }
  return units;
}

function mayBreak({ character: before, run }: Character, { character: after, run: runAfter }: Character): boolean {
  if (run && run === runAfter) return false;
  if (isSpace(after) || closing.has(after) || opening.has(before)) return false;
  if (before === after && inseparable.has(before)) return false;
  return isSpace(before) || wide.test(before) || wide.test(after);
}

function lineOf(characters: Character[], start: number): Line {
  const pieces: LinePiece[] = [];
  let x = start;
  for (const { character, bold, width } of withoutSpaceBehind(characters)) {
    const last = pieces.at(-1);
    if (last?.bold === bold) last.words += character;
    else pieces.push({ words: character, bold, x });
    x += width;
  }
  return { pieces, width: x };
}

function withoutSpaceBehind(characters: Character[]): Character[] {
  const last = characters.findLastIndex(({ character }) => !isSpace(character));
  return characters.slice(0, last + 1);
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\u3000';
}

function widthOf(characters: Character[]): number {
  return characters.reduce((sum, { width }) => sum + width, 0);
}
