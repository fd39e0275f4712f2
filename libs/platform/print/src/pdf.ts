import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { create as codeOf } from 'qrcode';
import { printable } from './lines';
import type { Placed } from './placed';
import { planOf, type Frame } from './plan';
import type { PrintedDocument } from './printed-document';
import { typeface } from './typeface';

type Pdf = PDFKit.PDFDocument;

/**
 * The document as a PDF, whole: what fails while it is made fails before a byte of it is sent. Its two fonts are embedded with
 * the characters that occur, so that it looks the same everywhere and its text can be searched.
 */
export async function pdfOf(document: PrintedDocument): Promise<Buffer> {
  const { frame, pages } = planOf(document);
  const { regular, bold } = typeface();
  const pdf = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    size: [frame.width, frame.height],
    pdfVersion: '1.7',
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: printable(document.title), Creator: '精准 Jingzhun', CreationDate: document.printedAt },
  });
  const made = buffer(pdf);
  pdf.registerFont('regular', regular.file).registerFont('bold', bold.file);
  for (const { placed } of pages) {
    pdf.addPage();
    if (document.watermark) drawWatermark(pdf, frame, document.watermark);
    pdf.lineWidth(0.6).strokeColor('black').fillColor('black');
    for (const each of placed) draw(pdf, each);
  }
  pdf.end();
  return made;
}

function draw(pdf: Pdf, each: Placed): void {
  switch (each.placed) {
    case 'text':
      write(pdf, each);
      return;
    case 'line':
      pdf.moveTo(each.x, each.y).lineTo(each.toX, each.toY).stroke();
      return;
    case 'box':
      if (each.shaded) pdf.rect(each.x, each.y, each.width, each.height).fill('#eeeeee').fillColor('black');
      pdf.rect(each.x, each.y, each.width, each.height).stroke();
      return;
    case 'image':
      pdf.image(each.content, each.x, each.y, { fit: [each.width, each.height], align: 'center', valign: 'center' });
      return;
    case 'code':
      drawCode(pdf, each);
  }
}

function write(pdf: Pdf, { x, y, words, bold, size }: Extract<Placed, { placed: 'text' }>): void {
  pdf.font(bold ? 'bold' : 'regular').fontSize(size);
  layOutPlainly(pdf);
  pdf.text(words, x, y, { lineBreak: false, baseline: 'alphabetic' });
}

/** Drawn as squares, so that it is sharp at any size. The four modules of white around it are part of it. */
function drawCode(pdf: Pdf, { x, y, size, content }: Extract<Placed, { placed: 'code' }>): void {
  const { modules } = codeOf(content, { errorCorrectionLevel: 'M' });
  const module = size / (modules.size + 8);
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) pdf.rect(x + (column + 4) * module, y + (row + 4) * module, module, module);
    }
  }
  pdf.fill('black');
}

function drawWatermark(pdf: Pdf, { width, height }: Frame, words: string): void {
  const text = printable(words, true);
  const size = Math.min(72, (0.8 * Math.min(width, height)) / [...text].length);
  const length = [...text].reduce((sum, character) => sum + typeface().bold.advanceOf(character) * size, 0);
  pdf
    .save()
    .rotate(-30, { origin: [width / 2, height / 2] })
    .fillColor('#e9e9e9');
  write(pdf, { placed: 'text', x: (width - length) / 2, y: height / 2 + size / 3, words: text, bold: true, size });
  pdf.restore();
}

/** What pdfkit has behind an embedded font; not in its types. */
interface EmbeddedFont {
  scale: number;
  font: { glyphForCodePoint(codePoint: number): { advanceWidth: number } };
  layout(text: string): { glyphs: unknown[]; positions: unknown[]; advanceWidth: number };
  plain?: boolean;
}

/**
 * Sets the selected font to put one character beside the other. Chinese needs no more, and the shaping that pdfkit asks for
 * otherwise takes 5 ms a line: a notice of three thousand characters would hold up the process for half a second.
 */
function layOutPlainly(pdf: Pdf): void {
  const face = (pdf as unknown as { _font: EmbeddedFont })._font;
  if (face.plain) return;
  face.plain = true;
  face.layout = (text) => {
    const glyphs = [...text].map((character) => face.font.glyphForCodePoint(character.codePointAt(0)!));
    const advances = glyphs.map(({ advanceWidth }) => advanceWidth * face.scale);
    return {
      glyphs,
      positions: advances.map((advance) => ({
        xAdvance: advance,
        yAdvance: 0,
        xOffset: 0,
        yOffset: 0,
        advanceWidth: advance,
      })),
      advanceWidth: advances.reduce((sum, advance) => sum + advance, 0),
    };
  };
}
