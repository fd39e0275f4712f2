import { random } from '@jingzhun/county';
import { birthDateOf, idNumberOf, isIdNumber } from '@jingzhun/identification-rules';
import type { SheetDescription } from '@jingzhun/workbook';
import type { ExpectedProblem } from './malformed-files';
import { packed, sheetParts, type RawCell, type RawRow } from './sheet-package';

/**
 * A list of persons with identity numbers and days, as lists of other offices have them. No sheet of the product holds identity
 * numbers yet; this one shows that the reader takes them rightly.
 */
export const personSheet = {
  name: '人员',
  maximumRows: 1_000,
  columns: [
    { key: 'name', header: '姓名', kind: 'text', maximumLength: 50, open: true },
    {
      key: 'idNumber',
      header: '身份证号',
      kind: 'code',
      open: true,
      unique: true,
      pattern: /^\d{17}[\dXx]$/,
      check: (number: string) =>
        isIdNumber(number) ? undefined : { code: 'WRONG_CHECK_DIGIT', reason: 'The identity number is not valid.' },
    },
    { key: 'birthDate', header: '出生日期', kind: 'date', open: true },
  ],
  checkRow: ({ idNumber, birthDate }) =>
    birthDateOf(String(idNumber)) === birthDate
      ? undefined
      : { key: 'birthDate', code: 'ANOTHER_BIRTH_DATE', reason: 'The day is not the one in the identity number.' },
} as const satisfies SheetDescription;

type PersonCells = [name?: RawCell, idNumber?: RawCell, birthDate?: RawCell];
interface Person {
  name: string;
  idNumber: string;
  birthDate: string;
  /** As a spreadsheet counts days. */
  day: number;
}

const wrongDigit = (number: string) => `${number.slice(0, 17)}${(Number(number[17]) + 1) % 10 || 1}`;
const text = (words: string): RawCell => ({ text: words });

const ways: [column: string, header: string, code: string, cells: (person: Person) => PersonCells][] = [
  ['B', '身份证号', 'WRONG_CHECK_DIGIT', (p) => [text(p.name), text(wrongDigit(p.idNumber)), text(p.birthDate)]],
  [
    'B',
    '身份证号',
    'NOT_TEXT',
    (p) => [text(p.name), { number: String(Number(p.idNumber.slice(0, 17)) * 10) }, text(p.birthDate)],
  ],
  ['B', '身份证号', 'FULL_WIDTH', (p) => [text(p.name), text(p.idNumber.replace('4', '４')), text(p.birthDate)]],
  ['B', '身份证号', 'WRONG_SHAPE', (p) => [text(p.name), text(p.idNumber.slice(0, 15)), text(p.birthDate)]],
  ['C', '出生日期', 'ANOTHER_BIRTH_DATE', (p) => [text(p.name), text(p.idNumber), { number: String(p.day + 1_462) }]],
  ['C', '出生日期', 'NOT_A_DATE', (p) => [text(p.name), text(p.idNumber), text('1970-02-30')]],
  ['C', '出生日期', 'NOT_A_DATE', (p) => [text(p.name), text(p.idNumber), { number: '60' }]],
  ['A', '姓名', 'FORMULA', (p) => [{ formula: 'A1' }, text(p.idNumber), text(p.birthDate)]],
];

/** A file of persons, one of them bad in each way; `expected` as of a malformed file. */
export function personFile(seed: string, file: number): { content: Buffer; expected: ExpectedProblem[] } {
  const chance = random(seed, 'persons', file);
  const expected: ExpectedProblem[] = [];
  const rows: RawRow[] = [personSheet.columns.map(({ header }) => text(header))];
  for (const way of chance.shuffled([...ways, ...ways.map(() => 'good' as const)])) {
    const person = madeUpPerson(chance.between(0, 25_000), rows.length, file);
    const { name, idNumber, birthDate, day } = person;
    rows.push(
      way !== 'good'
        ? [...way[3](person)]
        : [text(name), text(idNumber), chance.chance(0.5) ? text(birthDate) : { number: String(day) }],
    );
    if (way !== 'good')
      expected.push({ sheet: personSheet.name, row: rows.length, column: way[0], header: way[1], code: way[2] });
  }
  return { content: packed(sheetParts(personSheet.name, rows, chance.chance(0.5))), expected };
}

/** Born so many days after the second day of 1921; nobody that is. */
function madeUpPerson(days: number, row: number, file: number): Person {
  const day = 7_673 + days;
  const birthDate = new Date(Date.UTC(1899, 11, 30) + day * 86_400_000).toISOString().slice(0, 10);
  const order = String((row * 37 + file) % 1_000).padStart(3, '0');
  return { name: `韦${row}`, idNumber: idNumberOf(`451225${birthDate.replaceAll('-', '')}${order}`), birthDate, day };
}
