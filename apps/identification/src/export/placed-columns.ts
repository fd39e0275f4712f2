import type { ColumnDescription } from '@jingzhun/workbook';

const text = { kind: 'text', maximumLength: 100 } as const;

/** Where a household is: the first columns of every list of households. */
export const placedColumns = [
  { key: 'number', header: '户编号', kind: 'code', pattern: /^\d{19}$/, width: 23 },
  { key: 'township', header: '乡镇', ...text, width: 14 },
  { key: 'village', header: '行政村', ...text, width: 16 },
  { key: 'group', header: '村民小组', ...text, width: 16 },
] as const satisfies readonly ColumnDescription[];
