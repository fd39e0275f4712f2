import { plainText } from '../neutral-text';
import type { SheetCell } from '../sheet-row';
import type {
  CellFault,
  CellValue,
  CodeColumn,
  ColumnDescription,
  IntegerColumn,
  TextColumn,
} from '../sheet-description';

export type CheckedCell = { value: CellValue } | { fault: CellFault };

const usualLength = 1_000;
const fullWidth = /[\uff01-\uff5e]/;
/** Not to be seen, or turning what is seen around: control characters but the line feed, and marks of direction. */
const unseen = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/;
const firstDay = Date.UTC(1899, 11, 30);
const dayMilliseconds = 86_400_000;

/** The value of a cell, or what is wrong with it. A cell that is not there has no value. */
export function checkCell(column: ColumnDescription, cell: SheetCell | undefined): CheckedCell {
  if (cell?.kind === 'formula') return fault('FORMULA', 'A formula is not taken. Put in the value itself.');
  if (cell?.kind === 'error') return fault('ERROR_VALUE', 'The cell shows an error.');
  const text = cell && trimmed(cell.text);
  if (!cell || !text) return empty(column);
  switch (column.kind) {
    case 'text':
      return cell.kind === 'text' ? checkText(column, text) : notText();
    case 'code':
      return cell.kind === 'text' ? checkCode(column, text) : notText();
    case 'choice':
      return cell.kind === 'text' && column.choices.includes(text)
        ? { value: text }
        : fault('NOT_A_CHOICE', `Only one of these is taken: ${column.choices.join(', ')}.`);
    case 'integer':
      return checkInteger(column, cell.kind, text);
    case 'date':
      return checkDate(cell.kind, text);
  }
}

function empty({ open, required }: ColumnDescription): CheckedCell {
  if (required === false) return { value: undefined };
  return fault('REQUIRED', `The cell is empty${open ? '' : '; its value came with the sheet and must stay'}.`);
}

function checkText({ maximumLength = usualLength }: TextColumn, written: string): CheckedCell {
  const text = plainText(written);
  if (unseen.test(text)) return fault('UNSEEN_CHARACTER', 'The text has characters that cannot be seen. Type it anew.');
  return text.length > maximumLength
    ? fault('TOO_LONG', `The text has ${text.length} characters; ${maximumLength} are allowed.`)
    : { value: text };
}

/** A code is one that we wrote; in another form it was typed, and may be another's. */
function checkCode({ pattern, check }: CodeColumn, written: string): CheckedCell {
  const code = plainText(written);
  if (fullWidth.test(code))
    return fault('FULL_WIDTH', 'The code has full-width characters. Type it in half-width ones.');
  const wrong = pattern.test(code) ? check?.(code) : { code: 'WRONG_SHAPE', reason: 'This is not such a code.' };
  return wrong ? { fault: wrong } : { value: code };
}

/** A number that a person typed is taken as text too, and in the full-width digits of a Chinese keyboard: it can mean nothing else. */
function checkInteger({ minimum, maximum }: IntegerColumn, kind: SheetCell['kind'], text: string): CheckedCell {
  const digits = text.replace(/[\uff0b\uff0d\uff10-\uff19]/g, (sign) =>
    String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  );
  if ((kind !== 'number' && kind !== 'text') || !/^[+-]?\d{1,15}(\.\d+)?([eE][+-]?\d{1,3})?$/.test(digits))
    return fault('NOT_A_NUMBER', 'A number is wanted.');
  const value = Number(digits);
  if (!Number.isInteger(value)) return fault('NOT_WHOLE', 'A whole number is wanted.');
  return value < minimum || value > maximum
    ? fault('OUT_OF_RANGE', `A number from ${minimum} to ${maximum} is wanted.`)
    : { value };
}

/** A day as the spreadsheet counts it (from 1900, with the 29 February that year did not have) or as yyyy-mm-dd. */
function checkDate(kind: SheetCell['kind'], text: string): CheckedCell {
  if (kind === 'number' && /^\d{1,6}$/.test(text) && Number(text) > 60)
    return { value: new Date(firstDay + Number(text) * dayMilliseconds).toISOString().slice(0, 10) };
  const day = kind === 'date' ? text.slice(0, 10) : text;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && isCalendarDay(day);
  return (kind === 'text' || kind === 'date') && isDay
    ? { value: day }
    : fault('NOT_A_DATE', 'A day is wanted, such as 2015-10-16.');
}

function isCalendarDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

function notText(): CheckedCell {
  return fault('NOT_TEXT', 'Text is wanted; the cell holds a number. Format the cell as text and type it anew.');
}

function trimmed(text: string): string {
  return text.replace(/^[ \u00a0\u3000]+|[ \u00a0\u3000]+$/g, '');
}

function fault(code: string, reason: string): CheckedCell {
  return { fault: { code, reason } };
}
