export { checkRows, type CheckedRow } from './check/check-rows';
export { columnLetters } from './column-letters';
export { usualLimits, type WorkbookLimits } from './limits';
export { neutralText, plainText } from './neutral-text';
export {
  type CellFault,
  type CellValue,
  type ColumnDescription,
  type RowToWrite,
  type RowValues,
  type SheetDescription,
} from './sheet-description';
export { type CellKind, type SheetCell, type SheetRow } from './sheet-row';
export { fileProblem, WorkbookProblems, type FileFaultCode, type WorkbookProblem } from './workbook-problem';
export { WorkbookReader, WorkbookRefused, type ReadingCost } from './workbook-reader';
export { writeWorkbook, type WrittenWorkbook } from './writer/write-workbook';
