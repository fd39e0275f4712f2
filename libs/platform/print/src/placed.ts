/** Something at its place on a page; `x` and `y` from the upper left corner, downwards. */
export type Placed =
  | {
      placed: 'text';
      x: number;
      /** Of the line the characters stand on. */ y: number;
      words: string;
      bold: boolean;
      size: number;
    }
  | { placed: 'line'; x: number; y: number; toX: number; toY: number }
  | { placed: 'box'; x: number; y: number; width: number; height: number; shaded: boolean }
  | { placed: 'image'; x: number; y: number; width: number; height: number; content: Buffer }
  | { placed: 'code'; x: number; y: number; size: number; content: string };

/** What a page break may come before or after, but never go through. */
export interface Piece {
  height: number;
  place(x: number, y: number): Placed[];
  /** Stays on the page of the next piece. */
  leads?: boolean;
  /** Stands above this piece where it begins a page. */
  head?: readonly Piece[];
}

export interface Page {
  placed: Placed[];
}
