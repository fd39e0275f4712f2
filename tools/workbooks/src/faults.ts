import { vetoWords } from '@jingzhun/identification-rules';
import type { Random } from '@jingzhun/county';
import type { EntryCells, EntryHousehold, EntryKey } from './entry-rows';
import type { RawCell } from './sheet-package';

/** What a row is made from. */
export interface FaultySubject {
  household: EntryHousehold;
  /** The right one. */
  total: number;
  chance: Random;
}

/** One way in which a row goes wrong, and what must be said of it. */
export interface Fault {
  key: EntryKey;
  code: string;
  /** Whether only the register knows it; the others are seen in the file. */
  inRegister?: true;
  cells(subject: FaultySubject): EntryCells;
}

const fullWidth = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

function fault(key: EntryKey, code: string, cell: (subject: FaultySubject) => RawCell | undefined): Fault {
  return { key, code, cells: (subject) => ({ [key]: cell(subject) }) };
}

const formulas = [
  '1+1',
  "cmd|'/C calc'!A0",
  'HYPERLINK("http://example.invalid","x")',
  'SUM(F2:F9)',
  'A1',
  'WEBSERVICE("x")',
];
const formula = (key: EntryKey) =>
  fault(key, 'FORMULA', ({ chance }) => ({ formula: chance.pick(formulas), result: '55' }));
const missing = (key: EntryKey) => fault(key, 'REQUIRED', () => undefined);
const failed = (key: EntryKey) =>
  fault(key, 'ERROR_VALUE', ({ chance }) => ({ error: chance.pick(['#REF!', '#N/A', '#VALUE!']) }));
const inRegister = (known: Fault): Fault => ({ ...known, inRegister: true });

/** Every way in which a row of the entry sheet goes wrong. */
export const faults: readonly Fault[] = [
  fault('number', 'FULL_WIDTH', ({ household }) => ({ text: fullWidth(household.number) })),
  fault('number', 'NOT_TEXT', ({ household }) => ({ number: String(Number(household.number)) })),
  fault('number', 'WRONG_SHAPE', ({ household }) => ({ text: household.number.slice(1) })),
  fault('number', 'WRONG_SHAPE', ({ household }) => ({ text: household.number.replace(/0(?=\d$)/, 'O') + 'x' })),
  fault('number', 'WRONG_SHAPE', ({ household }) => ({ text: household.number.replace(/(\d{6})/, '$1 ') })),
  missing('number'),
  formula('number'),
  missing('head'),
  formula('head'),
  fault('head', 'NOT_TEXT', () => ({ number: '42293' })),
  fault('head', 'UNSEEN_CHARACTER', ({ household }) => ({ text: `\u202e${household.head}` })),
  fault('head', 'TOO_LONG', () => ({ text: '韦'.repeat(51) })),
  missing('village'),
  failed('village'),
  missing('group'),
  missing('version'),
  fault('version', 'NOT_WHOLE', () => ({ number: '3.5' })),
  fault('version', 'OUT_OF_RANGE', () => ({ number: '0' })),
  fault('version', 'NOT_A_NUMBER', () => ({ text: 'v3' })),
  missing('total'),
  formula('total'),
  failed('total'),
  fault('total', 'NOT_A_NUMBER', ({ chance }) => ({
    text: chance.pick(['五十五', '55分', 'abc', '5 5', '0x37', '5,5']),
  })),
  fault('total', 'NOT_A_NUMBER', () => ({ boolean: '1' })),
  fault('total', 'NOT_A_NUMBER', () => ({ raw: '<c r="@" t="d"><v>2015-10-16</v></c>' })),
  fault('total', 'NOT_WHOLE', ({ total }) => ({ number: `${total}.5` })),
  fault('total', 'OUT_OF_RANGE', ({ chance }) => ({ number: chance.pick(['-1', '1000', '1E+20', '42293']) })),
  fault('total', 'OUT_OF_RANGE', () => ({ text: '－１' })),
  missing('vetoed'),
  formula('vetoed'),
  fault('vetoed', 'NOT_A_CHOICE', ({ chance }) => ({
    text: chance.pick(['yes', 'Y', '是的', '否 决', '0', '√', '__proto__']),
  })),
  fault('vetoed', 'NOT_A_CHOICE', () => ({ boolean: '1' })),
  fault('vetoed', 'NOT_A_CHOICE', () => ({ number: '1' })),
  { key: 'vetoReason', code: 'VETO_WITHOUT_REASON', cells: () => ({ vetoed: { text: vetoWords.yes } }) },
  fault('vetoReason', 'REASON_WITHOUT_VETO', () => ({ text: '有小轿车' })),
  {
    key: 'vetoReason',
    code: 'TOO_LONG',
    cells: () => ({ vetoed: { text: vetoWords.yes }, vetoReason: { text: '车'.repeat(201) } }),
  },
  {
    key: 'vetoReason',
    code: 'UNSEEN_CHARACTER',
    cells: () => ({ vetoed: { text: vetoWords.yes }, vetoReason: { text: '车\u200b子' } }),
  },
  {
    key: 'vetoReason',
    code: 'NOT_TEXT',
    cells: () => ({ vetoed: { text: vetoWords.yes }, vetoReason: { number: '3' } }),
  },
  {
    key: 'vetoReason',
    code: 'FORMULA',
    cells: () => ({ vetoed: { text: vetoWords.yes }, vetoReason: { formula: '1+1' } }),
  },
  inRegister(
    fault('number', 'UNKNOWN_HOUSEHOLD', ({ household }) => ({ text: `${household.number.slice(0, 15)}9999` })),
  ),
  inRegister(fault('number', 'UNKNOWN_HOUSEHOLD', ({ household }) => ({ text: `99${household.number.slice(2)}` }))),
  inRegister(fault('head', 'CHANGED_CELL', ({ household }) => ({ text: `${household.head}二` }))),
  inRegister(fault('village', 'CHANGED_CELL', ({ household }) => ({ text: `${household.village}（新）` }))),
  inRegister(fault('group', 'CHANGED_CELL', ({ household }) => ({ text: `${household.group}甲` }))),
  inRegister(fault('version', 'STALE_VERSION', ({ household }) => ({ number: String(household.version + 1) }))),
  inRegister(fault('total', 'TOTAL_DIFFERS', ({ total }) => ({ number: String(total + 1) }))),
  inRegister(fault('total', 'TOTAL_DIFFERS', ({ total, chance }) => ({ text: String(total - chance.between(1, 9)) }))),
];
