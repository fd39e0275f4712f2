/** Lengths and sizes are points of 1/72 inch throughout. */

export type Paper = 'A4' | 'A4 landscape' | 'A3 landscape';

/** A piece of a text in one weight. */
export interface Run {
  text: string;
  bold?: boolean;
  /** Stays on one line as far as it fits on one. */
  whole?: boolean;
}

/** A line break in it begins a new paragraph. */
export type Words = string | readonly Run[];

export type Alignment = 'left' | 'center' | 'right';

export interface Cell {
  words: Words;
  align?: Alignment;
  bold?: boolean;
  /** How many columns it takes; 1 when not said. */
  span?: number;
  shaded?: boolean;
}

export interface Row {
  cells: readonly (Words | Cell)[];
  /** At least so high, as the rows of a form to be filled by hand are. */
  height?: number;
}

/** The middle of the sheet's top. */
export interface Title {
  block: 'title';
  words: string;
  /** A smaller line below. */
  under?: string;
}

export interface Text {
  block: 'text';
  words: Words;
  size?: number;
  bold?: boolean;
  align?: Alignment;
  /** Paragraphs begin two characters further in. */
  indent?: boolean;
  /** Stays on the page of what follows. */
  leads?: boolean;
}

export interface Table {
  block: 'table';
  /** The widths in proportion. */
  columns: readonly number[];
  /** Stands again at the top of every page the table runs on to. */
  head?: readonly Row[];
  rows: readonly Row[];
  size?: number;
}

export interface SignatureBox {
  label: string;
  name?: string;
  /** PNG or JPEG of the signature; without one there is a line to sign on. */
  image?: Buffer;
  date?: string;
  /** Leaves a place for a fingerprint. */
  fingerprint?: boolean;
}

export interface Signatures {
  block: 'signatures';
  boxes: readonly SignatureBox[];
  perRow: number;
}

/** A QR code with a caption, and paragraphs to its right. */
export interface CodeBeside {
  block: 'code';
  content: string;
  caption: string;
  beside: readonly Words[];
  size?: number;
}

export interface Gap {
  block: 'gap';
  height: number;
}

/** Stays on one page as far as it fits on one. */
export interface Together {
  block: 'together';
  blocks: readonly Block[];
}

export type Block = Title | Text | Table | Signatures | CodeBeside | Gap | Together;

/** Everything that stands on paper, and nothing about how it gets there. */
export interface PrintedDocument {
  title: string;
  paper: Paper;
  printedAt: Date;
  /** At the foot of every page, left; the right says which page of how many it is. */
  footer: string;
  /** Pale across every page, such as that it is not final. */
  watermark?: string;
  blocks: readonly Block[];
}
