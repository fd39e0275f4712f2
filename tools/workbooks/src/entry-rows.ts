import { entrySheet, vetoWords } from '@jingzhun/identification-rules';
import type { RawCell, RawRow } from './sheet-package';

/** A household as the export of the entry sheet shows it. */
export interface EntryHousehold {
  number: string;
  head: string;
  village: string;
  group: string;
  version: number;
}

export type EntryKey = (typeof entrySheet)['columns'][number]['key'];

/** The cells of a row by the keys of the columns. */
export type EntryCells = Partial<Record<EntryKey, RawCell>>;

export const headerRow: RawRow = entrySheet.columns.map(({ header }) => ({ text: header }));

/** The row of a household, rightly filled in. */
export function goodCells({ number, head, village, group, version }: EntryHousehold, total: number): EntryCells {
  return {
    number: { text: number },
    head: { text: head },
    village: { text: village },
    group: { text: group },
    version: { number: String(version) },
    total: { number: String(total) },
    vetoed: { text: vetoWords.no },
  };
}

export function rowOf(cells: EntryCells): RawRow {
  return entrySheet.columns.map(({ key }) => cells[key]);
}

/** Households for a corpus that is read without a register. */
export function madeUpHouseholds(count: number): EntryHousehold[] {
  return Array.from({ length: count }, (_, index) => ({
    number: `451225100201001${String(index + 1).padStart(4, '0')}`,
    head: `韦小${String.fromCharCode(0x4e00 + index)}`,
    village: '冲洞村',
    group: '第1村民小组',
    version: 3,
  }));
}
