import { columnLetters } from '../column-letters';
import { neutralText } from '../neutral-text';
import type { CellValue, ColumnDescription, RowToWrite, SheetDescription } from '../sheet-description';
import { headerStyle, mainNamespaces, styleOf } from './package-parts';
import { cellText, xmlText } from './xml-text';

const usualWidth = 14;
/** In characters, what can still be read on A4; a wider sheet is printed on A3. */
const widestOnA4 = 250;
/** What a spreadsheet program lets a cell hold. */
const longestText = 32_767;
const firstDay = Date.UTC(1899, 11, 30);
const dayMilliseconds = 86_400_000;

/**
 * The XML of a sheet, piece by piece, in the order the format prescribes: a program that finds protection after validation
 * calls the file damaged.
 */
export async function* sheetXml<Sheet extends SheetDescription>(
  sheet: Sheet,
  rows: AsyncIterable<RowToWrite<Sheet>> | Iterable<RowToWrite<Sheet>>,
  footer: string,
  onRow: () => void,
): AsyncGenerator<string> {
  const { columns } = sheet;
  const isForm = columns.some(({ open }) => open);
  const styles = columns.map((column) => styleOf(column, isForm && !column.open));
  const letters = columns.map((_, index) => columnLetters(index + 1));
  yield (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet ${mainNamespaces}>` +
    `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${columns.map((column, index) => columnXml(column, index, styles[index]!)).join('')}</cols><sheetData>` +
    `<row r="1" ht="30" customHeight="1">${columns.map(({ header }, index) => textCell(`${letters[index]}1`, headerStyle, header)).join('')}</row>`
  );
  let row = 1;
  for await (const values of rows as AsyncIterable<Readonly<Record<string, CellValue | null>>>) {
    row += 1;
    if (row - 1 > sheet.maximumRows) throw new RangeError(`sheet ${sheet.name} has room for ${sheet.maximumRows} rows`);
    let cells = '';
    for (let index = 0; index < columns.length; index += 1) {
      const column = columns[index]!;
      cells += cellXml(column, `${letters[index]}${row}`, styles[index]!, values[column.key]);
    }
    onRow();
    yield `<row r="${row}">${cells}</row>`;
  }
  yield (
    `</sheetData>${isForm ? protection : `<autoFilter ref="A1:${letters.at(-1)}${row}"/>`}` +
    `${validations(columns, letters, Math.max(2, row))}` +
    `<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="${paperSize(columns)}" orientation="landscape" fitToHeight="0"/>` +
    `<headerFooter><oddFooter>&amp;L ${xmlText(footer.replaceAll('&', '&&'))}&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>`
  );
}

/** The number of A4, or of A3. */
function paperSize(columns: readonly ColumnDescription[]): 8 | 9 {
  const width = columns.reduce((sum, column) => sum + (column.width ?? usualWidth), 0);
  return width > widestOnA4 ? 8 : 9;
}

/** Locked cells stay as they are; widths and row heights are anybody's. */
const protection = '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>';

function columnXml(column: ColumnDescription, index: number, style: number): string {
  const hidden = column.hidden ? ' hidden="1"' : '';
  const place = `min="${index + 1}" max="${index + 1}"`;
  return `<col ${place} width="${column.width ?? usualWidth}" style="${style}"${hidden} customWidth="1"/>`;
}

function cellXml(
  { kind }: ColumnDescription,
  place: string,
  style: number,
  value: CellValue | null | undefined,
): string {
  if (value === undefined || value === null || value === '') return '';
  if (typeof value === 'number') return `<c r="${place}" s="${style}"><v>${value}</v></c>`;
  if (kind === 'date') return `<c r="${place}" s="${style}"><v>${dayNumber(value)}</v></c>`;
  return textCell(place, style, neutralText(value));
}

function textCell(place: string, style: number, text: string): string {
  if (text.length > longestText) throw new RangeError(`cell ${place} would hold ${text.length} characters`);
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`;
}

function dayNumber(day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - firstDay) / dayMilliseconds);
}

/** What the program says while a person types; what counts is said when the file is read. */
function validations(columns: readonly ColumnDescription[], letters: readonly string[], lastRow: number): string {
  const rules = columns.flatMap((column, index) => {
    const rule = column.open && validation(column);
    return rule
      ? [
          `<dataValidation ${rule[0]} allowBlank="1" showErrorMessage="1" sqref="${letters[index]}2:${letters[index]}${lastRow}">${rule[1]}</dataValidation>`,
        ]
      : [];
  });
  return rules.length === 0 ? '' : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
}

function validation(column: ColumnDescription): [attributes: string, formulas: string] | undefined {
  switch (column.kind) {
    case 'choice':
      return ['type="list"', `<formula1>&quot;${xmlText(column.choices.join(','))}&quot;</formula1>`];
    case 'integer':
      return [
        'type="whole" operator="between"',
        `<formula1>${column.minimum}</formula1><formula2>${column.maximum}</formula2>`,
      ];
    default:
      return undefined;
  }
}
