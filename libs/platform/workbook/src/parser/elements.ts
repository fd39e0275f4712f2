import { SaxesParser } from 'saxes';
import { damaged, Refused } from './refused';

/** Nothing in a workbook lies deeper; a file that goes on opening elements would fill the memory with them. */
const deepest = 64;

export interface Element {
  /** Without its namespace prefix. */
  name: string;
  /** Without a prototype: no name of an attribute means anything to us unasked. */
  attributes: Readonly<Record<string, string | undefined>>;
}

export interface ElementHandler {
  open(element: Element): void;
  text(text: string): void;
  close(name: string): void;
}

/**
 * Reads a part's XML, piece by piece, into `handler`. A document type is refused before anything in it is looked at; there are no
 * entities but the five of XML itself.
 *
 * @throws Refused
 */
export class Elements {
  private readonly parser = new SaxesParser({ xmlns: false, position: false });
  private depth = 0;
  private fault: Error | undefined;

  constructor(handler: ElementHandler, part: string) {
    const { parser } = this;
    parser.on('error', () => this.stop(damaged(`its part ${part} is not well-formed`)));
    parser.on('doctype', () => this.stop(new Refused('DOCTYPE', 'The file declares a document type.')));
    parser.on('opentag', ({ name, attributes }) => {
      this.depth += 1;
      if (this.depth > deepest) this.stop(damaged(`its part ${part} is nested too deeply`));
      if (this.fault) return;
      this.attempt(() => handler.open({ name: localName(name), attributes }));
    });
    const text = (value: string) => {
      if (!this.fault) this.attempt(() => handler.text(value));
    };
    parser.on('text', text);
    parser.on('cdata', text);
    parser.on('closetag', ({ name }) => {
      this.depth -= 1;
      if (!this.fault) this.attempt(() => handler.close(localName(name)));
    });
  }

  feed(piece: string): void {
    this.parser.write(piece);
    if (this.fault) throw this.fault;
  }

  end(): void {
    this.parser.close();
    if (this.fault) throw this.fault;
  }

  /** The parser calls back in the middle of its own work, so that a fault is kept and thrown when it has returned. */
  private attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.stop(error as Error);
    }
  }

  private stop(fault: Error): void {
    this.fault ??= fault;
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
